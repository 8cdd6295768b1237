package org.earshot.server.understand;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of voices that look alike. Runs in the caller's transaction; holds no rules.
final class AlikeRows {

  /// The largest are found without their voices, which lie far apart.
  @Language("SQL")
  private static final String GROUPS =
      """
      WITH largest AS (
        SELECT g.id, g.service_id, g.label, count(*) AS people
          FROM alike_group g
          JOIN alike_voice a ON a.group_id = g.id
         WHERE %s
         GROUP BY g.id
        HAVING count(*) > 1
         ORDER BY count(*) DESC, g.id
         LIMIT :limit)
      SELECT l.id, l.service_id, l.label, l.people,
             (SELECT min(v.said_at) FROM alike_voice a JOIN voice v ON v.id = a.voice_id
               WHERE a.group_id = l.id) AS since
        FROM largest l
       ORDER BY l.people DESC, l.id
      """;

  private final Handle handle;

  AlikeRows(Handle handle) {
    this.handle = handle;
  }

  List<AlikeGroup> list(List<UUID> services, int limit) {
    return handle
        .createQuery(GROUPS.formatted("g.service_id = ANY(:services)"))
        .bindArray("services", UUID.class, services)
        .bind("limit", limit)
        .map((row, _) -> group(row))
        .list();
  }

  Optional<AlikeGroup> find(UUID group) {
    return handle
        .createQuery(GROUPS.formatted("g.id = :group"))
        .bind("group", group)
        .bind("limit", 1)
        .map((row, _) -> group(row))
        .findOne();
  }

  private static AlikeGroup group(ResultSet row) throws SQLException {
    return new AlikeGroup(
        row.getObject("id", UUID.class),
        row.getObject("service_id", UUID.class),
        row.getString("label"),
        row.getLong("people"),
        row.getTimestamp("since").toInstant());
  }

  long count(List<UUID> services) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM (
              SELECT FROM alike_group g JOIN alike_voice a ON a.group_id = g.id
               WHERE g.service_id = ANY(:services)
               GROUP BY g.id HAVING count(*) > 1) shared
            """)
        .bindArray("services", UUID.class, services)
        .mapTo(Long.class)
        .one();
  }

  List<UUID> voices(UUID group) {
    return handle
        .createQuery(
            """
            SELECT a.voice_id FROM alike_voice a JOIN voice v ON v.id = a.voice_id
             WHERE a.group_id = :group ORDER BY v.said_at, v.id
            """)
        .bind("group", group)
        .mapTo(UUID.class)
        .list();
  }

  /// The newest open voices of a service that belong to no need.
  List<AlikeFinder.Text> newestUnlinked(UUID service, int limit) {
    return handle
        .createQuery(
            """
            SELECT v.id, v.language, v.words, tsvector_to_array(v.search) AS lexemes
              FROM case_work w
              JOIN voice v ON v.id = w.voice_id
             WHERE w.service_id = :service AND w.state IN ('new', 'open') AND w.debt
               AND NOT w.restricted AND v.words IS NOT NULL AND v.doubtful IS NULL
               AND NOT EXISTS (SELECT FROM need_voice n WHERE n.voice_id = v.id)
             ORDER BY w.opened_at DESC, v.id DESC
             LIMIT :limit
            """)
        .bind("service", service)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new AlikeFinder.Text(
                    row.getObject("id", UUID.class),
                    row.getString("language"),
                    row.getString("words"),
                    Arrays.asList((String[]) row.getArray("lexemes").getArray())))
        .list();
  }

  /// The same group keeps its id from minute to minute: it is named after its oldest voice.
  private static UUID idOf(AlikeFinder.Group group) {
    var name = "alike " + group.voices().getFirst();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /// Replaces the groups of a service by what was found now.
  void replace(UUID service, List<AlikeFinder.Group> groups, Instant at) {
    handle
        .createUpdate("DELETE FROM alike_group WHERE service_id = :service")
        .bind("service", service)
        .execute();
    for (var group : groups) {
      var id = idOf(group);
      handle
          .createUpdate(
              """
              INSERT INTO alike_group (id, service_id, label, found_at)
              VALUES (:id, :service, :label, :at)
              """)
          .bind("id", id)
          .bind("service", service)
          .bind("label", group.label())
          .bind("at", at)
          .execute();
      handle
          .createUpdate("INSERT INTO alike_voice (group_id, voice_id) SELECT :id, unnest(:voices)")
          .bind("id", id)
          .bindArray("voices", UUID.class, group.voices())
          .execute();
    }
  }
}
