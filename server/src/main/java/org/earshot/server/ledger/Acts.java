package org.earshot.server.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of acts and their subjects. Runs in the caller's transaction; holds no rules.
final class Acts {

  @Language("SQL")
  private static final String INSERT =
      """
      INSERT INTO act (seq, at, recorded_at, type, subject_kind, subject_id, actor_kind, actor_id,
                       payload, salt, entry)
      VALUES (:seq, :at, :recordedAt, :type, :subjectKind, :subject, :actorKind, :actor,
              :payload, :salt, :entry)
      """;

  @Language("SQL")
  private static final String LIST_ABOUT =
      """
      SELECT seq, at, recorded_at, type, subject_kind, subject_id, actor_kind, actor_id, payload
        FROM act
       WHERE subject_id = :subject
       ORDER BY at, seq
      """;

  private final Handle handle;

  Acts(Handle handle) {
    this.handle = handle;
  }

  void insert(List<ActRow> rows) {
    var batch = handle.prepareBatch(INSERT);
    for (var row : rows) {
      var act = row.act();
      batch
          .bind("seq", act.seq())
          .bind("at", act.at())
          .bind("recordedAt", act.recordedAt())
          .bind("type", act.type().code())
          .bind("subjectKind", act.subjectKind())
          .bind("subject", act.subjectId())
          .bind("actorKind", act.actor().kind())
          .bindByType("actor", act.actor().staffId(), UUID.class)
          .bind("payload", row.payload())
          .bind("salt", row.salt())
          .bind("entry", row.entry().bytes())
          .add();
    }
    batch.execute();
  }

  List<Act> listAbout(UUID subject) {
    return handle
        .createQuery(LIST_ABOUT)
        .bind("subject", subject)
        .map(
            (row, _) -> {
              var payload = row.getString("payload");
              return new Act(
                  row.getLong("seq"),
                  ActType.ofCode(row.getString("type")),
                  row.getString("subject_kind"),
                  row.getObject("subject_id", UUID.class),
                  Actor.of(row.getString("actor_kind"), row.getObject("actor_id", UUID.class)),
                  row.getTimestamp("at").toInstant(),
                  row.getTimestamp("recorded_at").toInstant(),
                  payload == null ? Map.of() : Ledger.details(payload));
            })
        .list();
  }

  List<OpenAct> listOpen(UUID subject) {
    return handle
        .createQuery(
            """
            SELECT act.seq, act.payload, encode(act.salt, 'hex') AS salt, act.entry,
                   encode(act_subject.salt, 'hex') AS subject_salt
              FROM act JOIN act_subject ON act_subject.id = act.subject_id
             WHERE act.subject_id = :subject AND act.payload IS NOT NULL
             ORDER BY act.seq
            """)
        .bind("subject", subject)
        .map(
            (row, _) ->
                new OpenAct(
                    row.getLong("seq"),
                    new String(row.getBytes("entry"), StandardCharsets.UTF_8),
                    row.getString("payload"),
                    row.getString("salt"),
                    row.getString("subject_salt")))
        .list();
  }

  void erase(UUID subject, Instant at) {
    handle
        .createUpdate(
            "UPDATE act SET payload = NULL, salt = NULL, erased_at = :at WHERE subject_id = :subject AND payload IS NOT NULL")
        .bind("subject", subject)
        .bind("at", at)
        .execute();
    handle
        .createUpdate("DELETE FROM act_subject WHERE id = :subject")
        .bind("subject", subject)
        .execute();
  }

  Map<UUID, byte[]> subjectSalts(List<UUID> subjects, Supplier<byte[]> fresh) {
    var known = knownSalts(subjects);
    var batch =
        handle.prepareBatch(
            "INSERT INTO act_subject (id, salt) VALUES (:id, :salt) ON CONFLICT (id) DO NOTHING");
    for (var subject : subjects) {
      if (!known.containsKey(subject)) {
        batch.bind("id", subject).bind("salt", fresh.get()).add();
      }
    }
    if (batch.size() == 0) {
      return known;
    }
    batch.execute();
    return knownSalts(subjects);
  }

  private Map<UUID, byte[]> knownSalts(List<UUID> subjects) {
    return handle
        .createQuery("SELECT id, salt FROM act_subject WHERE id = ANY(:ids)")
        .bindArray("ids", UUID.class, subjects)
        .reduceRows(
            new HashMap<UUID, byte[]>(),
            (salts, row) -> {
              salts.put(row.getColumn("id", UUID.class), row.getColumn("salt", byte[].class));
              return salts;
            });
  }
}
