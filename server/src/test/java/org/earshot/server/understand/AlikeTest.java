package org.earshot.server.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.earshot.server.ledger.Actor;
import org.earshot.server.places.Names;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.testing.SmallTown;
import org.earshot.server.testing.Townspeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What reads alike is offered to those who may read it, and to nobody else.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AlikeTest {

  @Inject Alike alike;
  @Inject AlikeJob job;
  @Inject Needs needs;
  @Inject Townspeople people;
  @Inject SmallTown town;
  @Inject Database database;

  private UUID service = new UUID(0, 0);

  @BeforeEach
  void ownService() {
    service = town.service("alike-" + UUID.randomUUID(), false);
  }

  private UUID say(String words) {
    return people.sayAll(List.of(words), service).getFirst();
  }

  private List<UUID> similar(UUID voice, UUID... services) {
    return database.read(handle -> alike.similarVoices(handle, voice, List.of(services), 5));
  }

  private List<AlikeGroup> offered() {
    return database.read(handle -> alike.list(handle, List.of(service), 5));
  }

  private UUID need(String title, List<UUID> voices) {
    return database.inTransaction(
        handle -> {
          var need =
              needs.open(
                  handle,
                  new NewNeed(
                      Names.of(Language.EN, title),
                      Names.none(),
                      service,
                      null,
                      true,
                      Actor.system(),
                      Instant.now()));
          needs.linkAll(handle, need, voices, Actor.system(), Instant.now());
          return need;
        });
  }

  @Test
  void aNewVoiceIsFoundAmongThousandsThatShareACommonWord() {
    var many = IntStream.range(0, 1_500).mapToObj(i -> "The lantern " + i + " flickers").toList();
    people.sayAll(many, service);
    var first = say("Herons block the lantern at the weir");
    var second = say("A lantern at the weir is full of herons");
    assertThat(similar(first, service)).first().isEqualTo(second);
    assertThat(similar(second, service)).first().isEqualTo(first);
  }

  @Test
  void otherServicesAndTheVoicesOfTheSameNeedAreNotOffered() {
    var first = say("Quinces rot below the viaduct");
    var second = say("Below the viaduct quinces rot");
    assertThat(similar(first, service)).contains(second);
    assertThat(similar(first, town.service("elsewhere", false))).isEmpty();
    need("Quinces", List.of(first, second));
    assertThat(similar(first, service)).doesNotContain(second);
  }

  @Test
  void everyScriptIsCompared() {
    var chinese = say("渡口的路灯坏了三个星期");
    var alsoChinese = say("三个星期了，渡口路灯还是坏的");
    assertThat(similar(chinese, service)).contains(alsoChinese);
    var arabic = say("المصباح قرب المرسى مكسور منذ أسابيع");
    var alsoArabic = say("منذ أسابيع المصباح عند المرسى مكسور");
    assertThat(similar(arabic, service)).contains(alsoArabic);
  }

  @Test
  void wordsThatLookLikeAQueryAreOnlyWords() {
    var odd = say("':* & | ! <-> \\ ' OR 1=1 -- \" lighthouse ' keeper");
    assertThat(similar(odd, service)).doesNotContain(odd);
    assertThat(similar(say("?!"), service)).isEmpty();
  }

  @Test
  void groupsAreFoundAndGoAwayWhenTheyAreJoined() {
    var voices = new ArrayList<UUID>();
    for (var words :
        List.of(
            "The otter fence at Kingfisher Lane is broken",
            "Broken otter fence, Kingfisher Lane",
            "Kingfisher Lane: the otter fence is broken again",
            "Nothing to do with the others at all")) {
      voices.add(say(words));
    }
    job.lookNow();
    var groups = offered();
    assertThat(groups).singleElement().matches(group -> group.people() == 3);
    var alikes = database.read(handle -> alike.voices(handle, groups.getFirst().id()));
    assertThat(alikes).containsExactlyInAnyOrderElementsOf(voices.subList(0, 3));
    need("The otter fence", alikes);
    assertThat(offered()).isEmpty();
  }

  @Test
  void residentsSeeTitlesAndNeverASmallNumber() {
    var voices = new ArrayList<UUID>();
    for (int i = 0; i < 9; i++) {
      voices.add(say("The swans of the mill pond are hungry " + i));
    }
    var need = need("Hungry swans at the mill pond", voices);
    var offer = needs.similarNeeds(Language.EN, "hungry swans", 3).getFirst();
    assertThat(offer.title()).isEqualTo("Hungry swans at the mill pond");
    assertThat(offer.people()).isNull();
    database.useTransaction(
        handle ->
            needs.linkAll(handle, need, List.of(say("More swans")), Actor.system(), Instant.now()));
    assertThat(needs.similarNeeds(Language.EN, "hungry swans", 3).getFirst().people())
        .isEqualTo(10);
  }
}
