package org.earshot.server.platform.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.keys.Vault;

/// Limits on how often somebody may do something, over all nodes. Who it was is stored only as a
/// keyed hash and forgotten after a day.
@ApplicationScoped
public class RateLimits {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Database database;
  private final Vault vault;
  private final Clock clock;

  RateLimits(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /// Counts one more time and says whether it is still among the allowed ones. Windows stand side
  /// by side, so that at most twice as many fit into any stretch of that length.
  ///
  /// @param what the kind of thing that is limited, such as "login"
  /// @param who an address block, a login, a code: whatever it is counted by
  /// @param window at most a day
  public boolean allow(String what, String who, int times, Duration window) {
    long length = window.toMillis();
    var start = Instant.ofEpochMilli(clock.millis() / length * length);
    int counted =
        database.inTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        INSERT INTO rate_window (who, what, started_at, times)
                        VALUES (:who, :what, :start, 1)
                            ON CONFLICT (what, who, started_at) DO UPDATE
                           SET times = rate_window.times + 1
                        RETURNING times
                        """)
                    .bind("who", vault.lookup("rate:" + what, who))
                    .bind("what", what)
                    .bind("start", start)
                    .mapTo(Integer.class)
                    .one());
    return counted <= times;
  }

  @Scheduled(every = "17m")
  void forget() {
    var before = clock.instant().minus(KEPT);
    database.useTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM rate_window WHERE started_at < :before")
                .bind("before", before)
                .execute());
  }
}
