package org.earshot.server.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// An act in the ledger.
///
/// @param seq its number, which is the index of its leaf in the public record
/// @param recordedAt when it was appended, by the server's clock
public record Act(
    long seq,
    ActType type,
    String subjectKind,
    UUID subjectId,
    Actor actor,
    Instant at,
    Instant recordedAt,
    Map<String, Object> payload) {

  public Act {
    payload = Map.copyOf(payload);
  }
}
