package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/// Splits a stream into rows and fields: fields end at `;`, rows at a line break; a field that
/// begins with a quote ends at the next single one and may hold anything, doubled quotes included.
final class PbRows {

  private static final int BUFFER = 1 << 17;
  private static final int LONGEST = 1 << 24;
  private static final int MOST_FIELDS = 1 << 16;

  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;

  private byte[] row = new byte[1024];
  private int length;
  private int[] ends = new int[32];
  private int fields;
  private int line = 1;
  private int firstLine;
  private int unclosedLine;
  private boolean tooLong;

  PbRows(InputStream stream) throws IOException {
    this.stream = stream;
    end = stream.readNBytes(buffer, 0, BUFFER);
    if (end >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      at = 3; // a byte order mark
    }
  }

  /// Goes to the next row; false at the end of the stream.
  boolean next() throws IOException {
    length = 0;
    fields = 0;
    firstLine = line;
    if (at == end && !fill()) {
      return false;
    }
    while (true) {
      if (at < end && buffer[at] == '"') {
        at++;
        quoted();
      }
      if (!plain()) {
        return true;
      }
    }
  }

  /// The rest of a field that is not, or no longer, quoted. Ends the field; true if the row goes
  /// on.
  private boolean plain() throws IOException {
    while (true) {
      int from = at;
      while (at < end && buffer[at] != ';' && buffer[at] != '\n') {
        at++;
      }
      append(from, at - from);
      if (at == end || tooLong) {
        if (!tooLong && fill()) {
          continue;
        }
        endField();
        return false;
      }
      boolean more = buffer[at++] == ';';
      if (!more) {
        line++;
        if (length > start(fields) && row[length - 1] == '\r') {
          length--;
        }
      }
      endField();
      if (more && at == end) {
        fill();
      }
      return more && !tooLong;
    }
  }

  private void quoted() throws IOException {
    int opened = line;
    while (true) {
      int from = at;
      while (at < end && buffer[at] != '"') {
        if (buffer[at] == '\n') {
          line++;
        }
        at++;
      }
      append(from, at - from);
      if (tooLong) {
        return;
      }
      if (at == end) {
        if (fill()) {
          continue;
        }
        unclosedLine = opened;
        return;
      }
      at++; // the quote
      if (at == end) {
        fill();
      }
      if (at == end || buffer[at] != '"') {
        return;
      }
      append(at++, 1);
    }
  }

  /// How many fields the row has; at least one.
  int fields() {
    return fields;
  }

  /// The line in which the row begins, from 1.
  int line() {
    return firstLine;
  }

  /// The line of the quote within which the stream ended; 0 if it did not.
  int unclosedLine() {
    return unclosedLine;
  }

  /// Whether a row had more bytes than any ballot needs; what is left of it is useless.
  boolean tooLong() {
    return tooLong;
  }

  /// The bytes in which the row's fields lie; only until the next row.
  byte[] bytes() {
    return row;
  }

  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  boolean isBlank() {
    return length == 0;
  }

  /// A field's text without the space around it; nothing if the row has no such field.
  ///
  /// @throws CharacterCodingException if it is no UTF-8
  String text(int field) throws CharacterCodingException {
    if (field < 0 || field >= fields) {
      return "";
    }
    var bytes = ByteBuffer.wrap(row, start(field), end(field) - start(field));
    return UTF_8.newDecoder().decode(bytes).toString().strip();
  }

  private void endField() {
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    tooLong |= fields >= MOST_FIELDS;
    ends[fields++] = length;
  }

  private void append(int from, int count) {
    if (length + count > LONGEST) {
      tooLong = true; // the row ends here for the reader, who gives up
      return;
    }
    if (length + count > row.length) {
      row = Arrays.copyOf(row, Math.max(2 * row.length, length + count));
    }
    System.arraycopy(buffer, from, row, length, count);
    length += count;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, stream.read(buffer, 0, BUFFER));
    return end > 0;
  }
}
