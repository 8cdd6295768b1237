package org.earshot.server.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.earshot.server.platform.db.Database;
import org.intellij.lang.annotations.Language;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Runs the work that has its hour on one node at a time, and remembers how it went for the status
/// page. The one place, besides the error pages, where every kind of failure is caught: a job that
/// breaks is tried again at its next hour.
@ApplicationScoped
public class Jobs {

  private static final Logger LOG = Logger.getLogger(Jobs.class);
  private static final int LONGEST_ERROR = 500;

  @Language("SQL")
  private static final String REMEMBER =
      """
      INSERT INTO job_run (name, started_at, finished_at, failed_at, last_error)
      VALUES (:name, :started, :finished, :failed, :error)
          ON CONFLICT (name) DO UPDATE
         SET started_at = EXCLUDED.started_at,
             finished_at = coalesce(EXCLUDED.finished_at, job_run.finished_at),
             failed_at = EXCLUDED.failed_at, last_error = EXCLUDED.last_error
      """;

  private final Database database;
  private final Clock clock;

  Jobs(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Runs `work`, which opens its own transactions, unless another node is at it.
  public void runAlone(String name, Runnable work) {
    database.alone("earshot job " + name, () -> run(name, work));
  }

  private void run(String name, Runnable work) {
    var started = clock.instant();
    try {
      work.run();
      remember(name, started, null);
    } catch (RuntimeException e) {
      LOG.errorf(e, "The job %s failed", name);
      remember(name, started, kindOf(e));
    }
  }

  /// What broke, without the message: a statement's message repeats what was in it.
  private static String kindOf(RuntimeException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    var name = cause.getClass().getSimpleName();
    return cause instanceof SQLException sql ? name + ' ' + sql.getSQLState() : name;
  }

  private void remember(String name, Instant started, @Nullable String error) {
    var ended = clock.instant();
    database.useTransaction(
        handle ->
            handle
                .createUpdate(REMEMBER)
                .bind("name", name)
                .bind("started", started)
                .bindByType("finished", error == null ? ended : null, Instant.class)
                .bindByType("failed", error == null ? null : ended, Instant.class)
                .bind(
                    "error",
                    error == null
                        ? null
                        : error.substring(0, Math.min(LONGEST_ERROR, error.length())))
                .execute());
  }
}
