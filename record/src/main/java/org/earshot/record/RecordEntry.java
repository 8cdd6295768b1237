package org.earshot.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/// One act as the public log shows it: one line, nothing personal. For example `earshot/1 voice
/// 2026-11-23T09:30Z <subject tag> <commitment>`, the last two in 64 hexadecimal digits each. The
/// line's bytes, without a newline, are what the log hashes.
///
/// @param type what kind of act, coarsely: lower-case letters, digits and hyphens, 32 at most
/// @param minute when, to the minute
/// @param subject whom or what it is about
/// @param commitment to the act's payload, or to a batch of them
public record RecordEntry(String type, Instant minute, SubjectTag subject, Commitment commitment) {

  private static final String FORMAT = "earshot/1";
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  public RecordEntry {
    if (!TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "A type is lower-case letters, digits and hyphens, not \"%s\".".formatted(type));
    }
    if (!minute.truncatedTo(ChronoUnit.MINUTES).equals(minute)
        || minute.isBefore(Instant.EPOCH)
        || !minute.isBefore(YEAR_10000)) {
      throw new IllegalArgumentException(
          "An entry's time is a whole minute from 1970 to 9999, not %s.".formatted(minute));
    }
  }

  /// The entry of an act at `time`, of which only the minute is kept.
  public static RecordEntry at(
      String type, Instant time, SubjectTag subject, Commitment commitment) {
    return new RecordEntry(type, time.truncatedTo(ChronoUnit.MINUTES), subject, commitment);
  }

  /// The line, without a newline.
  public String text() {
    return String.join(
        " ", FORMAT, type, MINUTE.format(minute), subject.hash().hex(), commitment.hash().hex());
  }

  /// The line's bytes: the entry as the log holds it.
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /// The entry's leaf hash.
  public Hash leaf() {
    return Hashing.leaf(bytes());
  }

  /// Reads such a line. Safe on hostile input.
  ///
  /// @throws IllegalArgumentException if it is not exactly what [#text()] writes
  public static RecordEntry parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 5 || !words[0].equals(FORMAT)) {
      throw new IllegalArgumentException(
          "An entry has the form \"earshot/1 type minute subject commitment\".");
    }
    Instant minute;
    try {
      minute = MINUTE.parse(words[2], Instant::from);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Not a minute in UTC: \"%s\".".formatted(words[2]), e);
    }
    return new RecordEntry(
        words[1],
        minute,
        new SubjectTag(Hash.ofHex(words[3])),
        new Commitment(Hash.ofHex(words[4])));
  }
}
