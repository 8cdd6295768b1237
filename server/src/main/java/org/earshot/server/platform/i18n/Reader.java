package org.earshot.server.platform.i18n;

import com.ibm.icu.text.ListFormatter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/// Who reads a page or a message: their language and the body's time zone. Formats for them.
///
/// @param language the language of every text, date and number
/// @param zone the zone in which times are shown
public record Reader(Language language, ZoneId zone) {

  public String text(String key, Object... arguments) {
    return Messages.text(language, key, arguments);
  }

  /// "Monday, 2 March 2026" as the language writes it.
  public String longDate(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).localizedBy(locale()).format(date);
  }

  /// "2 Mar 2026".
  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).localizedBy(locale()).format(date);
  }

  public String date(Instant instant) {
    return date(instant.atZone(zone).toLocalDate());
  }

  /// "Monday, 2 March 2026 at 19:40".
  public String dateAndTime(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
        .localizedBy(locale())
        .format(instant.atZone(zone));
  }

  /// "2 Mar 2026, 19:40".
  public String shortDateAndTime(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .localizedBy(locale())
        .format(instant.atZone(zone));
  }

  /// "61 %" as the language writes it, for a share in [0, 1].
  public String percent(double share) {
    var format = com.ibm.icu.text.NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(0);
    return format.format(share);
  }

  /// "lamps, benches and trees".
  public String list(List<String> things) {
    return ListFormatter.getInstance(locale()).format(things);
  }

  public String number(long number) {
    return com.ibm.icu.text.NumberFormat.getIntegerInstance(locale()).format(number);
  }

  private Locale locale() {
    return language.locale();
  }
}
