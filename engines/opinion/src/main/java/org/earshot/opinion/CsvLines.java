package org.earshot.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a CSV file line by line as bytes, without an object for each field. A field may stand in
/// quotes, but not hold a line break: ids and votes have none.
final class CsvLines {

  private static final int LONGEST_LINE = 1 << 16;
  private static final int MOST_FIELDS = 64;

  private final InputStream in;
  private final byte[] buffer = new byte[4 * LONGEST_LINE];
  private final int[] starts = new int[MOST_FIELDS];
  private final int[] ends = new int[MOST_FIELDS];
  private int from;
  private int to;
  private int fields;
  private long line;

  CsvLines(InputStream in) {
    this.in = in;
  }

  /// Goes to the next line that is not empty; false at the end of the file.
  boolean next() throws IOException, MalformedVotesException {
    while (true) {
      int end = endOfLine();
      if (end < 0) {
        return false;
      }
      line++;
      int start = from;
      from = end + 1;
      if (line == 1 && end - start >= 3 && (buffer[start] & 255) == 0xEF) {
        start += 3; // a byte order mark
      }
      int last = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
      if (last > start) {
        split(start, last);
        return true;
      }
    }
  }

  /// The present line's number, from 1.
  long line() {
    return line;
  }

  int fields() {
    return fields;
  }

  byte[] bytes() {
    return buffer;
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  String text(int field) {
    return new String(buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }

  List<String> texts() {
    var texts = new ArrayList<String>();
    for (int field = 0; field < fields; field++) {
      texts.add(text(field));
    }
    return texts;
  }

  private int endOfLine() throws IOException, MalformedVotesException {
    int scanned = from;
    while (true) {
      for (; scanned < to; scanned++) {
        if (buffer[scanned] == '\n') {
          return scanned;
        }
      }
      if (to - from > LONGEST_LINE) {
        throw new MalformedVotesException(
            line + 1,
            "The line is longer than %d bytes. Is this a file of votes?".formatted(LONGEST_LINE));
      }
      if (from > 0) {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        scanned -= from;
        to -= from;
        from = 0;
      }
      int read = in.read(buffer, to, buffer.length - 1 - to);
      if (read < 0) {
        return to > from ? to : -1; // the last line may lack its break
      }
      to += read;
    }
  }

  private void split(int start, int end) throws MalformedVotesException {
    fields = 0;
    int at = start;
    while (true) {
      if (fields == MOST_FIELDS) {
        throw new MalformedVotesException(line, "The line has more than %d fields.".formatted(64));
      }
      boolean quoted = at < end && buffer[at] == '"';
      int next = quoted ? quoted(at + 1, end) : plain(at, end);
      fields++;
      if (next >= end) {
        return;
      }
      at = next + 1;
    }
  }

  private int plain(int at, int end) {
    int stop = at;
    while (stop < end && buffer[stop] != ',') {
      stop++;
    }
    starts[fields] = at;
    ends[fields] = stop;
    return stop;
  }

  private int quoted(int at, int end) throws MalformedVotesException {
    starts[fields] = at;
    int write = at;
    for (int read = at; read < end; read++) {
      if (buffer[read] != '"') {
        buffer[write++] = buffer[read];
      } else if (read + 1 < end && buffer[read + 1] == '"') {
        buffer[write++] = buffer[read++];
      } else if (read + 1 == end || buffer[read + 1] == ',') {
        ends[fields] = write;
        return read + 1;
      } else {
        break;
      }
    }
    throw new MalformedVotesException(
        line,
        "The quoted field that begins with '%s' does not end in a quote and a comma."
            .formatted(
                new String(
                    Arrays.copyOfRange(buffer, at, Math.min(end, at + 20)),
                    StandardCharsets.UTF_8)));
  }
}
