package org.earshot.server.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of the lists of needs with what is owed behind them. Runs in the caller's transaction;
/// holds no rules.
final class NeedLists {

  /// A need in a list.
  ///
  /// @param oldestPromise the earliest day by which somebody behind it was promised an answer; null
  ///   when nobody is owed one
  record Line(
      UUID id,
      long number,
      String titles,
      UUID service,
      @Nullable UUID area,
      boolean shown,
      boolean closed,
      Instant openedAt,
      long people,
      long owed,
      @Nullable LocalDate oldestPromise) {}

  @Language("SQL")
  private static final String LIST =
      """
      SELECT n.id, n.public_number, n.titles::text AS titles, n.service_id, n.area_id, n.shown,
             n.closed_at IS NOT NULL AS closed, n.opened_at, o.owed, o.oldest,
             (SELECT count(*) FROM need_voice v WHERE v.need_id = n.id) AS people
        FROM (SELECT * FROM need n
               WHERE n.service_id = ANY(:services) AND n.public_number < :before
                 AND (:words = '' OR n.all_titles ILIKE :pattern OR n.public_number::text = :words
                      OR word_similarity(:words, n.all_titles) > 0.4)
               ORDER BY n.public_number DESC LIMIT :limit) n
       CROSS JOIN LATERAL (
               SELECT count(*) AS owed, min(w.promised_on) AS oldest
                 FROM case_work w
                WHERE w.need_id = n.id AND w.debt AND w.state IN ('new', 'open')) o
       ORDER BY n.public_number DESC
      """;

  private final Handle handle;

  NeedLists(Handle handle) {
    this.handle = handle;
  }

  /// Needs of these services, newest first, below a public number.
  List<Line> list(List<UUID> services, String words, long before, int limit) {
    return handle
        .createQuery(LIST)
        .bindArray("services", UUID.class, services)
        .bind("words", words)
        .bind("pattern", '%' + words.replaceAll("([\\\\%_])", "\\\\$1") + '%')
        .bind("before", before)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Line(
                    row.getObject("id", UUID.class),
                    row.getLong("public_number"),
                    row.getString("titles"),
                    row.getObject("service_id", UUID.class),
                    row.getObject("area_id", UUID.class),
                    row.getBoolean("shown"),
                    row.getBoolean("closed"),
                    row.getTimestamp("opened_at").toInstant(),
                    row.getLong("people"),
                    row.getLong("owed"),
                    row.getObject("oldest", LocalDate.class)))
        .list();
  }
}
