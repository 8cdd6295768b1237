package org.earshot.server.places;

import java.time.DayOfWeek;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.platform.i18n.Language;

/// A part of the body that answers, with its working days and its promise.
///
/// @param frontDesk whether it takes what nobody else was asked for; exactly one service does
/// @param workingDays the days of the week on which it works; at least one
/// @param promiseDays it answers within so many working days
/// @param fourEyes whether an answer needs a second look before it is sent
/// @param closed whether it no longer takes new voices
public record Service(
    UUID id,
    String code,
    Names names,
    Names descriptions,
    boolean frontDesk,
    Set<DayOfWeek> workingDays,
    int promiseDays,
    boolean fourEyes,
    boolean closed) {

  public Service {
    workingDays = Set.copyOf(workingDays);
    if (workingDays.isEmpty()) {
      throw new IllegalArgumentException("The service '%s' never works.".formatted(code));
    }
    if (promiseDays < 1 || promiseDays > 250) {
      throw new IllegalArgumentException(
          "A promise is 1 to 250 working days, but is %d.".formatted(promiseDays));
    }
  }

  public String name(Language language) {
    return names.in(language);
  }

  public String description(Language language) {
    return descriptions.in(language);
  }
}
