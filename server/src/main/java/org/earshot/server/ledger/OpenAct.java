package org.earshot.server.ledger;

/// An act with all that opens its entry in the public record; only for the person whom it is about.
///
/// @param entry the public line
/// @param payload what was committed to, byte for byte
/// @param salt the salt of the commitment, hexadecimal
/// @param subjectSalt the salt of the subject's tag, hexadecimal
public record OpenAct(long seq, String entry, String payload, String salt, String subjectSalt) {}
