package org.earshot.server.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/// Transactions on the one PostgreSQL. A facade opens exactly one a request and hands its [Handle]
/// to the SQL classes it calls.
@ApplicationScoped
public class Database {

  private final Jdbi jdbi;

  Database(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
  }

  /// Runs `work` in one transaction, committed when it returns and rolled back when it throws.
  public <T> T inTransaction(Function<Handle, T> work) {
    return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, work::apply);
  }

  /// The same for work that gives nothing back.
  public void useTransaction(Consumer<Handle> work) {
    jdbi.useTransaction(TransactionIsolationLevel.READ_COMMITTED, work::accept);
  }

  /// Reads several things that must agree with each other: one snapshot, no writes. Within a
  /// transaction of this thread it reads what that transaction sees.
  public <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(
        handle ->
            handle.isInTransaction()
                ? work.apply(handle)
                : handle.inTransaction(
                    TransactionIsolationLevel.REPEATABLE_READ,
                    snapshot -> {
                      snapshot.execute("SET TRANSACTION READ ONLY");
                      return work.apply(snapshot);
                    }));
  }

  /// Runs `work` unless somebody else holds the lock of this name, on any node. The lock has a
  /// connection of its own, so that the transactions of `work` are short and independent of it.
  public void alone(String name, Runnable work) {
    try (var lock = jdbi.open()) {
      var free =
          lock.createQuery("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
              .bind("name", name)
              .mapTo(Boolean.class)
              .one();
      if (free) {
        try {
          work.run();
        } finally {
          lock.createQuery("SELECT pg_advisory_unlock(hashtextextended(:name, 0))")
              .bind("name", name)
              .mapTo(Boolean.class)
              .one();
        }
      }
    }
  }
}
