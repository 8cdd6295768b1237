package org.earshot.server.ledger;

import org.earshot.record.RecordEntry;

/// An act as it is stored: with the text that is committed to, the salt that hides it, and the
/// public line.
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
record ActRow(Act act, String payload, byte[] salt, RecordEntry entry) {}
