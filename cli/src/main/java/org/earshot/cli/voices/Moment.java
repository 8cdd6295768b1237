package org.earshot.cli.voices;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads when something was said: an ISO 8601 date or date and time, without a zone taken as UTC,
/// or milliseconds since 1970.
final class Moment {

  /// Fewer digits would be seconds, or a time before 1973: ask rather than guess.
  private static final Pattern MILLISECONDS = Pattern.compile("-?[0-9]{11,15}");

  private static final Instant YEAR_1900 = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant YEAR_2100 = Instant.parse("2100-01-01T00:00:00Z");
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private Moment() {}

  /// The moment that `text` names.
  ///
  /// @throws DateTimeException if `text` is no such time
  static Instant parse(String text) {
    Instant moment =
        MILLISECONDS.matcher(text).matches()
            ? Instant.ofEpochMilli(Long.parseLong(text))
            : ofIso(text.replaceFirst("^([0-9-]{10}) ", "$1T")); // RFC 3339 allows a space
    if (moment.isBefore(YEAR_1900) || !moment.isBefore(YEAR_2100)) {
      throw new DateTimeException("Not between 1900 and 2100.");
    }
    return moment;
  }

  private static Instant ofIso(String text) {
    TemporalAccessor parsed =
        ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (parsed) {
      case OffsetDateTime zoned -> zoned.toInstant();
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
      default -> throw new DateTimeException("Not a date.");
    };
  }
}
