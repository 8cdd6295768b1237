package org.earshot.server.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of dimensions, their segments and margins. Runs in the caller's transaction; holds no
/// rules.
final class Dimensions {

  @Language("SQL")
  private static final String ADD =
      """
      INSERT INTO dimension (id, code, names, reasons, position)
      VALUES (:id, :code, CAST(:names AS jsonb), CAST(:reasons AS jsonb),
              (SELECT coalesce(max(position), 0) + 1 FROM dimension))
      """;

  @Language("SQL")
  private static final String ADD_SEGMENT =
      """
      INSERT INTO segment (id, dimension_id, code, names, position)
      VALUES (:id, :dimension, :code, CAST(:names AS jsonb),
              (SELECT coalesce(max(position), 0) + 1 FROM segment WHERE dimension_id = :dimension))
      """;

  private final Handle handle;

  Dimensions(Handle handle) {
    this.handle = handle;
  }

  List<Dimension> list() {
    var segments = new HashMap<UUID, List<Segment>>();
    handle
        .createQuery(
            "SELECT id, dimension_id, code, names::text AS names FROM segment ORDER BY position")
        .map(
            (row, _) ->
                new Segment(
                    row.getObject("id", UUID.class),
                    row.getObject("dimension_id", UUID.class),
                    row.getString("code"),
                    Names.ofJson(row.getString("names"))))
        .forEach(
            segment ->
                segments.computeIfAbsent(segment.dimension(), _ -> new ArrayList<>()).add(segment));
    return handle
        .createQuery(
            "SELECT id, code, names::text AS names, reasons::text AS reasons FROM dimension ORDER BY position")
        .map(
            (row, _) -> {
              var id = row.getObject("id", UUID.class);
              return new Dimension(
                  id,
                  row.getString("code"),
                  Names.ofJson(row.getString("names")),
                  Names.ofJson(row.getString("reasons")),
                  segments.getOrDefault(id, List.of()));
            })
        .list();
  }

  Map<List<Object>, Long> margins() {
    var margins = new HashMap<List<Object>, Long>();
    handle
        .createQuery("SELECT segment_id, area_id, population FROM margin")
        .map(
            (row, _) ->
                new Margin(
                    row.getObject("segment_id", UUID.class),
                    row.getObject("area_id", UUID.class),
                    row.getLong("population")))
        .forEach(margin -> margins.put(key(margin), margin.population()));
    return margins;
  }

  static List<Object> key(Margin margin) {
    var area = margin.area();
    return area == null ? List.of(margin.segment()) : List.of(margin.segment(), area);
  }

  void add(Dimension dimension) {
    handle
        .createUpdate(ADD)
        .bind("id", dimension.id())
        .bind("code", dimension.code())
        .bind("names", dimension.names().toJson())
        .bind("reasons", dimension.reasons().toJson())
        .execute();
  }

  void change(UUID id, Names names, Names reasons) {
    handle
        .createUpdate(
            """
            UPDATE dimension
               SET names = CAST(:names AS jsonb), reasons = CAST(:reasons AS jsonb)
             WHERE id = :id
            """)
        .bind("id", id)
        .bind("names", names.toJson())
        .bind("reasons", reasons.toJson())
        .execute();
  }

  void add(Segment segment) {
    handle
        .createUpdate(ADD_SEGMENT)
        .bind("id", segment.id())
        .bind("dimension", segment.dimension())
        .bind("code", segment.code())
        .bind("names", segment.names().toJson())
        .execute();
  }

  void rename(UUID segment, Names names) {
    handle
        .createUpdate("UPDATE segment SET names = CAST(:names AS jsonb) WHERE id = :id")
        .bind("id", segment)
        .bind("names", names.toJson())
        .execute();
  }

  void replaceMargins(List<Margin> margins) {
    handle.execute("DELETE FROM margin");
    if (margins.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            "INSERT INTO margin (segment_id, area_id, population) VALUES (:segment, CAST(:area AS uuid), :population)");
    for (var margin : margins) {
      batch
          .bind("segment", margin.segment())
          .bind("area", margin.area())
          .bind("population", margin.population())
          .add();
    }
    batch.execute();
  }
}
