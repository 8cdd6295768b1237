package org.earshot.server.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an answer says in one word. "No" and "not ours" are answers too; silence is none.
public enum Outcome {
  DONE,
  PLANNED,
  CONSIDERED,
  NO,
  NOT_OURS;

  /// How the database, forms and message keys name it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Outcome> find(String code) {
    return Arrays.stream(values()).filter(outcome -> outcome.code().equals(code)).findFirst();
  }

  static Outcome of(String code) {
    return find(code)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no outcome '%s'.".formatted(code)));
  }
}
