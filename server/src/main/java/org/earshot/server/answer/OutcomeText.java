package org.earshot.server.answer;

import java.time.LocalDate;
import org.earshot.server.platform.i18n.Reader;
import org.jspecify.annotations.Nullable;

/// An outcome as one sentence to the person.
final class OutcomeText {

  private OutcomeText() {}

  static String of(Reader reader, Outcome outcome, @Nullable LocalDate plannedFor) {
    return outcome == Outcome.PLANNED && plannedFor != null
        ? reader.text("answer.outcome.planned.by", reader.date(plannedFor))
        : reader.text("answer.outcome." + outcome.code());
  }
}
