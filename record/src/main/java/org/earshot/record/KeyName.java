package org.earshot.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What a signature line says about its key: the key's name and, in four bytes, which of the keys
/// of that name it is.
record KeyName(String name, int id) {

  static final byte ED25519 = 1;

  KeyName {
    if (!isAllowed(name)) {
      throw new IllegalArgumentException(
          "A key's name is not empty and has no space, control character or '+': \"%s\"."
              .formatted(name));
    }
  }

  static boolean isAllowed(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(
                c ->
                    c == '+'
                        || c == 0x85 // next line: a space to Go, a control character to Java
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE);
  }

  static KeyName of(String name, byte[] publicKey) {
    Hash hash =
        Hashing.plain(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', ED25519}, publicKey);
    return new KeyName(name, firstFour(hash.bytes()));
  }

  static int firstFour(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getInt();
  }
}
