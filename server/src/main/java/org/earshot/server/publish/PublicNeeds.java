package org.earshot.server.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.places.Names;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The SQL of needs that are shown to everybody. Counts stop where the day began, so that a page
/// reloaded all day never tells who has just joined.
final class PublicNeeds {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_QUOTES = 6;

  @Language("SQL")
  private static final String SELECT =
      """
      SELECT n.id, n.public_number, n.titles::text, n.summaries::text, n.service_id, n.area_id,
             n.opened_at,
             (SELECT count(*) FROM need_voice nv
               WHERE nv.need_id = n.id AND nv.linked_at < :dayStart) AS people,
             a.id AS answer_id, a.outcome, a.planned_for, a.sent_at, s.public_name
        FROM need n
        LEFT JOIN LATERAL (SELECT * FROM answer
                            WHERE need_id = n.id AND state = 'sent'
                            ORDER BY sent_at DESC LIMIT 1) a ON true
        LEFT JOIN staff s ON s.id = a.author_id
       WHERE n.shown
      """;

  private final Handle handle;
  private final Instant dayStart;

  PublicNeeds(Handle handle, Instant dayStart) {
    this.handle = handle;
    this.dayStart = dayStart;
  }

  /// The needs that were answered or opened last, newest first, from below `before`.
  List<PublicNeed> list(@Nullable UUID service, @Nullable UUID area, long before, int limit) {
    return handle
        .createQuery(
            SELECT
                + """
                  AND n.public_number < :before
                  AND (CAST(:service AS uuid) IS NULL OR n.service_id = :service)
                  AND (CAST(:area AS uuid) IS NULL OR n.area_id = :area)
                ORDER BY n.public_number DESC LIMIT :limit
                """)
        .bind("dayStart", dayStart)
        .bind("before", before)
        .bindByType("service", service, UUID.class)
        .bindByType("area", area, UUID.class)
        .bind("limit", limit)
        .map(PublicNeeds::need)
        .list();
  }

  Optional<PublicNeed> find(long number) {
    return handle
        .createQuery(SELECT + " AND n.public_number = :number")
        .bind("dayStart", dayStart)
        .bind("number", number)
        .map(PublicNeeds::need)
        .findOne();
  }

  /// All answers to a need, newest first, in the reader's language where there are words in it.
  List<PublicNeed.AnswerWords> answers(UUID need, String language) {
    return handle
        .createQuery(
            """
            SELECT a.id AS answer_id, a.outcome, a.planned_for, a.sent_at, s.public_name,
                   t.words, t.language
              FROM answer a JOIN staff s ON s.id = a.author_id
              CROSS JOIN LATERAL (SELECT words, language FROM answer_text
                                   WHERE answer_id = a.id
                                   ORDER BY language <> :language, language <> 'en', language
                                   LIMIT 1) t
             WHERE a.need_id = :need AND a.state = 'sent'
             ORDER BY a.sent_at DESC
            """)
        .bind("need", need)
        .bind("language", language)
        .map(
            (row, context) ->
                new PublicNeed.AnswerWords(
                    answer(row), row.getString("words"), row.getString("language")))
        .list();
  }

  List<PublicNeed.Quote> quotes(UUID need) {
    return handle
        .createQuery(
            """
            SELECT v.shown_words, v.language FROM need_voice nv JOIN voice v ON v.id = nv.voice_id
             WHERE nv.need_id = :need AND v.shown_words IS NOT NULL AND v.may_show
               AND NOT v.restricted AND nv.linked_at < :dayStart
             ORDER BY length(v.shown_words) BETWEEN 40 AND 260 DESC, v.said_at DESC
             LIMIT :limit
            """)
        .bind("need", need)
        .bind("dayStart", dayStart)
        .bind("limit", MOST_QUOTES)
        .map(
            (row, _) ->
                new PublicNeed.Quote(row.getString("shown_words"), row.getString("language")))
        .list();
  }

  /// How many people said 4 or 5 of all who said how heard they felt; both counts.
  long[] feltHeard(UUID need) {
    return handle
        .createQuery(
            """
            SELECT count(*) FILTER (WHERE f.score >= 4) AS yes, count(f.score) AS all_of_them
              FROM need_voice nv JOIN felt_heard f ON f.voice_id = nv.voice_id
             WHERE nv.need_id = :need AND f.at < :dayStart
            """)
        .bind("need", need)
        .bind("dayStart", dayStart)
        .map((row, _) -> new long[] {row.getLong("yes"), row.getLong("all_of_them")})
        .one();
  }

  private static PublicNeed need(ResultSet row, StatementContext context) throws SQLException {
    long people = row.getLong("people");
    return new PublicNeed(
        row.getObject("id", UUID.class),
        row.getLong("public_number"),
        names(row.getString("titles")),
        names(row.getString("summaries")),
        row.getObject("service_id", UUID.class),
        row.getObject("area_id", UUID.class),
        row.getTimestamp("opened_at").toInstant(),
        people < SmallNumbers.FEWEST ? null : (Long) people,
        row.getObject("answer_id") == null ? null : answer(row));
  }

  private static PublicNeed.GivenAnswer answer(ResultSet row) throws SQLException {
    return new PublicNeed.GivenAnswer(
        row.getObject("answer_id", UUID.class),
        row.getString("outcome"),
        row.getObject("planned_for", LocalDate.class),
        row.getString("public_name"),
        row.getTimestamp("sent_at").toInstant());
  }

  private static Names names(String json) {
    try {
      return new Names(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored names cannot be read", e);
    }
  }
}
