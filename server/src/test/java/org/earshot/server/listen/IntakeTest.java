package org.earshot.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.testing.SmallTown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A voice that is heard has a code, a number, an act, a leaf and a case, or is not there at all.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class IntakeTest {

  @Inject Intake intake;
  @Inject Ledger ledger;
  @Inject Database database;
  @Inject SmallTown town;

  private NewVoice saying(String words, @Nullable String key) {
    var at = Instant.parse("2026-03-02T12:00:00Z");
    return new NewVoice(
        words,
        "en",
        "web",
        at,
        at,
        town.frontDesk(),
        NewVoice.Whereabouts.unknown(),
        Set.of(),
        null,
        false,
        false,
        null,
        key,
        null,
        List.of(),
        false);
  }

  @Test
  void everyVoiceHasACaseInTheSameTransaction() {
    var heard = intake.hear(saying("The lamp is dark", null), Actor.person());
    List<Act> acts = database.read(handle -> ledger.listAbout(handle, heard.id()));
    assertThat(acts).extracting(Act::type).contains(ActType.VOICE_HEARD, ActType.CASE_OPENED);
    assertThat(heard.publicNumber()).isPositive();
    var cases =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT state FROM case_work WHERE voice_id = :voice")
                    .bind("voice", heard.id())
                    .mapTo(String.class)
                    .list());
    assertThat(cases).containsExactly("new");
  }

  @Test
  void aRepeatedRequestIsOneVoice() {
    var key = UUID.randomUUID().toString();
    var first = intake.hear(saying("Once", key), Actor.person());
    var again = intake.hear(saying("Once", key), Actor.person());
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.code()).isEqualTo(first.code());
    assertThat(again.publicNumber()).isEqualTo(first.publicNumber());
    assertThat(first.fresh()).isTrue();
    assertThat(again.fresh()).isFalse();
  }
}
