package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// A conversation while it goes on: people come, are shown statements and vote; somebody adds a
/// statement, the host takes one out.
class A03_AnEveningTest {

  @Test
  void thePictureIsFreshAtAnyTime() {
    var live = new LiveConversation();
    for (var statement : new String[] {"benches", "buses", "lamps", "trees"}) {
      live.propose(statement);
    }
    var random = new Random(4);
    for (int guest = 0; guest < 40; guest++) {
      var person = "guest " + guest;
      for (int turn = 0; turn < 3; turn++) {
        var shown = live.showNext(person, Routing.PRIORITY, random.nextDouble()).orElseThrow();
        live.vote(person, shown.statement(), guest % 2 == 0 ? Vote.AGREE : Vote.DISAGREE);
      }
    }
    assertThat(live.landscape().votes().size()).isZero(); // nothing was drawn yet
    assertThat(live.refreshMap().votes().size()).isEqualTo(120);

    live.propose("a fountain");
    live.moderate("lamps", true);
    var shown = live.showNext("guest 1", Routing.PRIORITY, 0.999).orElseThrow();
    assertThat(shown.statement()).isEqualTo("a fountain");
    live.vote("guest 1", "a fountain", Vote.AGREE);

    var landscape = live.regroup(StableMethod.STANDARD.withShown(live.shown()));
    int lamps = landscape.votes().statements().indexOf("lamps");
    assertThat(landscape.map().extremity(lamps)).isZero();
    assertThat(landscape.correction().orElseThrow().logged()).isEqualTo(121);
    assertThat(live.landscape()).isSameAs(landscape);
  }
}
