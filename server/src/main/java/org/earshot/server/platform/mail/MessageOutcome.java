package org.earshot.server.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What finally became of a message.
public record MessageOutcome(
    String purpose, @Nullable UUID about, @Nullable UUID voice, State state, Instant at) {

  /// The end of a message's way.
  public enum State {
    /// The next server took it.
    SENT,
    /// The address does not take it, now or later.
    REFUSED,
    /// It was tried for three days.
    GAVE_UP;

    /// How the database names it.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
