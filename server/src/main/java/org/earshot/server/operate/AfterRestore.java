package org.earshot.server.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.listen.Erasure;
import org.earshot.server.listen.ErasureList;
import org.earshot.server.platform.db.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// The first start after a restore: erases again what was erased since the backup, and lets the
/// record go on under a new name, so that nobody can mistake it for the lost one. In one
/// transaction, before anybody is served; a failure stops the start.
@ApplicationScoped
public class AfterRestore {

  private static final Logger LOG = Logger.getLogger(AfterRestore.class);
  private static final UUID RECORD = new UUID(0, 1);

  private final Database database;
  private final Ledger ledger;
  private final Erasure erasure;
  private final ErasureList erasures;
  private final ObjectMapper json;
  private final Clock clock;

  AfterRestore(
      Database database,
      Ledger ledger,
      Erasure erasure,
      ErasureList erasures,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.erasure = erasure;
    this.erasures = erasures;
    this.json = json;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    database.useTransaction(this::finish);
  }

  void finish(Handle handle) {
    var word =
        handle
            .createQuery("DELETE FROM setting WHERE key = :key RETURNING value::text")
            .bind("key", Restore.PENDING)
            .mapTo(String.class)
            .findOne();
    if (word.isEmpty()) {
      return;
    }
    beginAgain(handle, word.get());
    int erased = eraseAgain(handle);
    LOG.infof(
        "Restored from a backup: %d erasures were repeated, and the record goes on under a new name.",
        erased);
  }

  /// The list is kept outside of every backup.
  private int eraseAgain(Handle handle) {
    var voices = erasures.ids();
    voices.forEach(voice -> erasure.erase(handle, voice, Actor.system()));
    return voices.size();
  }

  private void beginAgain(Handle handle, String word) {
    Map<String, Object> before;
    try {
      before = json.readValue(word, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What the restore left", e);
    }
    if (before.get("origin") instanceof String origin) {
      handle
          .createUpdate("UPDATE log_state SET origin = :origin")
          .bind("origin", nextOrigin(origin))
          .execute();
      ledger.append(
          handle,
          List.of(
              new NewAct(
                  ActType.RECORD_STARTED,
                  "record",
                  RECORD,
                  Actor.system(),
                  clock.instant(),
                  before)));
    }
  }

  /// "name" goes on as "name/2", "name/2" as "name/3".
  static String nextOrigin(String origin) {
    int slash = origin.lastIndexOf('/');
    var end = origin.substring(slash + 1);
    return slash > 0 && end.matches("\\d{1,4}")
        ? origin.substring(0, slash + 1) + (Integer.parseInt(end) + 1)
        : origin + "/2";
  }
}
