package org.earshot.server.publish;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The SQL of figures kept by the day. Runs in the caller's transaction.
final class FrozenFigures {

  private final Handle handle;

  FrozenFigures(Handle handle) {
    this.handle = handle;
  }

  /// Keeps the figure unless the day has one already: what is published does not move before
  /// tomorrow.
  void freeze(LocalDate day, String name, String value) {
    handle
        .createUpdate(
            """
            INSERT INTO frozen_figure (day, name, value) VALUES (:day, :name, CAST(:value AS jsonb))
            ON CONFLICT DO NOTHING
            """)
        .bind("day", day)
        .bind("name", name)
        .bind("value", value)
        .execute();
  }

  /// Keeps only the newest figure of this name.
  void replace(LocalDate day, String name, String value) {
    handle
        .createUpdate("DELETE FROM frozen_figure WHERE name = :name")
        .bind("name", name)
        .execute();
    freeze(day, name, value);
  }

  Optional<String> findNewest(String name) {
    return handle
        .createQuery(
            "SELECT value::text FROM frozen_figure WHERE name = :name ORDER BY day DESC LIMIT 1")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }
}
