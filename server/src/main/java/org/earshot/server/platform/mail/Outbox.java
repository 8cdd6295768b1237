package org.earshot.server.platform.mail;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;

/// Messages that leave the house. They are stored with the act that causes them, sent soon after by
/// whichever node is free, and emptied once sent. A message may travel twice when a node dies in
/// between, and is never lost.
@ApplicationScoped
public class Outbox {

  private static final int AT_ONCE = 50;
  private static final Duration LEASE = Duration.ofMinutes(20);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

  /// How long to wait after each failed try; the last holds for all further ones.
  private static final List<Duration> BACKOFF =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofDays(1));

  private final Database database;
  private final Vault vault;
  private final Carriers carriers;
  private final Instance<OutcomeListener> listeners;
  private final Clock clock;

  Outbox(
      Database database,
      Vault vault,
      Carriers carriers,
      Instance<OutcomeListener> listeners,
      Clock clock) {
    this.database = database;
    this.vault = vault;
    this.carriers = carriers;
    this.listeners = listeners;
    this.clock = clock;
  }

  /// Stores messages in the caller's transaction; they leave after it commits.
  public void add(Handle handle, List<OutgoingMessage> messages) {
    new OutboxRows(handle, vault).insert(messages, clock.instant());
  }

  /// Deletes every message about an erased voice, sent or not.
  public void forget(Handle handle, UUID voice) {
    new OutboxRows(handle, vault).forget(voice);
    carriers.forget(voice);
  }

  /// Whether messages of this kind can leave at all.
  public boolean carries(OutgoingMessage.Channel channel) {
    return carriers.find(channel).isPresent();
  }

  /// How many messages have not left yet.
  public long waiting(Handle handle) {
    return new OutboxRows(handle, vault).waiting();
  }

  /// Sends what is due; more than one node may do so at once.
  @Scheduled(
      every = "{earshot.outbox.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void send() {
    List<StoredMessage> due;
    do {
      var now = clock.instant();
      due =
          database.inTransaction(
              handle -> new OutboxRows(handle, vault).claim(now, now.plus(LEASE), AT_ONCE));
      for (var message : due) {
        settle(message, carriers.carry(message));
      }
    } while (due.size() == AT_ONCE);
  }

  private void settle(StoredMessage stored, SendResult result) {
    var at = clock.instant();
    database.useTransaction(
        handle -> {
          var rows = new OutboxRows(handle, vault);
          switch (result) {
            case SendResult.Sent() -> end(handle, rows, stored, MessageOutcome.State.SENT, "", at);
            case SendResult.Refused(var why) ->
                end(handle, rows, stored, MessageOutcome.State.REFUSED, why, at);
            case SendResult.Unready(var why) -> rows.putBack(stored.id(), at.plus(LOOK_AGAIN), why);
            case SendResult.Later(var why) -> {
              var wait = BACKOFF.get(Math.min(stored.tries(), BACKOFF.size()) - 1);
              if (at.plus(wait).isAfter(stored.createdAt().plus(GIVE_UP_AFTER))) {
                end(handle, rows, stored, MessageOutcome.State.GAVE_UP, why, at);
              } else {
                rows.postpone(stored.id(), at.plus(wait), why);
              }
            }
          }
        });
  }

  private void end(
      Handle handle,
      OutboxRows rows,
      StoredMessage stored,
      MessageOutcome.State state,
      String error,
      Instant at) {
    rows.finish(stored.id(), state, error.isEmpty() ? null : error, at);
    var message = stored.message();
    var outcomes = new ArrayList<MessageOutcome>();
    outcomes.add(
        new MessageOutcome(message.purpose(), message.about(), message.voice(), state, at));
    for (var listener : listeners) {
      listener.onOutcomes(handle, outcomes);
    }
  }
}
