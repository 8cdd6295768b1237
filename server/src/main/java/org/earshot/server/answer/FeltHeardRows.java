package org.earshot.server.answer;

import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of felt-heard checks. Runs in the caller's transaction; holds no rules.
final class FeltHeardRows {

  /// Only who got an answer can check it; a second check of the same answer replaces the first.
  @Language("SQL")
  private static final String PUT =
      """
      INSERT INTO felt_heard (voice_id, answer_id, score, solved, words, at)
      SELECT d.voice_id, d.answer_id, :score, :solved, :words, :at
        FROM delivery d
       WHERE d.voice_id = :voice AND d.answer_id = :answer
          ON CONFLICT (voice_id, answer_id) DO UPDATE
         SET score = EXCLUDED.score, solved = EXCLUDED.solved, words = EXCLUDED.words,
             at = EXCLUDED.at
      """;

  private final Handle handle;

  FeltHeardRows(Handle handle) {
    this.handle = handle;
  }

  int[] put(List<PastAct.Checked> checks) {
    var batch = handle.prepareBatch(PUT);
    for (var check : checks) {
      batch
          .bind("voice", check.voice())
          .bind("answer", check.answer())
          .bindByType("score", check.score(), Integer.class)
          .bindByType("solved", check.solved(), Boolean.class)
          .bindByType("words", check.words(), String.class)
          .bind("at", check.at())
          .add();
    }
    return batch.execute();
  }

  void erase(UUID voice) {
    handle
        .createUpdate("UPDATE felt_heard SET words = NULL WHERE voice_id = :voice")
        .bind("voice", voice)
        .execute();
  }
}
