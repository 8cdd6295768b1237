package org.earshot.server.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.places.Names;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.NewId;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.testing.SmallTown;
import org.earshot.server.testing.Townspeople;
import org.earshot.server.understand.Joining;
import org.earshot.server.understand.Needs;
import org.earshot.server.understand.NewNeed;
import org.junit.jupiter.api.Test;

/// A past that is put in at once is a past like any other: states, deliveries, acts.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CaseHistoryTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Inject CaseHistory history;
  @Inject Needs needs;
  @Inject Ledger ledger;
  @Inject Database database;
  @Inject SmallTown town;
  @Inject Townspeople people;

  private static Instant days(int days) {
    return NOON.plus(Duration.ofDays(days));
  }

  private String stateOf(UUID voice) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT state FROM case_work WHERE voice_id = :voice")
                .bind("voice", voice)
                .mapTo(String.class)
                .one());
  }

  private List<Act> actsOf(UUID voice) {
    return database.read(handle -> ledger.listAbout(handle, voice));
  }

  @Test
  void aThousandVoicesAreReadJoinedAnsweredAndChecked() {
    var dana = people.staff("dana");
    var voices =
        people.sayAll(
            IntStream.range(0, 1_000).mapToObj(i -> "The lamp %d is dark".formatted(i)).toList());
    var answer = NewId.next();
    database.useTransaction(
        handle -> {
          var acts = new ArrayList<PastAct>();
          voices.forEach(voice -> acts.add(new PastAct.Acknowledged(voice, dana, days(1))));
          voices.forEach(voice -> acts.add(new PastAct.Assigned(voice, dana, dana, days(1))));
          history.apply(handle, acts);
          var need =
              needs.open(
                  handle,
                  new NewNeed(
                      new Names(Map.of("en", "Lamps in Mill Lane", "fr", "Lampes")),
                      Names.none(),
                      town.frontDesk(),
                      null,
                      true,
                      Actor.staff(dana),
                      days(2)));
          needs.linkAll(
              handle,
              voices.stream()
                  .map(voice -> new Joining(voice, need, Actor.staff(dana), days(2)))
                  .toList());
          history.apply(
              handle,
              List.of(
                  new PastAct.Answered(
                      answer,
                      new AnswerTo.Need(need),
                      Outcome.DONE,
                      null,
                      Map.of("en", "The lamps are lit.", "fr", "Les lampes sont allumées."),
                      dana,
                      null,
                      days(5)),
                  new PastAct.Checked(voices.get(0), answer, 5, true, "Thank you", days(6)),
                  new PastAct.Checked(voices.get(1), answer, 2, false, "Still dark", days(6)),
                  new PastAct.Checked(voices.get(1), UUID.randomUUID(), 1, null, null, days(6))));
        });
    assertThat(stateOf(voices.get(0))).isEqualTo("answered");
    assertThat(stateOf(voices.get(1))).isEqualTo("open");
    assertThat(stateOf(voices.get(999))).isEqualTo("answered");
    assertThat(actsOf(voices.get(1)))
        .extracting(Act::type)
        .containsExactly(
            ActType.VOICE_HEARD,
            ActType.CASE_OPENED,
            ActType.CASE_ACKNOWLEDGED,
            ActType.CASE_ASSIGNED,
            ActType.NEED_JOINED,
            ActType.VOICE_ANSWERED,
            ActType.FELT_HEARD,
            ActType.REOPENED);
    assertThat(actsOf(answer)).extracting(Act::type).containsExactly(ActType.ANSWER_GIVEN);
  }
}
