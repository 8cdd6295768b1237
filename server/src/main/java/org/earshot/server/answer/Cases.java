package org.earshot.server.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of cases. Runs in the caller's transaction; holds no rules.
final class Cases {

  @Language("SQL")
  private static final String INSERT =
      """
      INSERT INTO case_work (voice_id, service_id, state, debt, urgent, opened_at, promised_on,
                             changed_at)
      VALUES (:voice, :service, 'new', :debt, :urgent, :openedAt, :promisedOn, :openedAt)
      """;

  @Language("SQL")
  private static final String ACKNOWLEDGE =
      """
      UPDATE case_work
         SET acknowledged_at = :at, state = CASE WHEN state = 'new' THEN 'open' ELSE state END
       WHERE voice_id = :voice AND acknowledged_at IS NULL
      """;

  @Language("SQL")
  private static final String ASSIGN =
      """
      UPDATE case_work
         SET assigned_to = :to, changed_at = greatest(changed_at, :at),
             seen_at = CASE WHEN :to = :by THEN greatest(seen_at, :at) END
       WHERE voice_id = :voice AND assigned_to IS DISTINCT FROM :to
      """;

  @Language("SQL")
  private static final String TRANSFER =
      """
      UPDATE case_work
         SET service_id = :service, assigned_to = NULL, changed_at = greatest(changed_at, :at)
       WHERE voice_id = :voice AND service_id <> :service
      """;

  @Language("SQL")
  private static final String MOVE_PROMISE =
      """
      UPDATE case_work
         SET promised_on = :to, moved_because = :reason, changed_at = greatest(changed_at, :at)
       WHERE voice_id = :voice AND promised_on <> :to AND state IN ('new', 'open')
      """;

  @Language("SQL")
  private static final String AWAIT =
      """
      UPDATE case_work
         SET waiting_for = :waitingFor, waiting_since = :at, remind_on = :remindOn,
             changed_at = greatest(changed_at, :at)
       WHERE voice_id = :voice AND state IN ('new', 'open')
      """;

  @Language("SQL")
  private static final String ANSWERED =
      """
      UPDATE case_work w
         SET state = 'answered', answered_at = coalesce(w.answered_at, d.at),
             acknowledged_at = coalesce(w.acknowledged_at, d.at),
             waiting_for = NULL, waiting_since = NULL, remind_on = NULL
        FROM delivery d
       WHERE d.id = ANY(:deliveries) AND w.voice_id = d.voice_id AND w.state <> 'withdrawn'
      """;

  @Language("SQL")
  private static final String REOPEN =
      """
      UPDATE case_work
         SET state = 'open', debt = true, reopened_at = :at, promised_on = :promisedOn,
             moved_because = NULL, changed_at = greatest(changed_at, :at)
       WHERE voice_id = :voice AND state = 'answered'
      """;

  /// A case that is open again because it was not solved.
  record Reopening(UUID voice, LocalDate promisedOn, Instant at) {}

  private final Handle handle;

  Cases(Handle handle) {
    this.handle = handle;
  }

  void insert(List<NewCase> cases) {
    var batch = handle.prepareBatch(INSERT);
    for (var opened : cases) {
      batch
          .bind("voice", opened.voice())
          .bind("service", opened.service())
          .bind("debt", opened.debt())
          .bind("urgent", opened.urgent())
          .bind("openedAt", opened.openedAt())
          .bind("promisedOn", opened.promisedOn())
          .add();
    }
    batch.execute();
  }

  int[] acknowledge(List<PastAct.Acknowledged> acts) {
    var batch = handle.prepareBatch(ACKNOWLEDGE);
    acts.forEach(act -> batch.bind("voice", act.voice()).bind("at", act.at()).add());
    return batch.execute();
  }

  int[] assign(List<PastAct.Assigned> acts) {
    var batch = handle.prepareBatch(ASSIGN);
    for (var act : acts) {
      batch
          .bind("voice", act.voice())
          .bind("to", act.to())
          .bind("by", act.by())
          .bind("at", act.at())
          .add();
    }
    return batch.execute();
  }

  int[] transfer(List<PastAct.Transferred> acts) {
    var batch = handle.prepareBatch(TRANSFER);
    for (var act : acts) {
      batch.bind("voice", act.voice()).bind("service", act.service()).bind("at", act.at()).add();
    }
    return batch.execute();
  }

  int[] movePromise(List<PastAct.PromiseMoved> acts) {
    var batch = handle.prepareBatch(MOVE_PROMISE);
    for (var act : acts) {
      batch
          .bind("voice", act.voice())
          .bind("to", act.to())
          .bind("reason", act.reason())
          .bind("at", act.at())
          .add();
    }
    return batch.execute();
  }

  int[] await(List<PastAct.Waiting> acts) {
    var batch = handle.prepareBatch(AWAIT);
    for (var act : acts) {
      batch
          .bind("voice", act.voice())
          .bind("waitingFor", act.waitingFor())
          .bindByType("remindOn", act.remindOn(), LocalDate.class)
          .bind("at", act.at())
          .add();
    }
    return batch.execute();
  }

  Map<UUID, UUID> servicesOf(List<UUID> voices) {
    return handle
        .createQuery("SELECT voice_id, service_id FROM case_work WHERE voice_id = ANY(:voices)")
        .bindArray("voices", UUID.class, voices)
        .reduceRows(
            new HashMap<UUID, UUID>(),
            (services, row) -> {
              services.put(
                  row.getColumn("voice_id", UUID.class), row.getColumn("service_id", UUID.class));
              return services;
            });
  }

  /// Stores the need of each of these voices, or that it has none.
  void belongTo(Map<UUID, Optional<UUID>> needs) {
    var batch = handle.prepareBatch("UPDATE case_work SET need_id = :need WHERE voice_id = :voice");
    needs.forEach(
        (voice, need) ->
            batch.bind("voice", voice).bindByType("need", need.orElse(null), UUID.class).add());
    batch.execute();
  }

  /// The one way to the state "answered": it needs a delivery of an answer.
  void answered(List<Deliveries.Delivery> deliveries) {
    handle
        .createUpdate(ANSWERED)
        .bindArray(
            "deliveries", UUID.class, deliveries.stream().map(Deliveries.Delivery::id).toList())
        .execute();
  }

  int[] reopen(List<Reopening> reopenings) {
    var batch = handle.prepareBatch(REOPEN);
    for (var one : reopenings) {
      batch
          .bind("voice", one.voice())
          .bind("promisedOn", one.promisedOn())
          .bind("at", one.at())
          .add();
    }
    return batch.execute();
  }

  /// The person took their voice back: nothing is owed any more.
  void withdraw(UUID voice) {
    handle
        .createUpdate(
            """
            UPDATE case_work
               SET state = 'withdrawn', waiting_for = NULL, waiting_since = NULL, remind_on = NULL,
                   set_aside_because = NULL, moved_because = NULL
             WHERE voice_id = :voice
            """)
        .bind("voice", voice)
        .execute();
  }

  /// Something new from the person: who was set aside is owed an answer after all.
  void changedByPerson(List<UUID> voices, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE case_work
               SET changed_at = greatest(changed_at, :at), debt = debt OR set_aside_at IS NOT NULL,
                   set_aside_at = NULL, set_aside_because = NULL
             WHERE voice_id = ANY(:voices) AND state <> 'withdrawn'
            """)
        .bindArray("voices", UUID.class, voices)
        .bind("at", at)
        .execute();
  }
}
