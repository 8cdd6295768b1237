package org.earshot.server.platform.jobs;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Figures that a job counts and pages show: by name and day, as JSON. Runs in the caller's
/// transaction.
public final class KeptFigures {

  private final Handle handle;

  public KeptFigures(Handle handle) {
    this.handle = handle;
  }

  /// Keeps the figure unless the day has one already: what is published does not move before
  /// tomorrow.
  public void freeze(LocalDate day, String name, String value) {
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
  public void replace(LocalDate day, String name, String value) {
    handle
        .createUpdate("DELETE FROM frozen_figure WHERE name = :name")
        .bind("name", name)
        .execute();
    freeze(day, name, value);
  }

  public Optional<String> findNewest(String name) {
    return handle
        .createQuery(
            "SELECT value::text FROM frozen_figure WHERE name = :name ORDER BY day DESC LIMIT 1")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }
}
