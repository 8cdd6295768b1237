package org.earshot.server.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.earshot.server.platform.db.NewId;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The SQL by which answers are written, looked at and sent. Runs in the caller's transaction;
/// holds no rules.
final class Drafts {

  /// An answer in a list.
  record Line(
      UUID id,
      String state,
      Outcome outcome,
      @Nullable Long need,
      @Nullable String needTitles,
      @Nullable Long voice,
      String excerpt,
      UUID author,
      Instant changedAt,
      long people,
      long newcomers) {}

  @Language("SQL")
  private static final String LINES =
      """
      SELECT a.id, a.state, a.outcome, n.public_number AS need, n.titles::text AS need_titles,
             v.public_number AS voice, left(coalesce(v.words, ''), 160) AS excerpt, a.author_id,
             a.changed_at,
             CASE WHEN a.state = 'sent'
                  THEN (SELECT count(*) FROM delivery d WHERE d.answer_id = a.id)
                  WHEN a.need_id IS NULL THEN 1
                  ELSE (SELECT count(*) FROM need_voice nv WHERE nv.need_id = a.need_id)
              END AS people,
             CASE WHEN a.state = 'sent' AND a.need_id IS NOT NULL
                  THEN (SELECT count(*) FROM need_voice nv JOIN case_work w USING (voice_id)
                         WHERE nv.need_id = a.need_id AND w.debt AND w.state IN ('new', 'open')
                           AND NOT EXISTS (SELECT FROM delivery d
                                            WHERE d.answer_id = a.id AND d.voice_id = nv.voice_id))
                  ELSE 0 END AS newcomers
        FROM answer a
        LEFT JOIN need n ON n.id = a.need_id
        LEFT JOIN voice v ON v.id = a.voice_id
        LEFT JOIN case_work c ON c.voice_id = a.voice_id
       WHERE a.service_id = ANY(:services)
         AND (c.voice_id IS NULL OR NOT c.restricted OR c.assigned_to = :me)
      """;

  private final Handle handle;

  Drafts(Handle handle) {
    this.handle = handle;
  }

  UUID insert(AnswerTo to, UUID service, UUID author, Instant at) {
    var id = NewId.next();
    handle
        .createUpdate(
            """
            INSERT INTO answer (id, need_id, voice_id, service_id, outcome, state, author_id,
                                created_at, changed_at)
            VALUES (:id, :need, :voice, :service, 'considered', 'draft', :author, :at, :at)
            """)
        .bind("id", id)
        .bindByType("need", to.needId(), UUID.class)
        .bindByType("voice", to.voiceId(), UUID.class)
        .bind("service", service)
        .bind("author", author)
        .bind("at", at)
        .execute();
    return id;
  }

