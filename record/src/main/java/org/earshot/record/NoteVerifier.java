package org.earshot.record;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// Checks the signatures of one key. Its text form, the verifier key, is public: residents put it
/// beside the log's address.
public final class NoteVerifier {

  private static final int KEY_BYTES = 32;

  private final KeyName keyName;
  private final byte[] encoded;
  private final PublicKey key;

  private NoteVerifier(KeyName keyName, byte[] encoded, PublicKey key) {
    this.keyName = keyName;
    this.encoded = encoded;
    this.key = key;
  }

  static NoteVerifier of(String name, byte[] publicKey) {
    return new NoteVerifier(KeyName.of(name, publicKey), publicKey.clone(), decoded(publicKey));
  }

  /// Reads a verifier key: `name+id+key`, the id in eight hexadecimal digits, the key in base64.
  ///
  /// @throws IllegalArgumentException if it is not one, or its id does not fit its key
  public static NoteVerifier parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "A verifier key has the form name+id+key, but this is \"%s\".".formatted(vkey));
    }
    byte[] typeAndKey = StrictBase64.decode(parts[2]);
    if (typeAndKey.length != 1 + KEY_BYTES || typeAndKey[0] != KeyName.ED25519) {
      throw new IllegalArgumentException("Not an Ed25519 verifier key: \"%s\".".formatted(vkey));
    }
    var verifier = of(parts[0], Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
    if (!verifier.vkey().equals(vkey)) {
      throw new IllegalArgumentException(
          "The id in the verifier key does not fit its name and key: \"%s\".".formatted(vkey));
    }
    return verifier;
  }

  public String name() {
    return keyName.name();
  }

  /// The verifier key as text; [#parse] reads it.
  public String vkey() {
    byte[] typeAndKey = new byte[1 + KEY_BYTES];
    typeAndKey[0] = KeyName.ED25519;
    System.arraycopy(encoded, 0, typeAndKey, 1, KEY_BYTES);
    return "%s+%08x+%s".formatted(name(), keyName.id(), StrictBase64.encode(typeAndKey));
  }

  KeyName keyName() {
    return keyName;
  }

  boolean hasSigned(byte[] message, byte[] signatureBytes) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signatureBytes);
    } catch (GeneralSecurityException e) { // a signature or a key that is no such thing
      return false;
    }
  }

  private static PublicKey decoded(byte[] encoded) {
    byte[] bigEndian = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      bigEndian[i] = encoded[KEY_BYTES - 1 - i];
    }
    boolean xOdd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7F;
    var point = new EdECPoint(xOdd, new BigInteger(1, bigEndian));
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a point on the curve of Ed25519.", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteVerifier that && vkey().equals(that.vkey());
  }

  @Override
  public int hashCode() {
    return vkey().hashCode();
  }

  @Override
  public String toString() {
    return vkey();
  }
}
