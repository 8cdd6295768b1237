package org.earshot.server.platform.db;

import java.security.SecureRandom;
import java.util.UUID;

/// New identifiers whose order is the order of their making (UUID version 7, RFC 9562): they keep
/// indexes dense. Never for ballots, which must not tell when they were cast.
public final class NewId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private NewId() {}

  public static UUID next() {
    return at(System.currentTimeMillis());
  }

  /// An identifier as if made at that moment; for imported history.
  public static UUID at(long epochMillis) {
    long high = epochMillis << 16 | 0x7000 | RANDOM.nextInt(1 << 12);
    long low = 0x8000_0000_0000_0000L | RANDOM.nextLong() >>> 2;
    return new UUID(high, low);
  }
}
