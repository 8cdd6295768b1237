package org.earshot.record;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// A private Ed25519 key (RFC 8032), made from a seed of 32 bytes. Whoever has the seed can sign.
public final class SigningKey {

  /// How many bytes a seed has.
  public static final int SEED_BYTES = 32;

  private final byte[] seed;
  private final PrivateKey privateKey;
  private final byte[] publicKey;

  private SigningKey(byte[] seed, KeyPair pair) {
    this.seed = seed;
    this.privateKey = pair.getPrivate();
    this.publicKey = encoded((EdECPublicKey) pair.getPublic());
  }

  /// A new key out of `random`.
  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return ofSeed(seed);
  }

  /// The one key of that seed.
  ///
  /// @throws IllegalArgumentException unless there are 32 bytes
  public static SigningKey ofSeed(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("A seed has 32 bytes, not %d.".formatted(seed.length));
    }
    KeyPair pair;
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Replay(seed));
      pair = generator.generateKeyPair();
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("Every Java platform since 15 has Ed25519.", e);
    }
    byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
    if (!Arrays.equals(used, seed)) { // would mean another key than the one asked for
      throw new IllegalStateException("This Java platform makes Ed25519 keys in another way.");
    }
    return new SigningKey(seed.clone(), pair);
  }

  /// A copy of the secret seed, to store where only the owner can read it.
  public byte[] seed() {
    return seed.clone();
  }

  /// The 32 bytes of the public key.
  byte[] publicKey() {
    return publicKey.clone();
  }

  /// The 64 bytes of the signature over `message`.
  byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(EdECPublicKey key) {
    byte[] bigEndian = key.getPoint().getY().toByteArray();
    byte[] encoded = new byte[SEED_BYTES];
    for (int i = 0; i < bigEndian.length && i < encoded.length; i++) {
      encoded[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      encoded[SEED_BYTES - 1] |= (byte) 0x80;
    }
    return encoded;
  }

  /// Hands out a known seed where the platform asks for randomness: the only way in the JDK from a
  /// seed to its public key.
  private static final class Replay extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final byte[] seed;

    Replay(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("Asked for %d bytes.".formatted(bytes.length));
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