  /// The answer, which nobody else can change until the transaction ends.
  Optional<AnswerFile> lock(UUID id) {
    handle
        .createQuery("SELECT id FROM answer WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
    return find(id);
  }

  Optional<AnswerFile> find(UUID id) {
    var words =
        handle
            .createQuery("SELECT language, words FROM answer_text WHERE answer_id = :id")
            .bind("id", id)
            .reduceRows(
                new TreeMap<String, String>(),
                (texts, row) -> {
                  texts.put(
                      row.getColumn("language", String.class),
                      row.getColumn("words", String.class));
                  return texts;
                });
    return handle
        .createQuery("SELECT * FROM answer WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> file(row, words))
        .findOne();
  }

  private static AnswerFile file(ResultSet row, Map<String, String> words) throws SQLException {
    var need = row.getObject("need_id", UUID.class);
    var sentAt = row.getTimestamp("sent_at");
    return new AnswerFile(
        row.getObject("id", UUID.class),
        need == null
            ? new AnswerTo.Voice(row.getObject("voice_id", UUID.class))
            : new AnswerTo.Need(need),
        row.getObject("service_id", UUID.class),
        Outcome.of(row.getString("outcome")),
        row.getObject("planned_for", LocalDate.class),
        AnswerFile.State.of(row.getString("state")),
        row.getObject("author_id", UUID.class),
        words,
        row.getString("returned_because"),
        row.getTimestamp("changed_at").toInstant(),
        sentAt == null ? null : sentAt.toInstant());
  }

  void save(
      UUID id,
      Outcome outcome,
      @Nullable LocalDate plannedFor,
      Map<String, String> words,
      UUID author,
      Instant at) {
    handle
        .createUpdate(
            """
            UPDATE answer
               SET outcome = :outcome, planned_for = :plannedFor, state = 'draft',
                   author_id = :author, changed_at = :at
             WHERE id = :id AND state <> 'sent'
            """)
        .bind("id", id)
        .bind("outcome", outcome.code())
        .bindByType("plannedFor", plannedFor, LocalDate.class)
        .bind("author", author)
        .bind("at", at)
        .execute();
    handle.createUpdate("DELETE FROM answer_text WHERE answer_id = :id").bind("id", id).execute();
    words.forEach(
        (language, text) ->
            handle
                .createUpdate(
                    "INSERT INTO answer_text (answer_id, language, words) VALUES (:id, :language, :text)")
                .bind("id", id)
                .bind("language", language)
                .bind("text", text)
                .execute());
  }

  void askForSecondLook(UUID id, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE answer SET state = 'second_look', returned_because = NULL, changed_at = :at
             WHERE id = :id AND state = 'draft'
            """)
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  void giveBack(UUID id, String because, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE answer SET state = 'draft', returned_because = :because, changed_at = :at
             WHERE id = :id AND state = 'second_look'
            """)
        .bind("id", id)
        .bind("because", because)
        .bind("at", at)
        .execute();
  }

  /// True for the one who sends it; an answer is sent once.
  boolean markSent(UUID id, @Nullable UUID approvedBy, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE answer
                   SET state = 'sent', approved_by = :approvedBy, sent_at = :at, changed_at = :at
                 WHERE id = :id AND state <> 'sent'
                """)
            .bind("id", id)
            .bindByType("approvedBy", approvedBy, UUID.class)
            .bind("at", at)
            .execute()
        == 1;
  }

  /// Throws a draft away; an answer that was sent stays.
  void discard(UUID id) {
    handle
        .createUpdate(
            """
            DELETE FROM answer_text
             WHERE answer_id IN (SELECT id FROM answer WHERE id = :id AND state <> 'sent')
            """)
        .bind("id", id)
        .execute();
    handle
        .createUpdate("DELETE FROM answer WHERE id = :id AND state <> 'sent'")
        .bind("id", id)
        .execute();
  }

  List<Line> unsent(List<UUID> services, UUID me) {
    return lines(
        " AND a.state <> 'sent' ORDER BY a.state DESC, a.changed_at DESC LIMIT 200", services, me);
  }

  List<Line> sent(List<UUID> services, UUID me, int limit) {
    return lines(" AND a.state = 'sent' ORDER BY a.sent_at DESC LIMIT " + limit, services, me);
  }

  /// The answers that were sent to everybody behind a need, newest first.
  List<Line> sentTo(UUID need, List<UUID> services, UUID me) {
    return lines(
        handle
            .createQuery(
                LINES
                    + " AND a.state = 'sent' AND a.need_id = :need ORDER BY a.sent_at DESC LIMIT 20")
            .bind("need", need),
        services,
        me);
  }

  private List<Line> lines(String rest, List<UUID> services, UUID me) {
    return lines(handle.createQuery(LINES + rest), services, me);
  }

  private static List<Line> lines(Query query, List<UUID> services, UUID me) {
    return query
        .bindArray("services", UUID.class, services)
        .bind("me", me)
        .map(
            (row, _) ->
                new Line(
                    row.getObject("id", UUID.class),
                    row.getString("state"),
                    Outcome.of(row.getString("outcome")),
                    row.getObject("need", Long.class),
                    row.getString("need_titles"),
                    row.getObject("voice", Long.class),
                    row.getString("excerpt"),
                    row.getObject("author_id", UUID.class),
                    row.getTimestamp("changed_at").toInstant(),
                    row.getLong("people"),
                    row.getLong("newcomers")))
        .list();
  }
}
