package org.earshot.server.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.earshot.server.platform.keys.Vault;

/// When a form was handed out, signed so that nobody can make one up. A person takes some seconds
/// to write; a program does not.
@ApplicationScoped
class FormStamp {

  private static final int MARK_BYTES = 12;

  private final Vault vault;
  private final Clock clock;

  FormStamp(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  String issue() {
    var at = Long.toString(clock.millis());
    return at + "." + mark(at);
  }

  /// How long ago this stamp was issued; nothing when we never did.
  Optional<Duration> age(String stamp) {
    var parts = stamp.split("\\.", 2);
    if (parts.length != 2 || !parts[0].matches("\\d{10,15}")) {
      return Optional.empty();
    }
    if (!MessageDigest.isEqual(mark(parts[0]).getBytes(US_ASCII), parts[1].getBytes(US_ASCII))) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.between(Instant.ofEpochMilli(Long.parseLong(parts[0])), clock.instant()));
  }

  private String mark(String at) {
    return HexFormat.of().formatHex(Arrays.copyOf(vault.lookup("form", at), MARK_BYTES));
  }
}
