package org.earshot.server.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The SQL of what staff mark on one case and its voice. Runs in the caller's transaction; holds no
/// rules.
final class CaseMarks {

  private final Handle handle;

  CaseMarks(Handle handle) {
    this.handle = handle;
  }

  void stopWaiting(UUID voice, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE case_work
               SET waiting_for = NULL, waiting_since = NULL, remind_on = NULL, changed_at = :at
             WHERE voice_id = :voice
            """)
        .bind("voice", voice)
        .bind("at", at)
        .execute();
  }

  void restrict(UUID voice, boolean restricted) {
    handle
        .createUpdate("UPDATE case_work SET restricted = :restricted WHERE voice_id = :voice")
        .bind("voice", voice)
        .bind("restricted", restricted)
        .execute();
    handle
        .createUpdate(
            """
            UPDATE voice
               SET restricted = :restricted,
                   shown_words = CASE WHEN :restricted THEN NULL ELSE shown_words END
             WHERE id = :voice
            """)
        .bind("voice", voice)
        .bind("restricted", restricted)
        .execute();
  }

  /// The consent is asked again here: it may have been taken back a moment ago.
  void clearWords(UUID voice, String words, UUID by) {
    handle
        .createUpdate(
            """
            UPDATE voice
               SET shown_words = nullif(:words, ''), shown_by = :by
             WHERE id = :voice AND may_show AND erased_at IS NULL
            """)
        .bind("voice", voice)
        .bind("words", words)
        .bind("by", by)
        .execute();
  }

  /// What was set aside counts from today again; what only waited for a look keeps its promise.
  void takeUp(UUID voice, LocalDate promise, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE case_work
               SET debt = true,
                   promised_on = CASE WHEN set_aside_at IS NULL THEN promised_on ELSE :promise END,
                   set_aside_at = NULL, set_aside_because = NULL, changed_at = :at
             WHERE voice_id = :voice AND (set_aside_at IS NOT NULL OR debt)
            """)
        .bind("voice", voice)
        .bind("promise", promise)
        .bind("at", at)
        .execute();
    looked(voice);
  }

  void setAside(UUID voice, String reason, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE case_work
               SET debt = false, set_aside_at = :at, set_aside_because = :reason, changed_at = :at,
                   waiting_for = NULL, waiting_since = NULL, remind_on = NULL
             WHERE voice_id = :voice AND state IN ('new', 'open')
            """)
        .bind("voice", voice)
        .bind("reason", reason)
        .bind("at", at)
        .execute();
    looked(voice);
  }

  private void looked(UUID voice) {
    handle
        .createUpdate("UPDATE voice SET doubtful = NULL WHERE id = :voice")
        .bind("voice", voice)
        .execute();
  }
}
