package org.earshot.server.listen;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.jobs.Jobs;
import org.earshot.server.platform.mail.Outbox;
import org.jdbi.v3.core.Handle;

/// Erases voices for good: the words, everything that tells who said them, and the means to open
/// their commitments in the record. What stays is that there was a voice, when, and by which
/// channel.
@ApplicationScoped
public class Erasure {

  private static final int BATCH = 100;

  private final Jobs jobs;
  private final Database database;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Instance<ErasesVoice> others;
  private final ErasureList list;
  private final Clock clock;

  Erasure(
      Jobs jobs,
      Database database,
      Ledger ledger,
      Outbox outbox,
      Instance<ErasesVoice> others,
      ErasureList list,
      Clock clock) {
    this.jobs = jobs;
    this.database = database;
    this.ledger = ledger;
    this.outbox = outbox;
    this.others = others;
    this.list = list;
    this.clock = clock;
  }

  public void erase(UUID voice, Actor by) {
    database.useTransaction(handle -> erase(handle, voice, by));
  }

  /// Erases in the caller's transaction; once more does nothing. The list outside the backup is
  /// written when the transaction is committed.
  public void erase(Handle handle, UUID voice, Actor by) {
    var voices = new StoredVoices(handle);
    voices.lock(voice);
    var file = voices.list(List.of(voice));
    if (file.isEmpty() || file.getFirst().erased()) {
      return;
    }
    var now = clock.instant();
    voices.erase(voice, now);
    outbox.forget(handle, voice);
    others.forEach(other -> other.erase(handle, voice));
    ledger.append(
        handle, List.of(NewAct.aboutVoice(ActType.VOICE_ERASED, voice, by, now, Map.of())));
    ledger.erase(handle, voice); // after the act: it takes that act's salts along
    handle.afterCommit(() -> list.add(voice, now));
  }

  /// Erases what was asked for a day ago and not undone.
  @Scheduled(every = "5m", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
  void eraseDue() {
    jobs.runAlone("erasures", this::eraseDueNow);
  }

  private void eraseDueNow() {
    List<UUID> due =
        database.read(handle -> new StoredVoices(handle).listToErase(clock.instant(), BATCH));
    due.forEach(voice -> erase(voice, Actor.person()));
  }

  /// Makes the list complete after a crash between a commit and its line.
  @Scheduled(every = "24h", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void completeList() {
    jobs.runAlone(
        "erasure list",
        () ->
            list.addMissing(
                database.read(handle -> new StoredVoices(handle).listErased()), clock.instant()));
  }
}
