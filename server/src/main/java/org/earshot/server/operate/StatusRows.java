package org.earshot.server.operate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of the status page. Reads only.
final class StatusRows {

  @Language("SQL")
  private static final String NUMBERS =
      """
      SELECT current_setting('server_version') AS database_version,
             pg_database_size(current_database()) AS database_size,
             (SELECT version FROM flyway_schema_history
               WHERE success AND version IS NOT NULL
               ORDER BY installed_rank DESC LIMIT 1) AS migration,
             (SELECT count(*) FROM flyway_schema_history WHERE success) AS migrations,
             (SELECT count(*) FROM outbox WHERE state = 'waiting') AS waiting,
             (SELECT count(*) FROM outbox WHERE state = 'waiting' AND channel = 'sms') AS waiting_sms,
             (SELECT min(created_at) FROM outbox WHERE state = 'waiting') AS oldest_waiting,
             (SELECT count(*) FROM outbox WHERE state = 'gave_up') AS failed,
             coalesce((SELECT size FROM log_state), 0) AS record_size,
             coalesce((SELECT max(size) FROM checkpoint), 0) AS signed_size,
             (SELECT max(at) FROM checkpoint) AS checkpoint_at,
             (SELECT CAST(value ->> 'at' AS timestamptz) FROM setting
               WHERE key = 'backup.last') AS backup_at
      """;

  /// What the database counts.
  ///
  /// @param recordSize entries in the public record
  /// @param signedSize how many of them the newest checkpoint covers
  record Numbers(
      String databaseVersion,
      long databaseSize,
      String migration,
      int migrations,
      long waiting,
      long waitingSms,
      Optional<Instant> oldestWaiting,
      long failed,
      long recordSize,
      long signedSize,
      Optional<Instant> checkpointAt,
      Optional<Instant> backupAt) {}

  /// The last run of a job.
  ///
  /// @param failedAt set while its last run failed
  record JobRun(
      String name, Optional<Instant> finishedAt, Optional<Instant> failedAt, String error) {}

  /// A key's name and the beginning of its fingerprint.
  record Fingerprint(String name, String start) {}

  private final Handle handle;

  StatusRows(Handle handle) {
    this.handle = handle;
  }

  Numbers numbers() {
    return handle.createQuery(NUMBERS).map((row, _) -> numbers(row)).one();
  }

  private static Numbers numbers(ResultSet row) throws SQLException {
    return new Numbers(
        row.getString("database_version"),
        row.getLong("database_size"),
        row.getString("migration"),
        row.getInt("migrations"),
        row.getLong("waiting"),
        row.getLong("waiting_sms"),
        moment(row.getTimestamp("oldest_waiting")),
        row.getLong("failed"),
        row.getLong("record_size"),
        row.getLong("signed_size"),
        moment(row.getTimestamp("checkpoint_at")),
        moment(row.getTimestamp("backup_at")));
  }

  List<JobRun> jobs() {
    return handle
        .createQuery("SELECT name, finished_at, failed_at, last_error FROM job_run ORDER BY name")
        .map(
            (row, _) ->
                new JobRun(
                    row.getString("name"),
                    moment(row.getTimestamp("finished_at")),
                    moment(row.getTimestamp("failed_at")),
                    Optional.ofNullable(row.getString("last_error")).orElse("")))
        .list();
  }

  List<Fingerprint> keys() {
    return handle
        .createQuery(
            """
            SELECT name, encode(substring(fingerprint FROM 1 FOR 8), 'hex') AS start
              FROM key_fingerprint ORDER BY name
            """)
        .map((row, _) -> new Fingerprint(row.getString("name"), row.getString("start")))
        .list();
  }

  private static Optional<Instant> moment(@Nullable Timestamp timestamp) {
    return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
  }
}
