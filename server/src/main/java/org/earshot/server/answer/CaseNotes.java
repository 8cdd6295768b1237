package org.earshot.server.answer;

import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.db.NewId;
import org.jdbi.v3.core.Handle;

/// The SQL of notes among staff. Runs in the caller's transaction; holds no rules.
final class CaseNotes {

  private final Handle handle;

  CaseNotes(Handle handle) {
    this.handle = handle;
  }

  void insert(List<PastAct.Noted> notes) {
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO case_note (id, voice_id, staff_id, words, at)
            VALUES (:id, :voice, :by, :words, :at)
            """);
    for (var note : notes) {
      batch
          .bind("id", NewId.at(note.at().toEpochMilli()))
          .bind("voice", note.voice())
          .bind("by", note.by())
          .bind("words", note.words())
          .bind("at", note.at())
          .add();
    }
    batch.execute();
  }

  void erase(UUID voice) {
    handle
        .createUpdate("DELETE FROM case_note WHERE voice_id = :voice")
        .bind("voice", voice)
        .execute();
  }
}
