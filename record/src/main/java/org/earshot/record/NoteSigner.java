package org.earshot.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Signs notes under a name.
public final class NoteSigner {

  private final SigningKey key;
  private final KeyName keyName;

  private NoteSigner(String name, SigningKey key) {
    this.key = key;
    this.keyName = KeyName.of(name, key.publicKey());
  }

  /// The signer of that name and seed.
  ///
  /// @param name who signs; for a log, its origin. Without spaces and '+'
  /// @param seed the 32 bytes of the signing key
  public static NoteSigner of(String name, byte[] seed) {
    return of(name, SigningKey.ofSeed(seed));
  }

  /// The signer of that name and key.
  ///
  /// @param name who signs; for a log, its origin. Without spaces and '+'
  public static NoteSigner of(String name, SigningKey key) {
    return new NoteSigner(name, key);
  }

  public String name() {
    return keyName.name();
  }

  /// What checks this signer's signatures. Publish its [NoteVerifier#vkey()].
  public NoteVerifier verifier() {
    return NoteVerifier.of(keyName.name(), key.publicKey());
  }

  /// The signature line over `text`, with its newline.
  String signatureLine(String text) {
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] idAndSignature =
        ByteBuffer.allocate(Integer.BYTES + signature.length)
            .putInt(keyName.id())
            .put(signature)
            .array();
    return "— %s %s\n".formatted(keyName.name(), StrictBase64.encode(idAndSignature));
  }
}
