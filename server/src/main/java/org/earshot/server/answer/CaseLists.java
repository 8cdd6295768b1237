package org.earshot.server.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffMember;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/// The SQL of the lists of cases, for one member of staff. Each service's list is read from its own
/// index and the first of all are kept, so a page costs the same with ten cases or a million.
final class CaseLists {

  /// How many there are, counted no further than [#MOST_COUNTED].
  record Count(long people, boolean more) {

    boolean none() {
      return people == 0;
    }
  }

  /// Where a page of a list begins: behind the case with this key.
  record After(String key, UUID voice) {}

  static final int MOST_COUNTED = 10_000;

  private static final String VISIBLE =
      " AND (NOT w.restricted OR w.assigned_to = :me OR :administrator) ";

  private static final String LINES =
      """
      SELECT v.id, v.public_number, left(coalesce(v.words, ''), 280) AS excerpt, v.language,
             v.channel, v.area_id, w.service_id, w.state, w.promised_on, w.opened_at, w.debt,
             w.urgent, w.restricted, v.doubtful IS NOT NULL AS doubtful,
             w.reopened_at IS NOT NULL AS reopened, w.waiting_for, w.waiting_since,
             n.public_number AS need, n.titles::text AS need_titles, page.key::text AS sort_key
        FROM (%s) page
        JOIN case_work w ON w.voice_id = page.voice_id
        JOIN voice v ON v.id = page.voice_id
        LEFT JOIN need_voice nv ON nv.voice_id = page.voice_id
        LEFT JOIN need n ON n.id = nv.need_id
       ORDER BY page.key %s, page.voice_id %s
      """;

  private final Handle handle;
  private final StaffMember me;
  private final LocalDate today;

  CaseLists(Handle handle, StaffMember me, LocalDate today) {
    this.handle = handle;
    this.me = me;
    this.today = today;
  }

  /// One page; newest first for what is new or changed, else what has waited longest first.
  List<CaseLine> page(CaseView view, List<UUID> services, @Nullable After after, int limit) {
    boolean newestFirst =
        view == CaseView.NEW || view == CaseView.CHANGED || view == CaseView.ASIDE;
    var order = newestFirst ? "DESC" : "ASC";
    var behind =
        after == null
            ? ""
            : "AND (w.%s, w.voice_id) %s (CAST(:afterKey AS %s), :afterVoice)"
                .formatted(view.key(), newestFirst ? "<" : ">", view.keyType());
    var page =
        """
      SELECT x.voice_id, x.key
        FROM unnest(:services) AS s (id)
       CROSS JOIN LATERAL (
               SELECT w.voice_id, w.%1$s AS key FROM case_work w
                WHERE w.service_id = s.id AND %2$s %3$s %4$s
                ORDER BY w.%1$s %5$s, w.voice_id %5$s LIMIT :limit) x
       ORDER BY x.key %5$s, x.voice_id %5$s LIMIT :limit
      """
            .formatted(view.key(), view.condition(), VISIBLE, behind, order);
    var query =
        bound(LINES.formatted(page, order, order))
            .bindArray("services", UUID.class, services)
            .bind("limit", limit);
    if (after != null) {
      query.bind("afterKey", after.key()).bind("afterVoice", after.voice());
    }
    return query.map((row, _) -> line(row)).list();
  }

  /// These voices in this order, as far as they may be read.
  List<CaseLine> ofVoices(List<UUID> voices) {
    var page =
        """
        SELECT w.voice_id, o.key FROM unnest(:voices) WITH ORDINALITY AS o (voice_id, key)
          JOIN case_work w ON w.voice_id = o.voice_id
         WHERE w.service_id = ANY(:services)
        """
            + VISIBLE;
    return bound(LINES.formatted(page, "ASC", "ASC"))
        .bindArray("voices", UUID.class, voices)
        .bindArray("services", UUID.class, List.copyOf(me.services()))
        .map((row, _) -> line(row))
        .list();
  }

  /// The voices behind a need, in the order in which they joined.
  List<CaseLine> ofNeed(UUID need, @Nullable After after, int limit) {
    var behind =
        after == null
            ? ""
            : "AND (nv.linked_at, nv.voice_id) > (CAST(:afterKey AS timestamptz), :afterVoice)";
    var page =
        """
        SELECT nv.voice_id, nv.linked_at AS key FROM need_voice nv
          JOIN case_work w ON w.voice_id = nv.voice_id
         WHERE nv.need_id = :need AND w.service_id = ANY(:services)
        """
            + VISIBLE
            + behind
            + " ORDER BY nv.linked_at, nv.voice_id LIMIT :limit";
    var query =
        bound(LINES.formatted(page, "ASC", "ASC"))
            .bind("need", need)
            .bindArray("services", UUID.class, List.copyOf(me.services()))
            .bind("limit", limit);
    if (after != null) {
      query.bind("afterKey", after.key()).bind("afterVoice", after.voice());
    }
    return query.map((row, _) -> line(row)).list();
  }

  Count count(CaseView view, List<UUID> services) {
    var counted =
        bound(
                "SELECT count(*) FROM (SELECT FROM case_work w WHERE w.service_id = ANY(:services) AND "
                    + view.condition()
                    + VISIBLE
                    + " LIMIT :most) counted")
            .bindArray("services", UUID.class, services)
            .bind("most", MOST_COUNTED + 1)
            .mapTo(Long.class)
            .one();
    return new Count(Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED);
  }

  private Query bound(String sql) {
    return handle
        .createQuery(sql)
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bind("me", me.id())
        .bind("administrator", me.roles().contains(Roles.ADMINISTRATOR))
        .bind("today", today);
  }

  private static CaseLine line(ResultSet row) throws SQLException {
    var waitingSince = row.getTimestamp("waiting_since");
    return new CaseLine(
        row.getObject("id", UUID.class),
        row.getLong("public_number"),
        row.getString("excerpt"),
        row.getString("language"),
        row.getString("channel"),
        row.getObject("area_id", UUID.class),
        row.getObject("service_id", UUID.class),
        row.getString("state"),
        row.getObject("promised_on", LocalDate.class),
        row.getTimestamp("opened_at").toInstant(),
        row.getBoolean("debt"),
        row.getBoolean("urgent"),
        row.getBoolean("restricted"),
        row.getBoolean("doubtful"),
        row.getBoolean("reopened"),
        row.getString("waiting_for"),
        waitingSince == null ? null : waitingSince.toInstant(),
        row.getObject("need", Long.class),
        row.getString("need_titles"),
        row.getString("sort_key"));
  }

  /// Marks a case as seen by the person it is assigned to.
  void seen(UUID voice, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE case_work SET seen_at = greatest(seen_at, :at)
             WHERE voice_id = :voice AND assigned_to = :me
            """)
        .bind("voice", voice)
        .bind("me", me.id())
        .bind("at", at)
        .execute();
  }
}
