package org.earshot.server.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of the outbox. Runs in the caller's transaction; addresses and bodies are sealed.
final class OutboxRows {

  @org.intellij.lang.annotations.Language("SQL")
  private static final String INSERT =
      """
      INSERT INTO outbox (channel, to_sealed, subject, body_sealed, reply_token, purpose, subject_id,
                          voice_id, next_try_at, created_at)
      VALUES (:channel, :to, :subject, :body, :replyToken, :purpose, :about, :voice, :at, :at)
      """;

  /// Takes what is due; nobody else takes it before `until`.
  @org.intellij.lang.annotations.Language("SQL")
  private static final String CLAIM =
      """
      UPDATE outbox
         SET tries = tries + 1, next_try_at = :until
       WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND next_try_at <= :now
                     ORDER BY next_try_at LIMIT :limit FOR UPDATE SKIP LOCKED)
      RETURNING id, channel, to_sealed, subject, body_sealed, reply_token, purpose, subject_id,
                voice_id, tries, created_at
      """;

  private final Handle handle;
  private final Vault vault;

  OutboxRows(Handle handle, Vault vault) {
    this.handle = handle;
    this.vault = vault;
  }

  void insert(List<OutgoingMessage> messages, Instant at) {
    var batch = handle.prepareBatch(INSERT);
    for (var message : messages) {
      batch
          .bind("channel", message.channel().code())
          .bind("to", vault.seal(message.to()))
          .bind("subject", message.subject())
          .bind("body", vault.seal(message.language().code() + message.text()))
          .bind("replyToken", message.replyToken())
          .bind("purpose", message.purpose())
          .bindByType("about", message.about(), UUID.class)
          .bindByType("voice", message.voice(), UUID.class)
          .bind("at", at)
          .add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  List<StoredMessage> claim(Instant now, Instant until, int limit) {
    return handle
        .createQuery(CLAIM)
        .bind("now", now)
        .bind("until", until)
        .bind("limit", limit)
        .map((row, _) -> message(row))
        .list();
  }

  private StoredMessage message(ResultSet row) throws SQLException {
    var body = vault.open(row.getBytes("body_sealed"));
    return new StoredMessage(
        row.getLong("id"),
        new OutgoingMessage(
            OutgoingMessage.Channel.of(row.getString("channel")),
            vault.open(row.getBytes("to_sealed")),
            row.getString("subject"),
            body.substring(2),
            Language.findByCode(body.substring(0, 2)).orElse(Language.EN),
            row.getString("reply_token"),
            row.getString("purpose"),
            row.getObject("subject_id", UUID.class),
            row.getObject("voice_id", UUID.class)),
        row.getInt("tries"),
        row.getTimestamp("created_at").toInstant());
  }

  /// The end of a message: what it said and to whom is emptied.
  void finish(long id, MessageOutcome.State state, @Nullable String error, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE outbox
               SET state = :state, last_error = :error, done_at = :at, to_sealed = NULL,
                   body_sealed = NULL, reply_token = NULL
             WHERE id = :id
            """)
        .bind("id", id)
        .bind("state", state.code())
        .bind("error", error)
        .bind("at", at)
        .execute();
  }

  void postpone(long id, Instant until, String error) {
    handle
        .createUpdate("UPDATE outbox SET next_try_at = :until, last_error = :error WHERE id = :id")
        .bind("id", id)
        .bind("until", until)
        .bind("error", error)
        .execute();
  }

  /// As if it had not been tried.
  void putBack(long id, Instant until, String error) {
    handle
        .createUpdate(
            """
            UPDATE outbox
               SET tries = tries - 1, next_try_at = :until, last_error = :error, created_at = :until
             WHERE id = :id
            """)
        .bind("id", id)
        .bind("until", until)
        .bind("error", error)
        .execute();
  }

  void forget(UUID voice) {
    handle
        .createUpdate("DELETE FROM outbox WHERE voice_id = :voice")
        .bind("voice", voice)
        .execute();
  }

  long waiting() {
    return handle
        .createQuery("SELECT count(*) FROM outbox WHERE state = 'waiting'")
        .mapTo(Long.class)
        .one();
  }
}
