package org.earshot.server.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// An act that a feature hands to the ledger.
///
/// @param subjectKind what it is about: "voice", "need", "answer", "staff", "body" or "record"
/// @param at when it happened, which for imported history is before it is recorded
/// @param payload what must be provable later; ids, numbers and texts only. Erased with its subject
public record NewAct(
    ActType type,
    String subjectKind,
    UUID subjectId,
    Actor actor,
    Instant at,
    Map<String, Object> payload) {

  public NewAct {
    payload = Map.copyOf(payload);
  }

  public static NewAct aboutVoice(
      ActType type, UUID voice, Actor actor, Instant at, Map<String, Object> payload) {
    return new NewAct(type, "voice", voice, actor, at, payload);
  }
}
