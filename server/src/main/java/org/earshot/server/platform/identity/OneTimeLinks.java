package org.earshot.server.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Links that open one thing once: an invitation, a new password, the first run.
@ApplicationScoped
public class OneTimeLinks {

  public static final String INVITATION = "invitation";
  public static final String RESET = "reset";
  public static final String FIRST_RUN = "first-run";

  /// A link that is still good.
  public record Found(String purpose, @Nullable UUID staff) {}

  private final Clock clock;

  OneTimeLinks(Clock clock) {
    this.clock = clock;
  }

  /// Makes a link and gives its token; earlier links of that purpose for the same person die.
  public String make(Handle handle, String purpose, @Nullable UUID staff, Duration validity) {
    handle
        .createUpdate(
            """
            DELETE FROM one_time_link
             WHERE purpose = :purpose AND staff_id IS NOT DISTINCT FROM CAST(:staff AS uuid)
            """)
        .bind("purpose", purpose)
        .bind("staff", staff)
        .execute();
    var token = Tokens.fresh();
    var now = clock.instant();
    handle
        .createUpdate(
            """
            INSERT INTO one_time_link (token_hash, purpose, staff_id, created_at, expires_at)
            VALUES (:token, :purpose, CAST(:staff AS uuid), :now, :expires)
            """)
        .bind("token", Tokens.hash(token))
        .bind("purpose", purpose)
        .bind("staff", staff)
        .bind("now", now)
        .bind("expires", now.plus(validity))
        .execute();
    return token;
  }

  public Optional<Found> find(Handle handle, String token) {
    return handle
        .createQuery(
            """
            SELECT purpose, staff_id FROM one_time_link
             WHERE token_hash = :token AND used_at IS NULL AND expires_at > :now
            """)
        .bind("token", Tokens.hash(token))
        .bind("now", clock.instant())
        .map((row, _) -> new Found(row.getString("purpose"), row.getObject("staff_id", UUID.class)))
        .findOne();
  }

  /// Uses a link up; false when somebody did so before.
  public boolean use(Handle handle, String token) {
    var now = clock.instant();
    return handle
            .createUpdate(
                """
                UPDATE one_time_link SET used_at = :now
                 WHERE token_hash = :token AND used_at IS NULL AND expires_at > :now
                """)
            .bind("token", Tokens.hash(token))
            .bind("now", now)
            .execute()
        == 1;
  }
}
