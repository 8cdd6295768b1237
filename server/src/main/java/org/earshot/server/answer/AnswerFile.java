package org.earshot.server.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.earshot.server.platform.identity.StaffMember;
import org.jspecify.annotations.Nullable;

/// An answer as staff work on it.
///
/// @param author who wrote it last
/// @param words by language
/// @param returnedBecause what the second reader wished to have changed
record AnswerFile(
    UUID id,
    AnswerTo to,
    UUID service,
    Outcome outcome,
    @Nullable LocalDate plannedFor,
    State state,
    UUID author,
    Map<String, String> words,
    @Nullable String returnedBecause,
    Instant changedAt,
    @Nullable Instant sentAt) {

  AnswerFile {
    words = java.util.Collections.unmodifiableMap(new TreeMap<>(words));
  }

  /// How far an answer is.
  enum State {
    DRAFT,
    SECOND_LOOK,
    SENT;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  boolean mayBeReadBy(StaffMember staff) {
    return staff.mayRead(service);
  }

  public boolean sent() {
    return state == State.SENT;
  }

  public boolean waitsForSecondLook() {
    return state == State.SECOND_LOOK;
  }
}
