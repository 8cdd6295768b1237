package org.earshot.record;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The file format of up to 256 entries one after the other: each is its length in two bytes, high
/// byte first, and then its bytes.
public final class EntryBundle {

  /// The most bytes one entry can have.
  public static final int LONGEST_ENTRY = 0xFFFF;

  private EntryBundle() {}

  /// The bundle of up to 256 entries.
  ///
  /// @throws IllegalArgumentException if an entry is longer than [#LONGEST_ENTRY]
  public static byte[] encode(List<byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > LONGEST_ENTRY) {
        throw new IllegalArgumentException(
            "An entry of %d bytes does not fit; the most is %d."
                .formatted(entry.length, LONGEST_ENTRY));
      }
      bytes.write(entry.length >> 8);
      bytes.write(entry.length);
      bytes.writeBytes(entry);
    }
    return bytes.toByteArray();
  }

  /// The entries of a bundle that has exactly `count` of them. Safe on hostile input.
  ///
  /// @throws IllegalArgumentException if the bytes end early or go on
  public static List<byte[]> decode(byte[] bundle, int count) {
    var entries = new ArrayList<byte[]>(count);
    int position = 0;
    for (int i = 0; i < count; i++) {
      if (bundle.length - position < 2) {
        throw new IllegalArgumentException(
            "The bundle ends after %d of %d entries.".formatted(i, count));
      }
      int length =
          Byte.toUnsignedInt(bundle[position]) << 8 | Byte.toUnsignedInt(bundle[position + 1]);
      position += 2;
      if (bundle.length - position < length) {
        throw new IllegalArgumentException(
            "The bundle ends within entry %d of %d.".formatted(i, count));
      }
      entries.add(Arrays.copyOfRange(bundle, position, position + length));
      position += length;
    }
    if (position != bundle.length) {
      throw new IllegalArgumentException(
          "The bundle has %d bytes after its %d entries."
              .formatted(bundle.length - position, count));
    }
    return entries;
  }
}
