package org.earshot.server.understand;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.ledger.Actor;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of which voice belongs to which need. Runs in the caller's transaction; holds no rules.
final class NeedVoices {

  @Language("SQL")
  private static final String PUT =
      """
      INSERT INTO need_voice (voice_id, need_id, linked_at, linked_by, person)
      VALUES (:voice, :need, :at, :by, :person)
      ON CONFLICT (voice_id) DO UPDATE
         SET need_id = EXCLUDED.need_id, linked_at = EXCLUDED.linked_at,
             linked_by = EXCLUDED.linked_by, person = EXCLUDED.person
      """;

  private final Handle handle;

  NeedVoices(Handle handle) {
    this.handle = handle;
  }

  /// The need of each of these voices that has one. They cannot be moved by anybody else meanwhile.
  Map<UUID, UUID> lockNeedsOf(Collection<UUID> voices) {
    return handle
        .createQuery(
            """
            SELECT voice_id, need_id FROM need_voice WHERE voice_id = ANY(:voices)
             ORDER BY voice_id FOR UPDATE
            """)
        .bindArray("voices", UUID.class, List.copyOf(voices))
        .reduceRows(
            new HashMap<UUID, UUID>(),
            (needs, row) -> {
              needs.put(
                  row.getColumn("voice_id", UUID.class), row.getColumn("need_id", UUID.class));
              return needs;
            });
  }

  void put(List<Joining> joinings) {
    var batch = handle.prepareBatch(PUT);
    for (var joining : joinings) {
      batch
          .bind("voice", joining.voice())
          .bind("need", joining.need())
          .bind("at", joining.at())
          .bindByType("by", joining.by().staffId(), UUID.class)
          .bind("person", joining.by() instanceof Actor.Person)
          .add();
    }
    batch.execute();
  }

  void remove(Collection<UUID> voices) {
    handle
        .createUpdate("DELETE FROM need_voice WHERE voice_id = ANY(:voices)")
        .bindArray("voices", UUID.class, List.copyOf(voices))
        .execute();
  }

  /// How many people stand behind each of these needs.
  Map<UUID, Long> people(Collection<UUID> needs) {
    return handle
        .createQuery(
            """
            SELECT need_id, count(*) AS people FROM need_voice WHERE need_id = ANY(:needs)
             GROUP BY need_id
            """)
        .bindArray("needs", UUID.class, List.copyOf(needs))
        .reduceRows(
            new HashMap<UUID, Long>(),
            (people, row) -> {
              people.put(row.getColumn("need_id", UUID.class), row.getColumn("people", Long.class));
              return people;
            });
  }

  /// Voices that belong to a need are no longer offered as looking alike.
  void forgetAlike(Collection<UUID> voices) {
    handle
        .createUpdate("DELETE FROM alike_voice WHERE voice_id = ANY(:voices)")
        .bindArray("voices", UUID.class, List.copyOf(voices))
        .execute();
  }
}
