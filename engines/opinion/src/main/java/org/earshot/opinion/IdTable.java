package org.earshot.opinion;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Numbers ids in the order in which they come, straight from a file's bytes.
final class IdTable {

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8]; // where each id ends in `bytes`
  private int[] slots = new int[1 << 9]; // number + 1; 0 is free
  private int count;

  /// The id's number; a new one if it was not seen before.
  int number(byte[] from, int start, int end) {
    int mask = slots.length - 1;
    int slot = hash(from, start, end) & mask;
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (Arrays.equals(bytes, start(number), ends[number], from, start, end)) {
        return number;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = count + 1;
    append(from, start, end);
    if (count * 2 > slots.length) {
      rehash();
    }
    return count - 1;
  }

  /// All ids, by number.
  List<String> ids() {
    var ids = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      ids.add(new String(bytes, start(i), ends[i] - start(i), StandardCharsets.UTF_8));
    }
    return ids;
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private void append(byte[] from, int start, int end) {
    int at = start(count);
    if (at + end - start > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + end - start));
    }
    System.arraycopy(from, start, bytes, at, end - start);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = at + end - start;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int number = 0; number < count; number++) {
      int slot = hash(bytes, start(number), ends[number]) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = number + 1;
    }
  }

  private static int hash(byte[] from, int start, int end) {
    long hash = 0;
    for (int i = start; i < end; i++) {
      hash = (hash ^ from[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash >>> 20);
  }
}
