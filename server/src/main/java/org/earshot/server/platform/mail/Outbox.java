package org.earshot.server.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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

  public void put(Handle handle, OutgoingMessage message) {
    handle
        .createUpdate(
            """
            INSERT INTO outbox (channel, to_sealed, subject, body_sealed, reply_token, purpose,
                                subject_id, voice_id, next_try_at, created_at)
            VALUES (:channel, :to, :subject, :body, :replyToken, :purpose,
                    :subjectId, :voiceId, :now, :now)
            """)
        .bind("channel", message.channel())
        .bind("to", vault.seal(message.to()))
        .bind("subject", message.subject())
        .bind("body", vault.seal(message.body()))
        .bind("replyToken", message.replyToken())
        .bind("purpose", message.purpose())
        .bindByType("subjectId", message.subjectId(), UUID.class)
        .bindByType("voiceId", message.voiceId(), UUID.class)
        .bind("now", clock.instant())
        .execute();
  }

  /// Forgets every message of a voice, sent or not.
  public void erase(Handle handle, UUID voice) {
    handle
        .createUpdate("DELETE FROM outbox WHERE voice_id = :voice OR subject_id = :voice")
        .bind("voice", voice)
        .execute();
  }
}
