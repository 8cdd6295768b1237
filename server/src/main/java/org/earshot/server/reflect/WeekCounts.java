package org.earshot.server.reflect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.places.Names;
import org.earshot.server.reflect.WeekReport.GroupShare;
import org.earshot.server.reflect.WeekReport.NeedCount;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL behind a leader's week. Only the job calls it.
final class WeekCounts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEWEST = 10;

  @Language("SQL")
  private static final String FELT_BY_GROUP =
      """
      SELECT v.area_id, NULL::uuid AS segment_id,
             count(*) FILTER (WHERE f.score >= 4) AS yes, count(f.score) AS people
        FROM felt_heard f JOIN voice v ON v.id = f.voice_id
       WHERE f.at >= :since AND v.area_id IS NOT NULL
       GROUP BY v.area_id HAVING count(f.score) >= :fewest
      UNION ALL
      SELECT NULL, vs.segment_id,
             count(*) FILTER (WHERE f.score >= 4), count(f.score)
        FROM felt_heard f JOIN voice_segment vs ON vs.voice_id = f.voice_id
       WHERE f.at >= :since
       GROUP BY vs.segment_id HAVING count(f.score) >= :fewest
      """;

  /// Heard and living there, for each segment alone and within each area.
  @Language("SQL")
  private static final String HEARD_AND_LIVING =
      """
      WITH heard AS (
        SELECT s.dimension_id, vs.segment_id, v.area_id, count(*) AS people
          FROM voice_segment vs
          JOIN segment s ON s.id = vs.segment_id
          JOIN voice v ON v.id = vs.voice_id
         WHERE v.said_at >= :since
         GROUP BY GROUPING SETS ((s.dimension_id, vs.segment_id, v.area_id), (s.dimension_id, vs.segment_id))
         HAVING GROUPING(v.area_id) = 1 OR v.area_id IS NOT NULL
      )
      SELECT s.dimension_id, m.segment_id, m.area_id, m.population, coalesce(h.people, 0) AS people
        FROM margin m JOIN segment s ON s.id = m.segment_id
        LEFT JOIN heard h ON h.segment_id = m.segment_id AND h.area_id IS NOT DISTINCT FROM m.area_id
      """;

  private record Living(
      UUID dimension, UUID segment, @Nullable UUID area, long population, long heard) {}

  private record Whole(UUID dimension, @Nullable UUID area) {}

  private final Handle handle;
  private final Instant now;
  private final LocalDate today;

  WeekCounts(Handle handle, Instant now, LocalDate today) {
    this.handle = handle;
    this.now = now;
    this.today = today;
  }

  WeekReport count() {
    return new WeekReport(
        now,
        people("opened_at >= :from AND opened_at < :to", 7, 0),
        people("opened_at >= :from AND opened_at < :to", 14, 7),
        people("answered_at >= :from AND answered_at < :to", 7, 0),
        medianDays(),
        people(
            "state IN ('new', 'open') AND promised_on >= :today AND promised_on < CAST(:today AS date) + 7",
            0,
            0),
        people("state IN ('new', 'open') AND promised_on < :today", 0, 0),
        topNeeds(),
        largestDebts(),
        felt(30, 0),
        felt(60, 30),
        feltByGroup(),
        silent());
  }

  private long people(String condition, int fromDays, int toDays) {
    return handle
        .createQuery(
            "SELECT count(*) FROM case_work WHERE debt AND state <> 'withdrawn' AND " + condition)
        .bind("from", daysAgo(fromDays))
        .bind("to", daysAgo(toDays))
        .bind("today", today)
        .mapTo(Long.class)
        .one();
  }

  private @Nullable Integer medianDays() {
    return handle
        .createQuery(
            """
            SELECT ceil(percentile_disc(0.5) WITHIN GROUP (
                     ORDER BY extract(epoch FROM answered_at - opened_at) / 86400))::int
              FROM case_work WHERE debt AND answered_at >= :from
            """)
        .bind("from", daysAgo(7))
        .mapTo(Integer.class)
        .findOne()
        .orElse(null);
  }

  private List<NeedCount> topNeeds() {
    return needs(
        """
        SELECT n.public_number, n.titles::text, count(*) AS people
          FROM case_work c JOIN need_voice nv ON nv.voice_id = c.voice_id
          JOIN need n ON n.id = nv.need_id
         WHERE c.opened_at >= :from
         GROUP BY n.id ORDER BY people DESC, n.public_number LIMIT 3
        """);
  }

  private List<NeedCount> largestDebts() {
    return needs(
        """
        SELECT n.public_number, n.titles::text, count(*) AS people
          FROM case_work c JOIN need_voice nv ON nv.voice_id = c.voice_id
          JOIN need n ON n.id = nv.need_id
         WHERE c.debt AND c.state IN ('new', 'open') AND c.opened_at < CAST(:from AS timestamptz) + interval '7 days'
         GROUP BY n.id ORDER BY people DESC, n.public_number LIMIT 5
        """);
  }

  private List<NeedCount> needs(String query) {
    return handle
        .createQuery(query)
        .bind("from", daysAgo(7))
        .map(
            (row, _) ->
                new NeedCount(
                    row.getLong("public_number"),
                    names(row.getString("titles")),
                    row.getLong("people")))
        .list();
  }

  private @Nullable Share felt(int fromDays, int toDays) {
    return handle
        .createQuery(
            """
            SELECT count(*) FILTER (WHERE score >= 4) AS yes, count(score) AS people
              FROM felt_heard WHERE at >= :from AND at < :to
            """)
        .bind("from", daysAgo(fromDays))
        .bind("to", daysAgo(toDays))
        .map(
            (row, _) ->
                row.getLong("people") < FEWEST
                    ? null
                    : new Share(row.getLong("yes"), row.getLong("people")))
        .one();
  }

  private List<GroupShare> feltByGroup() {
    return handle
        .createQuery(FELT_BY_GROUP)
        .bind("since", daysAgo(365))
        .bind("fewest", FEWEST)
        .map(
            (row, _) ->
                new GroupShare(
                    row.getObject("area_id", UUID.class),
                    row.getObject("segment_id", UUID.class),
                    new Share(row.getLong("yes"), row.getLong("people"))))
        .list();
  }

  private List<Silence> silent() {
    var groups =
        handle
            .createQuery(HEARD_AND_LIVING)
            .bind("since", daysAgo(365))
            .map(
                (row, _) ->
                    new Living(
                        row.getObject("dimension_id", UUID.class),
                        row.getObject("segment_id", UUID.class),
                        row.getObject("area_id", UUID.class),
                        row.getLong("population"),
                        row.getLong("people")))
            .list();
    Map<Whole, long[]> wholes =
        new HashMap<>(); // people living and heard, of each dimension and area
    for (var group : groups) {
      var whole =
          wholes.computeIfAbsent(new Whole(group.dimension(), group.area()), _ -> new long[2]);
      whole[0] += group.population();
      whole[1] += group.heard();
    }
    var out = new ArrayList<Silence>();
    for (var group : groups) {
      var whole = wholes.get(new Whole(group.dimension(), group.area()));
      if (whole != null && whole[0] > 0) {
        double expected = (double) whole[1] * group.population() / whole[0];
        out.add(new Silence(group.segment(), group.area(), group.heard(), expected));
      }
    }
    return Silence.worst(out, 6);
  }

  private Instant daysAgo(int days) {
    return now.minus(Duration.ofDays(days));
  }

  private static Names names(String json) {
    try {
      return new Names(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored names cannot be read", e);
    }
  }
}
