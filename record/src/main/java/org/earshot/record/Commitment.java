package org.earshot.record;

/// A promise of what was said that does not tell it: SHA-256(salt || payload). Without the salt it
/// can neither be opened nor guessed at; once the salt is erased, never again.
public record Commitment(Hash hash) {

  /// How many bytes a salt has. One length, so that salt and payload cannot be divided in two ways.
  public static final int SALT_BYTES = 32;

  /// The commitment to `payload` under a random `salt` of 32 bytes.
  public static Commitment of(byte[] salt, byte[] payload) {
    requireSalt(salt);
    return new Commitment(Hashing.plain(salt, payload));
  }

  /// Whether this was made from that salt and payload.
  public boolean opensTo(byte[] salt, byte[] payload) {
    return salt.length == SALT_BYTES && of(salt, payload).equals(this);
  }

  static void requireSalt(byte[] salt) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("A salt has 32 bytes, not %d.".formatted(salt.length));
    }
  }
}
