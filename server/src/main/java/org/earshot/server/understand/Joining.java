package org.earshot.server.understand;

import java.time.Instant;
import java.util.UUID;
import org.earshot.server.ledger.Actor;

/// A voice that is put to a need.
///
/// @param by who saw that they belong together: staff, or the person themselves before sending
public record Joining(UUID voice, UUID need, Actor by, Instant at) {}
