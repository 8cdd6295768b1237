package org.earshot.server.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of staff accounts, their roles, services and recovery codes. Runs in the caller's
/// transaction; holds no rules.
final class Accounts {

  @Language("SQL")
  static final String SELECT =
      """
      SELECT staff.*,
             ARRAY(SELECT role FROM staff_role WHERE staff_id = staff.id) AS roles,
             ARRAY(SELECT service_id FROM staff_service WHERE staff_id = staff.id) AS services
        FROM staff
      """;

  @Language("SQL")
  private static final String ADD =
      """
      INSERT INTO staff (id, login, name, public_name, email, language, created_at)
      VALUES (:id, :login, :name, :publicName, :email, :language, :at)
      """;

  @Language("SQL")
  private static final String COUNT_FAILURE =
      """
      UPDATE staff
         SET failed_tries = CASE WHEN failed_tries + 1 >= :most THEN 0 ELSE failed_tries + 1 END,
             locked_until = CASE WHEN failed_tries + 1 >= :most THEN :until ELSE locked_until END
       WHERE id = :id
      """;

  /// What signing in needs beyond the account itself.
  record Secrets(
      Optional<String> passwordHash,
      Optional<byte[]> totpSealed,
      boolean totpConfirmed,
      long totpLastStep) {}

  private final Handle handle;

  Accounts(Handle handle) {
    this.handle = handle;
  }

  List<StaffAccount> list() {
    return handle
        .createQuery(SELECT + " ORDER BY disabled_at IS NOT NULL, name, login")
        .map((row, _) -> account(row))
        .list();
  }

