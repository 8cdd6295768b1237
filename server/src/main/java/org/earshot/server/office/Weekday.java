package org.earshot.server.office;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import org.earshot.server.platform.i18n.Reader;

/// A day of the week as a choice.
///
/// @param number Monday is 1
/// @param name in the reader's language
record Weekday(String number, String name) {

  static List<Weekday> all(Reader reader) {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new Weekday(
                    Integer.toString(day.getValue()),
                    day.getDisplayName(TextStyle.FULL_STANDALONE, reader.language().locale())))
        .toList();
  }
}
