package org.earshot.server.platform.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords (RFC 6238): six digits that change every 30 seconds, HMAC-SHA-1 as
/// every authenticator app has it.
final class Totp {

  private static final int STEP_SECONDS = 30;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  static String code(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-1 is part of every JDK", e);
    }
  }

  /// The step that a code belongs to: now, one before or one after, and later than the last used
  /// one, so that a code opens once.
  static OptionalLong matchingStep(byte[] secret, String code, Instant now, long lastUsed) {
    long current = step(now);
    for (long step = current - 1; step <= current + 1; step++) {
      if (step > lastUsed && constantTimeEquals(code(secret, step), code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean constantTimeEquals(String expected, String given) {
    var ascii = java.nio.charset.StandardCharsets.UTF_8;
    return java.security.MessageDigest.isEqual(expected.getBytes(ascii), given.getBytes(ascii));
  }

  /// The secret as people type it into an app.
  static String base32(byte[] secret) {
    var out = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte one : secret) {
      buffer = (buffer << 8) | (one & 0xff);
      for (bits += 8; bits >= 5; bits -= 5) {
        out.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
      }
    }
    if (bits > 0) {
      out.append(BASE32.charAt((buffer << (5 - bits)) & 31));
    }
    return out.toString();
  }
}
