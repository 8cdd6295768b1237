package org.earshot.server.platform.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of sessions. Runs in the caller's transaction. A session ends 12 hours after it began,
/// and after an hour without a request.
final class Sessions {

  static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration IDLE = Duration.ofMinutes(60);
  private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

  @Language("SQL")
  private static final String FIND =
      """
      SELECT staff.*, session.second_factor, session.seen_at,
             ARRAY(SELECT role FROM staff_role WHERE staff_id = staff.id) AS roles,
             ARRAY(SELECT service_id FROM staff_service WHERE staff_id = staff.id) AS services
        FROM staff_session AS session
        JOIN staff ON staff.id = session.staff_id
       WHERE session.token_hash = :token
         AND session.expires_at > :now
         AND session.seen_at > :idle
         AND staff.disabled_at IS NULL
      """;

  /// A session that is still good.
  ///
  /// @param secondFactor whether it was opened with a second factor
  record Open(StaffAccount account, boolean secondFactor, Instant seenAt) {

    /// Whether it opens anything but the second step of signing in.
    boolean isComplete() {
      return secondFactor || !account.needsSecondFactor();
    }
  }

  /// A session in the list of one's own.
  ///
  /// @param id the first bytes of the hash, in hexadecimal; opens nothing
  record Listed(String id, Instant createdAt, Instant seenAt, String browser, boolean here) {}

  private final Handle handle;

  Sessions(Handle handle) {
    this.handle = handle;
  }

  Optional<Open> find(byte[] token, Instant now) {
    return handle
        .createQuery(FIND)
        .bind("token", token)
        .bind("now", now)
        .bind("idle", now.minus(IDLE))
        .map(
            (row, _) ->
                new Open(
                    Accounts.account(row),
                    row.getBoolean("second_factor"),
                    row.getTimestamp("seen_at").toInstant()))
        .findOne();
  }

  /// Remembers that the session is used; at most once a minute, to spare writes.
  static boolean needsTouch(Open session, Instant now) {
    return session.seenAt().plus(SEEN_AGAIN).isBefore(now);
  }

  void touch(byte[] token, Instant now) {
    handle
        .createUpdate("UPDATE staff_session SET seen_at = :now WHERE token_hash = :token")
        .bind("token", token)
        .bind("now", now)
        .execute();
  }

  void open(byte[] token, UUID staff, boolean secondFactor, String browser, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO staff_session
                   (token_hash, staff_id, created_at, seen_at, expires_at, second_factor, browser)
            VALUES (:token, :staff, :now, :now, :expires, :secondFactor, :browser)
            """)
        .bind("token", token)
        .bind("staff", staff)
        .bind("now", now)
        .bind("expires", now.plus(LONGEST))
        .bind("secondFactor", secondFactor)
        .bind("browser", browser)
        .execute();
  }

  void close(byte[] token) {
    handle
        .createUpdate("DELETE FROM staff_session WHERE token_hash = :token")
        .bind("token", token)
        .execute();
  }

  void closeAll(UUID staff) {
    handle
        .createUpdate("DELETE FROM staff_session WHERE staff_id = :staff")
        .bind("staff", staff)
        .execute();
  }

  void closeOthers(UUID staff, byte[] kept) {
    handle
        .createUpdate("DELETE FROM staff_session WHERE staff_id = :staff AND token_hash <> :kept")
        .bind("staff", staff)
        .bind("kept", kept)
        .execute();
  }

  void closeExpired(Instant now) {
    handle
        .createUpdate("DELETE FROM staff_session WHERE expires_at < :now OR seen_at < :idle")
        .bind("now", now)
        .bind("idle", now.minus(IDLE))
        .execute();
  }

  List<Listed> list(UUID staff, byte[] here, Instant now) {
    return handle
        .createQuery(
            """
            SELECT encode(substring(token_hash FROM 1 FOR 6), 'hex') AS id, created_at, seen_at,
                   browser, token_hash = :here AS here
              FROM staff_session
             WHERE staff_id = :staff AND expires_at > :now AND seen_at > :idle
             ORDER BY seen_at DESC
            """)
        .bind("staff", staff)
        .bind("here", here)
        .bind("now", now)
        .bind("idle", now.minus(IDLE))
        .map(
            (row, _) ->
                new Listed(
                    row.getString("id"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("seen_at").toInstant(),
                    row.getString("browser"),
                    row.getBoolean("here")))
        .list();
  }
}
