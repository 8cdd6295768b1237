package org.earshot.server.platform.keys;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.earshot.server.platform.db.Database;

/// Encrypts what must be read again, and hashes what must only be found again.
///
/// Ciphertext is `key id (1) || nonce (12) || AES-256-GCM output`. Lookups are HMAC-SHA-256 under a
/// key of their own, with the purpose in the message so that equal texts of two kinds differ.
@Startup
@ApplicationScoped
public class Vault {

  private static final byte CURRENT_KEY = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final byte[] sealing;
  private final byte[] lookup;
  private final byte[] signing;

  Vault(KeyFolder folder, Database database) {
    var fingerprints = new KeyFingerprints(database);
    this.sealing = fingerprints.checked(folder, "sealing");
    this.lookup = fingerprints.checked(folder, "lookup");
    this.signing = fingerprints.checked(folder, "record");
  }

  /// Encrypts a text; the same text gives other bytes each time.
  public byte[] seal(String text) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      var hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      var out = new byte[1 + NONCE_BYTES + hidden.length];
      out[0] = CURRENT_KEY;
      System.arraycopy(nonce, 0, out, 1, NONCE_BYTES);
      System.arraycopy(hidden, 0, out, 1 + NONCE_BYTES, hidden.length);
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  /// The text behind what [#seal] gave.
  public String open(byte[] sealed) {
    if (sealed.length < 1 + NONCE_BYTES || sealed[0] != CURRENT_KEY) {
      throw new IllegalArgumentException("These bytes were not sealed with a key of this node.");
    }
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES));
      var text = cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Sealed bytes were changed, or belong to other keys.", e);
    }
  }

  /// A value by which a secret can be found again without being stored: 32 bytes.
  public byte[] lookup(String purpose, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(lookup, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /// The seed of the record's Ed25519 key: 32 bytes, a fresh copy.
  public byte[] recordSeed() {
    return signing.clone();
  }

  /// Random bytes fit for salts and tokens.
  public byte[] randomBytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  static byte[] fingerprint(byte[] key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
