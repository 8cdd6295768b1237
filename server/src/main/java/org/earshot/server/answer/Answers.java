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
import java.util.function.Function;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of answers and their words. Runs in the caller's transaction; holds no rules.
final class Answers {

  @Language("SQL")
  private static final String INSERT_SENT =
      """
      INSERT INTO answer (id, need_id, voice_id, service_id, outcome, planned_for, state, author_id,
                          approved_by, created_at, changed_at, sent_at)
      VALUES (:id, :need, :voice,
              coalesce((SELECT service_id FROM need WHERE id = :need),
                       (SELECT service_id FROM case_work WHERE voice_id = :voice)),
              :outcome, :plannedFor, 'sent', :author, :approvedBy, :at, :at, :at)
      """;

  private static final String INSERT_TEXT =
      "INSERT INTO answer_text (answer_id, language, words) VALUES (:answer, :language, :words)";

  @Language("SQL")
  private static final String LIST_RECEIVED =
      """
      SELECT a.id, a.author_id, a.service_id, a.outcome, a.planned_for, d.language, t.words, d.at,
             d.channel || '.' || d.state AS delivery,
             f.score, f.solved, f.words AS check_words, f.at AS checked_at
        FROM delivery d
        JOIN answer a ON a.id = d.answer_id
        JOIN answer_text t ON t.answer_id = a.id AND t.language = d.language
        LEFT JOIN felt_heard f ON f.voice_id = d.voice_id AND f.answer_id = d.answer_id
       WHERE d.voice_id = :voice
       ORDER BY d.at DESC
      """;

  private final Handle handle;

  Answers(Handle handle) {
    this.handle = handle;
  }

  void insertSent(List<PastAct.Answered> acts) {
    var answers = handle.prepareBatch(INSERT_SENT);
    var texts = handle.prepareBatch(INSERT_TEXT);
    for (var act : acts) {
      answers
          .bind("id", act.answer())
          .bindByType("need", act.to().needId(), UUID.class)
          .bindByType("voice", act.to().voiceId(), UUID.class)
          .bind("outcome", act.outcome().code())
          .bindByType("plannedFor", act.plannedFor(), LocalDate.class)
          .bind("author", act.author())
          .bindByType("approvedBy", act.approvedBy(), UUID.class)
          .bind("at", act.at())
          .add();
      act.words()
          .forEach(
              (language, words) ->
                  texts
                      .bind("answer", act.answer())
                      .bind("language", language)
                      .bind("words", words)
                      .add());
    }
    answers.execute();
    texts.execute();
  }

  /// An answer as the person who got it reads it, with what they said about it.
  ///
  /// @param delivery the channel and what became of it, such as "email.sent"
  record Received(
      UUID id,
      UUID author,
      UUID service,
      Outcome outcome,
      @Nullable LocalDate plannedFor,
      String language,
      String words,
      Instant at,
      String delivery,
      @Nullable Integer score,
      @Nullable Boolean solved,
      @Nullable String checkWords,
      @Nullable Instant checkedAt) {}

  List<Received> listReceived(UUID voice) {
    return handle
        .createQuery(LIST_RECEIVED)
        .bind("voice", voice)
        .map(
            (row, _) ->
                new Received(
                    row.getObject("id", UUID.class),
                    row.getObject("author_id", UUID.class),
                    row.getObject("service_id", UUID.class),
                    Outcome.of(row.getString("outcome")),
                    row.getObject("planned_for", LocalDate.class),
                    row.getString("language"),
                    row.getString("words"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("delivery"),
                    row.getObject("score", Integer.class),
                    row.getObject("solved", Boolean.class),
                    row.getString("check_words"),
                    instant(row, "checked_at")))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /// Deletes the words of answers that were for this person alone; gives their ids.
  List<UUID> eraseWordsFor(UUID voice) {
    handle
        .createUpdate(
            """
            DELETE FROM answer_text
             WHERE answer_id IN (SELECT id FROM answer WHERE voice_id = :voice)
            """)
        .bind("voice", voice)
        .execute();
    return handle
        .createQuery("SELECT id FROM answer WHERE voice_id = :voice")
        .bind("voice", voice)
        .mapTo(UUID.class)
        .list();
  }

  /// The words of an answer that was sent, and to whom.
  Sending.Sent getSent(UUID answer, Function<Map<String, String>, String> fallback) {
    var words =
        handle
            .createQuery("SELECT language, words FROM answer_text WHERE answer_id = :answer")
            .bind("answer", answer)
            .reduceRows(
                new TreeMap<String, String>(),
                (texts, row) -> {
                  texts.put(
                      row.getColumn("language", String.class),
                      row.getColumn("words", String.class));
                  return texts;
                });
    return handle
        .createQuery(
            """
            SELECT need_id, voice_id, outcome, author_id, sent_at
              FROM answer WHERE id = :answer AND state = 'sent'
            """)
        .bind("answer", answer)
        .map(
            (row, _) -> {
              var need = row.getObject("need_id", UUID.class);
              return new Sending.Sent(
                  answer,
                  need == null
                      ? new AnswerTo.Voice(row.getObject("voice_id", UUID.class))
                      : new AnswerTo.Need(need),
                  Outcome.of(row.getString("outcome")),
                  words,
                  row.getObject("author_id", UUID.class),
                  fallback.apply(words),
                  row.getTimestamp("sent_at").toInstant());
            })
        .one();
  }

  /// The draft, or the answer that waits for a second look, if there is one.
  Optional<UUID> findUnsent(AnswerTo to) {
    return handle
        .createQuery(
            """
            SELECT id FROM answer
             WHERE state <> 'sent' AND (need_id = :need OR voice_id = :voice)
            """)
        .bindByType("need", to.needId(), UUID.class)
        .bindByType("voice", to.voiceId(), UUID.class)
        .mapTo(UUID.class)
        .findOne();
  }
}
