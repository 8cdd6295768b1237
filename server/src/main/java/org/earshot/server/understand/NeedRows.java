package org.earshot.server.understand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.listen.SearchText;
import org.earshot.server.places.Names;
import org.earshot.server.platform.db.NewId;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of needs. Runs in the caller's transaction; holds no rules.
final class NeedRows {

  @Language("SQL")
  private static final String INSERT =
      """
      INSERT INTO need (id, titles, summaries, service_id, area_id, shown, opened_at, opened_by,
                        search, all_titles)
      VALUES (:id, CAST(:titles AS jsonb), CAST(:summaries AS jsonb), :service, :area, :shown, :at,
              :by, '', :allTitles)
      """;

  @Language("SQL")
  private static final String CHANGE =
      """
      UPDATE need
         SET titles = CAST(:titles AS jsonb), summaries = CAST(:summaries AS jsonb), shown = :shown,
             area_id = :area, closed_at = :closedAt, all_titles = :allTitles, search = ''
       WHERE id = :id
      """;

  private static final String COLUMNS =
      """
      n.id, n.public_number, n.titles::text AS titles, n.summaries::text AS summaries,
      n.service_id, n.area_id, n.shown, n.opened_at, n.closed_at
      """;

  /// Any word in common or titles that read alike; the stemmer has taken out the small words.
  @Language("SQL")
  private static final String SIMILAR =
      """
      WITH asked AS (
        SELECT CAST(string_agg(quote_literal(lexeme), ' | ') AS tsquery) AS query
          FROM unnest(to_tsvector(CAST(:configuration AS regconfig), :searchText)))
      SELECT\s"""
          + COLUMNS
          + """
             , (SELECT count(*) FROM need_voice v WHERE v.need_id = n.id) AS people
        FROM need n, asked
       WHERE n.closed_at IS NULL AND (n.shown OR n.service_id = ANY(:services))
         AND (cardinality(:services) = 0 OR n.service_id = ANY(:services))
         AND (n.search @@ asked.query OR word_similarity(:words, n.all_titles) > 0.5)
       ORDER BY coalesce(ts_rank(n.search, asked.query), 0) + word_similarity(:words, n.all_titles)
                DESC, n.public_number
       LIMIT :limit
      """;

  @Language("SQL")
  private static final String SEARCH =
      """
      SELECT\s"""
          + COLUMNS
          + """
             , (SELECT count(*) FROM need_voice v WHERE v.need_id = n.id) AS people
        FROM need n
       WHERE n.closed_at IS NULL AND n.service_id = ANY(:services)
         AND (n.all_titles ILIKE :pattern OR word_similarity(:words, n.all_titles) > 0.4
              OR n.public_number::text = :words)
       ORDER BY word_similarity(:words, n.all_titles) DESC, n.opened_at DESC
       LIMIT :limit
      """;

  private final Handle handle;

  NeedRows(Handle handle) {
    this.handle = handle;
  }

  List<UUID> insert(List<NewNeed> needs) {
    var ids = new ArrayList<UUID>(needs.size());
    var batch = handle.prepareBatch(INSERT);
    for (var need : needs) {
      var id = NewId.at(need.openedAt().toEpochMilli());
      ids.add(id);
      batch
          .bind("id", id)
          .bind("titles", need.titles().toJson())
          .bind("summaries", need.summaries().toJson())
          .bind("service", need.service())
          .bindByType("area", need.area(), UUID.class)
          .bind("shown", need.shown())
          .bind("at", need.openedAt())
          .bindByType("by", need.openedBy().staffId(), UUID.class)
          .bind("allTitles", allTitles(need.titles()))
          .add();
    }
    batch.execute();
    for (int i = 0; i < needs.size(); i++) {
      index(ids.get(i), needs.get(i).titles(), needs.get(i).summaries());
    }
    return ids;
  }

  void change(Need need) {
    handle
        .createUpdate(CHANGE)
        .bind("id", need.id())
        .bind("titles", need.titles().toJson())
        .bind("summaries", need.summaries().toJson())
        .bind("shown", need.shown())
        .bindByType("area", need.area(), UUID.class)
        .bindByType("closedAt", need.closedAt(), Instant.class)
        .bind("allTitles", allTitles(need.titles()))
        .execute();
    index(need.id(), need.titles(), need.summaries());
  }

  private static String allTitles(Names titles) {
    return String.join("\n", titles.byLanguage().values());
  }

  /// Adds each language's words, stemmed its own way, to what search finds.
  private void index(UUID id, Names titles, Names summaries) {
    var batch =
        handle.prepareBatch(
            """
            UPDATE need
               SET search = search || to_tsvector(CAST(:configuration AS regconfig), :text)
             WHERE id = :id
            """);
    for (var title : titles.byLanguage().entrySet()) {
      var summary = summaries.byLanguage().getOrDefault(title.getKey(), "");
      batch
          .bind("id", id)
          .bind("configuration", SearchText.configuration(title.getKey()))
          .bind("text", SearchText.of(title.getValue() + ' ' + summary))
          .add();
    }
    batch.execute();
  }

  Optional<Need> find(UUID id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM need n WHERE n.id = :id")
        .bind("id", id)
        .map((row, _) -> need(row))
        .findOne();
  }

  Optional<Need> findByNumber(long number) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM need n WHERE n.public_number = :number")
        .bind("number", number)
        .map((row, _) -> need(row))
        .findOne();
  }

  /// Needs on public pages.
  List<NeedMatch> similar(String language, String words, int limit) {
    return near(language, words, List.of(), limit);
  }

  /// Needs of these services; of no services: those on public pages.
  List<NeedMatch> near(String language, String words, List<UUID> services, int limit) {
    return handle
        .createQuery(SIMILAR)
        .bind("configuration", SearchText.configuration(language))
        .bind("searchText", SearchText.of(words))
        .bind("words", words)
        .bindArray("services", UUID.class, services)
        .bind("limit", limit)
        .map((row, _) -> new NeedMatch(need(row), row.getLong("people")))
        .list();
  }

  List<NeedMatch> search(String words, List<UUID> services, int limit) {
    return handle
        .createQuery(SEARCH)
        .bind("words", words)
        .bind("pattern", '%' + words.replaceAll("([\\\\%_])", "\\\\$1") + '%')
        .bindArray("services", UUID.class, services)
        .bind("limit", limit)
        .map((row, _) -> new NeedMatch(need(row), row.getLong("people")))
        .list();
  }

  private static Need need(ResultSet row) throws SQLException {
    Timestamp closed = row.getTimestamp("closed_at");
    return new Need(
        row.getObject("id", UUID.class),
        row.getLong("public_number"),
        Names.ofJson(row.getString("titles")),
        Names.ofJson(row.getString("summaries")),
        row.getObject("service_id", UUID.class),
        row.getObject("area_id", UUID.class),
        row.getBoolean("shown"),
        row.getTimestamp("opened_at").toInstant(),
        closed == null ? null : closed.toInstant());
  }
}