  Optional<StaffAccount> find(UUID id) {
    return handle
        .createQuery(SELECT + " WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> account(row))
        .findOne();
  }

  /// Holds the account until the transaction ends, so that tries are counted one after another.
  Optional<StaffAccount> lock(UUID id) {
    return handle
        .createQuery(SELECT + " WHERE id = :id FOR UPDATE OF staff")
        .bind("id", id)
        .map((row, _) -> account(row))
        .findOne();
  }

  Optional<StaffAccount> lockByLogin(String login) {
    return handle
        .createQuery(SELECT + " WHERE login = :login FOR UPDATE OF staff")
        .bind("login", login)
        .map((row, _) -> account(row))
        .findOne();
  }

  Optional<StaffAccount> findBySubject(String subject) {
    return handle
        .createQuery(SELECT + " WHERE oidc_subject = :subject")
        .bind("subject", subject)
        .map((row, _) -> account(row))
        .findOne();
  }

  List<StaffAccount> listByEmail(String email) {
    return handle
        .createQuery(SELECT + " WHERE lower(email) = lower(:email) AND oidc_subject IS NULL")
        .bind("email", email)
        .map((row, _) -> account(row))
        .list();
  }

  static StaffAccount account(ResultSet row) throws SQLException {
    return new StaffAccount(
        row.getObject("id", UUID.class),
        row.getString("login"),
        row.getString("name"),
        row.getString("public_name"),
        row.getString("email"),
        row.getString("language"),
        Set.of((String[]) row.getArray("roles").getArray()),
        Arrays.stream((UUID[]) row.getArray("services").getArray()).collect(Collectors.toSet()),
        row.getString("password_hash") != null,
        row.getTimestamp("totp_confirmed") != null,
        row.getTimestamp("disabled_at") != null,
        instant(row.getTimestamp("locked_until")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  Secrets secrets(UUID id) {
    return handle
        .createQuery(
            "SELECT password_hash, totp_sealed, totp_confirmed, totp_last_step FROM staff WHERE id = :id")
        .bind("id", id)
        .map(
            (row, _) ->
                new Secrets(
                    Optional.ofNullable(row.getString("password_hash")),
                    Optional.ofNullable(row.getBytes("totp_sealed")),
                    row.getTimestamp("totp_confirmed") != null,
                    row.getLong("totp_last_step")))
        .one();
  }

  boolean add(UUID id, NewStaff staff, Instant at) {
    int added =
        handle
            .createUpdate(ADD + " ON CONFLICT (login) DO NOTHING")
            .bind("id", id)
            .bind("login", staff.login())
            .bind("name", staff.name())
            .bind("publicName", staff.publicName())
            .bind("email", staff.email())
            .bind("language", staff.language())
            .bind("at", at)
            .execute();
    return added == 1;
  }

  void change(UUID id, String name, String publicName, @Nullable String email) {
    handle
        .createUpdate(
            "UPDATE staff SET name = :name, public_name = :publicName, email = :email WHERE id = :id")
        .bind("id", id)
        .bind("name", name)
        .bind("publicName", publicName)
        .bind("email", email)
        .execute();
  }

  void setRoles(UUID id, Collection<String> roles) {
    handle.createUpdate("DELETE FROM staff_role WHERE staff_id = :id").bind("id", id).execute();
    for (var role : roles) {
      handle
          .createUpdate("INSERT INTO staff_role (staff_id, role) VALUES (:id, :role)")
          .bind("id", id)
          .bind("role", role)
          .execute();
    }
  }

  void setServices(UUID id, Collection<UUID> services) {
    handle.createUpdate("DELETE FROM staff_service WHERE staff_id = :id").bind("id", id).execute();
    for (var service : services) {
      handle
          .createUpdate("INSERT INTO staff_service (staff_id, service_id) VALUES (:id, :service)")
          .bind("id", id)
          .bind("service", service)
          .execute();
    }
  }

  void setPassword(UUID id, String hash) {
    handle
        .createUpdate(
            """
            UPDATE staff SET password_hash = :hash, failed_tries = 0, locked_until = NULL
             WHERE id = :id
            """)
        .bind("id", id)
        .bind("hash", hash)
        .execute();
  }

  void setSubject(UUID id, String subject) {
    handle
        .createUpdate("UPDATE staff SET oidc_subject = :subject WHERE id = :id")
        .bind("id", id)
        .bind("subject", subject)
        .execute();
  }

  void setDisabled(UUID id, @Nullable Instant at) {
    handle
        .createUpdate("UPDATE staff SET disabled_at = CAST(:at AS timestamptz) WHERE id = :id")
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  void countFailure(UUID id, int most, Instant until) {
    handle
        .createUpdate(COUNT_FAILURE)
        .bind("id", id)
        .bind("most", most)
        .bind("until", until)
        .execute();
  }

  void forgetFailures(UUID id) {
    handle
        .createUpdate("UPDATE staff SET failed_tries = 0, locked_until = NULL WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  void setTotp(UUID id, byte @Nullable [] sealed) {
    handle
        .createUpdate(
            """
            UPDATE staff SET totp_sealed = CAST(:sealed AS bytea), totp_confirmed = NULL, totp_last_step = NULL
             WHERE id = :id
            """)
        .bind("id", id)
        .bind("sealed", sealed)
        .execute();
  }

  void confirmTotp(UUID id, Instant at) {
    handle
        .createUpdate("UPDATE staff SET totp_confirmed = :at WHERE id = :id")
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  void setTotpStep(UUID id, long step) {
    handle
        .createUpdate("UPDATE staff SET totp_last_step = :step WHERE id = :id")
        .bind("id", id)
        .bind("step", step)
        .execute();
  }

  void replaceRecoveryCodes(UUID id, List<byte[]> hashes) {
    handle.createUpdate("DELETE FROM recovery_code WHERE staff_id = :id").bind("id", id).execute();
    for (var hash : hashes) {
      handle
          .createUpdate("INSERT INTO recovery_code (staff_id, code_hash) VALUES (:id, :hash)")
          .bind("id", id)
          .bind("hash", hash)
          .execute();
    }
  }

  boolean useRecoveryCode(UUID id, byte[] hash, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE recovery_code SET used_at = :at
                 WHERE staff_id = :id AND code_hash = :hash AND used_at IS NULL
                """)
            .bind("id", id)
            .bind("hash", hash)
            .bind("at", at)
            .execute()
        == 1;
  }

  int recoveryCodesLeft(UUID id) {
    return handle
        .createQuery("SELECT count(*) FROM recovery_code WHERE staff_id = :id AND used_at IS NULL")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }
}
