package org.earshot.server.places;

import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// The SQL of areas. Runs in the caller's transaction; holds no rules.
final class Areas {

  @Language("SQL")
  private static final String SAVE =
      """
      INSERT INTO area (id, code, name, shape, position)
      VALUES (:id, :code, :name, CAST(:shape AS jsonb), :position)
          ON CONFLICT (id) DO UPDATE
         SET code = EXCLUDED.code, name = EXCLUDED.name, shape = EXCLUDED.shape,
             position = EXCLUDED.position
      """;

  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final Handle handle;

  Areas(Handle handle) {
    this.handle = handle;
  }

  List<Area> list() {
    return handle
        .createQuery(
            "SELECT id, code, name, shape::text AS shape FROM area ORDER BY position, code")
        .map(
            (row, _) ->
                new Area(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("shape")))
        .list();
  }

  void save(Area area, int position) {
    handle
        .createUpdate(SAVE)
        .bind("id", area.id())
        .bind("code", area.code())
        .bind("name", area.name())
        .bind("shape", area.shapeGeoJson())
        .bind("position", position)
        .execute();
  }

  int nextPosition() {
    return handle
        .createQuery("SELECT coalesce(max(position), 0) + 1 FROM area")
        .mapTo(Integer.class)
        .one();
  }

  /// Removes an area that nothing but margins refers to; false when something does, whose feature
  /// need not be known here.
  boolean remove(UUID id) {
    handle.savepoint("remove_area");
    try {
      handle.createUpdate("DELETE FROM margin WHERE area_id = :id").bind("id", id).execute();
      handle.createUpdate("DELETE FROM area WHERE id = :id").bind("id", id).execute();
      handle.releaseSavepoint("remove_area");
      return true;
    } catch (UnableToExecuteStatementException refused) {
      if (refused.getCause() instanceof java.sql.SQLException sql
          && FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())) {
        handle.rollbackToSavepoint("remove_area");
        return false;
      }
      throw refused;
    }
  }
}
