package org.earshot.record;

import java.util.Arrays;
import java.util.HexFormat;

/// Thirty-two bytes of SHA-256: a leaf, an inner node or the root of a tree. A value: equal by its
/// bytes, never changed.
public final class Hash {

  /// How many bytes a hash has.
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash of these bytes.
  ///
  /// @throws IllegalArgumentException unless there are exactly 32 bytes
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A hash has 32 bytes, not %d.".formatted(bytes.length));
    }
    return new Hash(bytes.clone());
  }

  /// The hash that [#hex()] writes so.
  ///
  /// @throws IllegalArgumentException unless `hex` is 64 lower-case hexadecimal digits
  public static Hash ofHex(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (!HexFormat.of().formatHex(bytes).equals(hex)) {
      throw new IllegalArgumentException("A hash is written in lower-case letters: " + hex);
    }
    return of(bytes);
  }

  /// The hash that [#base64()] writes so.
  ///
  /// @throws IllegalArgumentException unless `base64` is canonical standard base64 of 32 bytes
  public static Hash ofBase64(String base64) {
    return of(StrictBase64.decode(base64));
  }

  static Hash at(byte[] hashes, int position) {
    return new Hash(Arrays.copyOfRange(hashes, position * BYTES, (position + 1) * BYTES));
  }

  void copyTo(byte[] hashes, int position) {
    System.arraycopy(bytes, 0, hashes, position * BYTES, BYTES);
  }

  /// A copy of the 32 bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// 64 lower-case hexadecimal digits.
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /// Standard base64 with padding, 44 characters, as checkpoints and receipts write it.
  public String base64() {
    return StrictBase64.encode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
