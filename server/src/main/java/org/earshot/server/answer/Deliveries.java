package org.earshot.server.answer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of deliveries: one for each person who gets an answer. Runs in the caller's transaction;
/// holds no rules.
final class Deliveries {

  /// How one person gets an answer.
  record Delivery(UUID id, UUID answer, UUID voice, String channel, String language, Instant at) {}

  /// Text goes to confirmed contacts only; everybody else finds it on their receipt page.
  @Language("SQL")
  private static final String INSERT =
      """
      INSERT INTO delivery (id, answer_id, voice_id, channel, language, state, at, changed_at)
      SELECT gen_random_uuid(), a.id, v.id, how.channel, coalesce(t.language, s.fallback),
             CASE how.channel WHEN 'receipt' THEN 'shown' ELSE 'waiting' END,
             coalesce(CAST(:later AS timestamptz), a.sent_at),
             coalesce(CAST(:later AS timestamptz), a.sent_at)
        FROM unnest(:answers, :fallbacks) AS s (answer_id, fallback)
        JOIN answer a ON a.id = s.answer_id AND a.state = 'sent'
        JOIN LATERAL (
               SELECT n.voice_id FROM need_voice n
                WHERE n.need_id = a.need_id
                  AND n.linked_at <= coalesce(CAST(:later AS timestamptz), a.sent_at)
                UNION ALL SELECT a.voice_id WHERE a.voice_id IS NOT NULL) r ON true
        JOIN voice v ON v.id = r.voice_id AND v.erased_at IS NULL
        JOIN case_work w ON w.voice_id = v.id AND w.state <> 'withdrawn' AND w.set_aside_at IS NULL
        LEFT JOIN contact c ON c.voice_id = v.id
        LEFT JOIN answer_text t ON t.answer_id = a.id AND t.language = coalesce(c.language, v.language)
       CROSS JOIN LATERAL (
               SELECT CASE WHEN :quietly OR c.confirmed_at IS NULL THEN 'receipt'
                           WHEN c.kind = 'email' THEN 'email' ELSE 'sms' END AS channel) how
          ON CONFLICT (answer_id, voice_id) DO NOTHING
      RETURNING id, answer_id, voice_id, channel, language, at
      """;

  private final Handle handle;

  Deliveries(Handle handle) {
    this.handle = handle;
  }

  List<Delivery> insert(List<Sending.Sent> sent, boolean quietly, @Nullable Instant later) {
    return handle
        .createQuery(INSERT)
        .bindArray("answers", UUID.class, sent.stream().map(Sending.Sent::answer).toList())
        .bindArray("fallbacks", String.class, sent.stream().map(Sending.Sent::fallback).toList())
        .bind("quietly", quietly)
        .bindByType("later", later, Instant.class)
        .map(
            (row, _) ->
                new Delivery(
                    row.getObject("id", UUID.class),
                    row.getObject("answer_id", UUID.class),
                    row.getObject("voice_id", UUID.class),
                    row.getString("channel"),
                    row.getString("language"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  void settle(UUID delivery, String state, Instant at) {
    handle
        .createUpdate("UPDATE delivery SET state = :state, changed_at = :at WHERE id = :delivery")
        .bind("delivery", delivery)
        .bind("state", state)
        .bind("at", at)
        .execute();
  }
}
