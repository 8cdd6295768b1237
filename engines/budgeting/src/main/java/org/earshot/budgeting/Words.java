package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Numbers words in the order in which they first appear, and finds them by their bytes.
final class Words {

  private final List<String> texts = new ArrayList<>();
  private final List<byte[]> known = new ArrayList<>();
  private int[] table = new int[64]; // a word's number + 1; 0 is free

  /// The number of a word, or -1.
  int find(byte[] bytes, int start, int end) {
    int mask = table.length - 1;
    for (int slot = hash(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      int number = table[slot] - 1;
      if (number < 0) {
        return -1;
      }
      byte[] word = known.get(number);
      if (Arrays.equals(word, 0, word.length, bytes, start, end)) {
        return number;
      }
    }
  }

  /// The number of a word, which may be new.
  int number(byte[] bytes, int start, int end) throws CharacterCodingException {
    int number = find(bytes, start, end);
    return number >= 0 ? number : add(bytes, start, end);
  }

  /// Adds a word that is not there yet.
  private int add(byte[] bytes, int start, int end) throws CharacterCodingException {
    var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
    texts.add(text);
    known.add(Arrays.copyOfRange(bytes, start, end));
    if (2 * texts.size() > table.length) {
      table = new int[2 * table.length];
      for (int i = 0; i < known.size(); i++) {
        put(i);
      }
    } else {
      put(texts.size() - 1);
    }
    return texts.size() - 1;
  }

  List<String> texts() {
    return texts;
  }

  private void put(int number) {
    byte[] word = known.get(number);
    int mask = table.length - 1;
    int slot = hash(word, 0, word.length) & mask;
    while (table[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = number + 1;
  }

  private static int hash(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 15;
  }
}
