package org.earshot.record;

import java.util.Base64;

/// Standard base64 with padding, in its one canonical spelling: what decodes also encodes back to
/// the same characters.
final class StrictBase64 {

  private StrictBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// The bytes that `text` spells.
  ///
  /// @throws IllegalArgumentException if `text` is not canonical base64
  static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!encode(bytes).equals(text)) { // the JDK forgives stray bits in the last character
      throw new IllegalArgumentException("Base64 is not in its canonical form: " + text);
    }
    return bytes;
  }
}
