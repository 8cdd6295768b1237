package org.earshot.cli.voices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads a text line by line, whatever is in it. Lines can be put back and read again.
final class Lines {

  /// The longest line that is read; the rest of a longer one is passed over.
  static final int LONGEST = 1_000_000;

  private final InputStream in;
  private final Deque<Line> putBack = new ArrayDeque<>();
  private long number;
  private boolean lineFeedFollows; // a carriage return was read and \n may belong to it

  /// The lines of `in`, which should be buffered; a byte order mark at its beginning is dropped.
  Lines(InputStream in) {
    this.in = in;
  }

  Optional<Line> next() throws IOException {
    return putBack.isEmpty() ? read() : Optional.of(putBack.removeFirst());
  }

  /// Makes `lines` the next ones, in their order.
  void putBack(List<Line> lines) {
    lines.reversed().forEach(putBack::addFirst);
  }

  private Optional<Line> read() throws IOException {
    var bytes = new ByteArrayOutputStream();
    boolean tooLong = false;
    String end = "";
    int next = in.read();
    if (lineFeedFollows && next == '\n') {
      next = in.read();
    }
    lineFeedFollows = false;
    if (next < 0) {
      return Optional.empty();
    }
    for (; next >= 0; next = in.read()) {
      if (next == '\n' || next == '\r') { // never part of another character in UTF-8
        lineFeedFollows = next == '\r';
        end = "\n";
        break;
      }
      if (bytes.size() < LONGEST) {
        bytes.write(next);
      } else {
        tooLong = true;
      }
    }
    number++;
    return Optional.of(line(bytes.toByteArray(), end, tooLong));
  }

  private Line line(byte[] bytes, String end, boolean tooLong) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    String fault = "";
    if (tooLong) {
      fault = "the line is longer than a million bytes";
    } else if (!isUtf8(bytes)) {
      fault = "not UTF-8 text";
    } else if (text.indexOf('\0') >= 0) {
      fault = "has a NUL character";
    }
    return new Line(number, text, end, fault);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
