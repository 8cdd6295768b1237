package org.earshot.server.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

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
}
