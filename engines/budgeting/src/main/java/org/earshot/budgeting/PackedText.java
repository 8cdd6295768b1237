package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Many short texts in little memory: one after the other, as UTF-8.
public final class PackedText {

  private byte[] bytes = new byte[4096];
  private int[] ends = new int[1024];
  private int count;
  private int end;

  /// Nothing at all.
  public static PackedText none() {
    return new PackedText();
  }

  public int count() {
    return count;
  }

  /// One of the texts; what is no UTF-8 in it is replaced.
  public String get(int index) {
    int start = index == 0 ? 0 : ends[index - 1];
    return new String(bytes, start, ends[index] - start, UTF_8);
  }

  void add(byte[] from, int start, int length) {
    if (end + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    System.arraycopy(from, start, bytes, end, length);
    end += length;
    ends[count++] = end;
  }
}
