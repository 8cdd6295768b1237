package org.earshot.server.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that staff or a person did with a case at a known time, for [CaseHistory].
public sealed interface PastAct {

  Instant at();

  /// Staff read it for the first time.
  record Acknowledged(UUID voice, UUID by, Instant at) implements PastAct {}

  /// Staff took it on, or gave it to a colleague.
  record Assigned(UUID voice, UUID to, UUID by, Instant at) implements PastAct {}

  /// Another service owes the answer from now on; the promised date stays.
  record Transferred(UUID voice, UUID service, UUID by, Instant at) implements PastAct {}

  /// The date was moved, with a reason that the person is told.
  record PromiseMoved(UUID voice, LocalDate to, String reason, UUID by, Instant at)
      implements PastAct {}

  /// The answer waits for somebody else.
  record Waiting(UUID voice, String waitingFor, @Nullable LocalDate remindOn, UUID by, Instant at)
      implements PastAct {}

  /// A note among staff.
  record Noted(UUID voice, String words, UUID by, Instant at) implements PastAct {}

  /// An answer was given to one person or to everybody behind a need at that time, on their receipt
  /// pages only: nothing is sent.
  ///
  /// @param answer a new id, by which [Checked] can name it; see `NewId.at`
  /// @param plannedFor needed when the outcome is "planned"
  /// @param words by language, two letters; at least one
  record Answered(
      UUID answer,
      AnswerTo to,
      Outcome outcome,
      @Nullable LocalDate plannedFor,
      Map<String, String> words,
      UUID author,
      @Nullable UUID approvedBy,
      Instant at)
      implements PastAct {

    public Answered {
      words = Map.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("An answer needs words.");
      }
      if (outcome == Outcome.PLANNED && plannedFor == null) {
        throw new IllegalArgumentException("A planned outcome needs a date.");
      }
    }
  }

  /// People who joined a need after it was answered are given the same answer.
  record AlsoGiven(UUID answer, Instant at) implements PastAct {}

  /// The person said whether they felt heard; when it was not solved, their case is open again.
  ///
  /// @param score 1 (not at all) to 5 (fully)
  record Checked(
      UUID voice,
      UUID answer,
      @Nullable Integer score,
      @Nullable Boolean solved,
      @Nullable String words,
      Instant at)
      implements PastAct {}
}
