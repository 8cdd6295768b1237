package org.earshot.server.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL that counts what is owed. Reads all cases, so only a job calls it.
final class DebtCounts {

  private static final String BY_SEGMENT =
      "LEFT JOIN (voice_segment vs JOIN segment s ON s.id = vs.segment_id AND s.dimension_id = :dimension) ON vs.voice_id = v.id";

  private record Group(
      @Nullable String key, int days, boolean done, long people, long owed, long overdue) {}

  private final Handle handle;
  private final Instant now;
  private final LocalDate today;

  DebtCounts(Handle handle, Instant now, LocalDate today) {
    this.handle = handle;
    this.now = now;
    this.today = today;
  }

  DebtReport count(Map<String, java.util.UUID> dimensions) {
    var tables = new ArrayList<DebtReport.Table>();
    tables.add(new DebtReport.Table("service", rows(groups("c.service_id::text", ""))));
    tables.add(new DebtReport.Table("area", rows(groups("v.area_id::text", ""))));
    dimensions.forEach(
        (code, id) ->
            tables.add(
                new DebtReport.Table(
                    code,
                    rows(groups("s.id::text", BY_SEGMENT.replace(":dimension", "'" + id + "'"))))));
    var all = groups("NULL::text", "");
    var acknowledged = query("NULL::text", "c.acknowledged_at", "");
    return new DebtReport(now, counts(all), lastMonth(), curve(all), curve(acknowledged), tables);
  }

  private DebtReport.Counts lastMonth() {
    return handle
        .createQuery(
            """
            SELECT count(*) AS heard,
                   count(*) FILTER (WHERE state IN ('new', 'open')) AS owed,
                   count(*) FILTER (WHERE state IN ('new', 'open') AND promised_on < :today) AS overdue
              FROM case_work
             WHERE debt AND state <> 'withdrawn' AND opened_at >= CAST(:today AS date) - 30
            """)
        .bind("today", today)
        .map(
            (row, _) ->
                new DebtReport.Counts(
                    row.getLong("heard"), row.getLong("owed"), row.getLong("overdue")))
        .one();
  }

  private List<Group> groups(String key, String join) {
    return query(key, "c.answered_at", join);
  }

  private List<Group> query(String key, String end, String join) {
    // One row for each group, number of days and outcome: small however many voices there are.
    @Language("SQL")
    var waits =
        """
        SELECT <key> AS key,
               greatest(0, floor(extract(epoch FROM coalesce(<end>, :now) - c.opened_at) / 86400))::int AS days,
               <end> IS NOT NULL AS done,
               count(*) AS people,
               count(*) FILTER (WHERE c.state IN ('new', 'open')) AS owed,
               count(*) FILTER (WHERE c.state IN ('new', 'open') AND c.promised_on < :today) AS overdue
          FROM case_work c JOIN voice v ON v.id = c.voice_id <join>
         WHERE c.debt AND c.state <> 'withdrawn' AND v.doubtful IS NULL
         GROUP BY 1, 2, 3
        """;
    return handle
        .createQuery(waits)
        .define("key", key)
        .define("end", end)
        .define("join", join)
        .bind("now", now)
        .bind("today", today)
        .map(
            (row, _) ->
                new Group(
                    row.getString("key"),
                    row.getInt("days"),
                    row.getBoolean("done"),
                    row.getLong("people"),
                    row.getLong("owed"),
                    row.getLong("overdue")))
        .list();
  }

  private static List<DebtReport.Row> rows(List<Group> groups) {
    Map<String, List<Group>> byKey = new LinkedHashMap<>();
    groups.forEach(
        group ->
            byKey
                .computeIfAbsent(group.key() == null ? "" : group.key(), _ -> new ArrayList<>())
                .add(group));
    return byKey.entrySet().stream()
        .map(
            entry -> {
              var median = curve(entry.getValue()).findMedianDays();
              var longest =
                  entry.getValue().stream()
                      .filter(group -> !group.done() && group.owed() > 0)
                      .mapToInt(Group::days)
                      .max();
              return new DebtReport.Row(
                  entry.getKey().isEmpty() ? null : entry.getKey(),
                  counts(entry.getValue()),
                  median.isPresent() ? (Integer) median.getAsInt() : null,
                  longest.isPresent() ? (Integer) longest.getAsInt() : null);
            })
        .toList();
  }

  private static DebtReport.Counts counts(List<Group> groups) {
    return new DebtReport.Counts(
        groups.stream().mapToLong(Group::people).sum(),
        groups.stream().mapToLong(Group::owed).sum(),
        groups.stream().mapToLong(Group::overdue).sum());
  }

  private static SurvivalCurve curve(List<Group> groups) {
    return SurvivalCurve.of(
        groups.stream()
            .map(
                group ->
                    new SurvivalCurve.Waits(
                        group.days(),
                        group.done() ? group.people() : 0,
                        group.done() ? 0 : group.people()))
            .toList());
  }
}
