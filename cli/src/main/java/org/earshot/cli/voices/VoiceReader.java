package org.earshot.cli.voices;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes voices out of rows.
final class VoiceReader {

  /// How databases and data frames spell an empty cell. What people said is never one of them.
  private static final Set<String> NOTHING = Set.of("null", "\\n", "nan", "nat", "none");

  private final Rows rows;
  private final Columns columns;
  private final Map<String, Integer> wordsById = new HashMap<>(); // a hash code of the words

  VoiceReader(Rows rows, Columns columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /// What a row turned out to be.
  sealed interface Read {

    record Heard(Voice voice) implements Read {}

    record Rejected(Reject reject) implements Read {}
  }

  Optional<Read> next() throws IOException {
    return rows.next()
        .map(
            row ->
                switch (row) {
                  case Row.Good good -> read(good);
                  case Row.Bad(long line, var raw, var reason) ->
                      new Read.Rejected(new Reject(line, reason, raw));
                });
  }

  private Read read(Row.Good row) {
    String words = row.cells().getOrDefault(columns.text(), "");
    if (words.isBlank()) {
      return rejected(row, "no text in column \"%s\"".formatted(columns.text()));
    }
    String at = cell(row, columns.at());
    String saidAt;
    try {
      saidAt = at == null ? null : Moment.parse(at).toString();
    } catch (DateTimeException e) {
      return rejected(
          row, "not a time in ISO 8601 or in milliseconds since 1970: \"%s\"".formatted(at));
    }
    String id = columns.id() == null ? fingerprint(row.cells()) : cell(row, columns.id());
    if (id == null) {
      return rejected(row, "no id in column \"%s\"".formatted(columns.id()));
    }
    Integer before = wordsById.putIfAbsent(id, words.hashCode());
    if (before != null && before != words.hashCode()) { // the server would take it for known
      return rejected(row, "another row has the same id with other words");
    }
    return new Read.Heard(
        new Voice(
            id,
            words,
            saidAt,
            cell(row, columns.language()),
            cell(row, columns.area()),
            row.line(),
            row.raw()));
  }

  private static Read rejected(Row.Good row, String reason) {
    return new Read.Rejected(new Reject(row.line(), reason, row.raw()));
  }

  private static @Nullable String cell(Row.Good row, @Nullable String column) {
    String value = column == null ? "" : row.cells().getOrDefault(column, "").strip();
    return value.isEmpty() || NOTHING.contains(value.toLowerCase(Locale.ROOT)) ? null : value;
  }

  /// The SHA-256 of the row's cells: of each column's name and value, in the order of the names,
  /// each as its length in four bytes and its UTF-8. Does not depend on the order of the columns.
  static String fingerprint(Map<String, String> cells) {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
    new TreeMap<>(cells)
        .forEach(
            (name, value) -> {
              update(sha256, name);
              update(sha256, value);
            });
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static void update(MessageDigest sha256, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    sha256.update(bytes);
  }
}
