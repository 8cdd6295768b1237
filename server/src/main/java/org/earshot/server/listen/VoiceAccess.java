package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.jobs.RateLimits;
import org.earshot.server.platform.keys.Vault;
import org.earshot.server.platform.pages.Visitor;

/// Opens a voice to whoever holds its receipt code. Codes that nobody has are counted by address
/// block, and too many of them close the door for a while. (A mistyped code never gets here: its
/// check character does not fit.)
@ApplicationScoped
public class VoiceAccess {

  private static final int TRIES = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int TOO_MANY_REQUESTS = 429;

  private final Database database;
  private final Vault vault;
  private final RateLimits limits;
  private final Visitor visitor;
  private final Clock clock;
  private final Map<String, Instant> closed = new ConcurrentHashMap<>();

  VoiceAccess(Database database, Vault vault, RateLimits limits, Visitor visitor, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.limits = limits;
    this.visitor = visitor;
    this.clock = clock;
  }

  /// The voice of this code. Refuses with status 429 after too many wrong codes from the visitor's
  /// address block, right ones included.
  public Optional<UUID> find(ReceiptCode code) {
    var block = visitor.addressBlock();
    refuseWhileClosed(block);
    var lookup = vault.lookup("receipt", code.value());
    Optional<UUID> found = database.read(handle -> new StoredVoices(handle).findByCode(lookup));
    if (found.isEmpty() && !limits.allow("receipt", block, TRIES, WINDOW)) {
      closed.put(block, clock.instant().plus(WINDOW));
    }
    return found;
  }

  /// The same for a code as it was typed or stands in an address.
  public Optional<UUID> find(String typed) {
    return ReceiptCode.read(typed).flatMap(this::find);
  }

  private void refuseWhileClosed(String block) {
    var until = closed.get(block);
    if (until == null) {
      return;
    }
    if (clock.instant().isBefore(until)) {
      throw new ClientErrorException(TOO_MANY_REQUESTS);
    }
    closed.remove(block, until);
  }
}
