package org.earshot.server.platform.mail;

import java.time.Instant;

/// A message on its way out of the outbox.
///
/// @param tries how often it was tried, this time included
record StoredMessage(long id, OutgoingMessage message, int tries, Instant createdAt) {}
