package org.earshot.server.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;

/// Where messages wait until a job sends them. A message is put in with the transaction that calls
/// for it, so that none is sent for something that was rolled back.
@ApplicationScoped
public class Outbox {

  private final Vault vault;
  private final Clock clock;

  Outbox(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /// Stores messages in the caller's transaction; they leave after it commits.
  public void add(Handle handle, List<OutgoingMessage> messages) {
    messages.forEach(message -> insert(handle, message));
  }

  private void insert(Handle handle, OutgoingMessage message) {
    handle
        .createUpdate(
            """
            INSERT INTO outbox (channel, to_sealed, subject, body_sealed, reply_token, purpose,
                                subject_id, voice_id, next_try_at, created_at)
            VALUES (:channel, :to, :subject, :body, :replyToken, :purpose,
                    :subjectId, :voiceId, :now, :now)
            """)
        .bind("channel", message.channel().code())
        .bind("to", vault.seal(message.to()))
        .bind("subject", message.subject())
        .bind("body", vault.seal(message.text()))
        .bind("replyToken", message.replyToken())
        .bind("purpose", message.purpose())
        .bindByType("subjectId", message.about(), UUID.class)
        .bindByType("voiceId", message.voice(), UUID.class)
        .bind("now", clock.instant())
        .execute();
  }

  /// Deletes every message about an erased voice, sent or not.
  public void forget(Handle handle, UUID voice) {
    handle
        .createUpdate("DELETE FROM outbox WHERE voice_id = :voice OR subject_id = :voice")
        .bind("voice", voice)
        .execute();
  }
}
