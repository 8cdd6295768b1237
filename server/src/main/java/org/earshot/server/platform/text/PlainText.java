package org.earshot.server.platform.text;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// A text as it is kept: Unicode NFC, lines ended by one line feed, and nothing in it that could
/// harm a page, a file or a database. What a person can see of it stays as they wrote it.
///
/// Left out are control characters, halves of surrogate pairs, noncharacters, the byte order mark,
/// and direction marks that would reach beyond the text: overrides, and embeddings or isolates that
/// are not closed in their line. Joiners stay, for scripts and emoji need them.
public final class PlainText {

  private static final int LEFT_TO_RIGHT_EMBEDDING = 0x202A;
  private static final int RIGHT_TO_LEFT_EMBEDDING = 0x202B;
  private static final int POP_EMBEDDING = 0x202C;
  private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
  private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
  private static final int FIRST_ISOLATE = 0x2066;
  private static final int LAST_ISOLATE = 0x2068;
  private static final int POP_ISOLATE = 0x2069;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int MAX_MARKS = 8; // on one letter; more is a tower of accents, not writing

  private PlainText() {}

  /// The text to keep; empty when nothing visible is left.
  public static String of(String typed) {
    var composed = Normalizer.normalize(withoutOdd(typed), Normalizer.Form.NFC);
    var closed = withoutOpenDirections(composed).strip();
    return isVisible(closed) ? closed : "";
  }

  /// The same on one line, for names, places and the like.
  public static String lineOf(String typed) {
    return of(typed).replaceAll("\\s+", " ").strip();
  }

  /// How many characters a person would count, near enough: code points.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String withoutOdd(String typed) {
    var out = new StringBuilder(typed.length());
    int marks = 0;
    int[] characters = typed.replace("\r\n", "\n").replace('\r', '\n').codePoints().toArray();
    for (int character : characters) {
      if (isOdd(character)) {
        continue;
      }
      marks = isMark(character) ? marks + 1 : 0;
      if (marks <= MAX_MARKS) {
        out.appendCodePoint(character);
      }
    }
    return out.toString();
  }

  private static boolean isOdd(int character) {
    if (character == '\n' || character == '\t') {
      return false;
    }
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || character == BYTE_ORDER_MARK
        || (character & 0xFFFE) == 0xFFFE
        || (character >= 0xFDD0 && character <= 0xFDEF)
        || character == LEFT_TO_RIGHT_OVERRIDE
        || character == RIGHT_TO_LEFT_OVERRIDE;
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /// Drops the openings that nothing closes in their line, and the closings that close nothing.
  private static String withoutOpenDirections(String text) {
    Set<Integer> dropped = new HashSet<>();
    var open = new ArrayDeque<Integer>();
    for (int i = 0; i < text.length(); i++) {
      int character = text.charAt(i);
      if (character == '\n') {
        dropped.addAll(open);
        open.clear();
      } else if (isOpening(character)) {
        open.push(i);
      } else if (character == POP_EMBEDDING || character == POP_ISOLATE) {
        var opened = open.peek();
        if (opened == null || isIsolate(text.charAt(opened)) != (character == POP_ISOLATE)) {
          dropped.add(i);
        } else {
          open.pop();
        }
      }
    }
    dropped.addAll(open);
    if (dropped.isEmpty()) {
      return text;
    }
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!dropped.contains(i)) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isOpening(int character) {
    return character == LEFT_TO_RIGHT_EMBEDDING
        || character == RIGHT_TO_LEFT_EMBEDDING
        || isIsolate(character);
  }

  private static boolean isIsolate(int character) {
    return character >= FIRST_ISOLATE && character <= LAST_ISOLATE;
  }

  private static boolean isVisible(String text) {
    return text.codePoints()
        .anyMatch(
            character ->
                !Character.isWhitespace(character)
                    && !Character.isSpaceChar(character)
                    && Character.getType(character) != Character.FORMAT);
  }
}
