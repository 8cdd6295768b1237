package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// A conversation that grows beyond the statements whose pairs are counted.
class ManyStatementsTest {

  @Test
  void theMapIsTheSameBeforeAndAfterTheLimit() {
    var live = new LiveConversation();
    var random = new Random(9);
    int limit = LiveConversation.MOST_COUNTED_STATEMENTS;
    for (int j = 0; j < limit; j++) {
      vote(live, random, j);
    }
    compare(live.refreshMap());
    for (int j = limit; j < limit + 50; j++) {
      vote(live, random, j);
    }
    live.vote("p3", "s7", Vote.PASS); // a changed vote after the change of method
    live.moderate("s8", true);
    compare(live.refreshMap());
  }

  /// Eight of forty people vote on a statement, two camps apart.
  private static void vote(LiveConversation live, Random random, int statement) {
    for (int v = 0; v < 8; v++) {
      int person = random.nextInt(40);
      boolean agrees = (person % 2 == statement % 2) != (random.nextInt(6) == 0);
      live.vote("p" + person, "s" + statement, agrees ? Vote.AGREE : Vote.DISAGREE);
    }
  }

  private static void compare(Landscape live) {
    var anew = Opinion.polisMap(live.votes(), live.moderation());
    var map = live.map();
    assertThat(anew.variance(0)).isGreaterThan(1.2 * anew.variance(1));
    double same = 0;
    for (int j = 0; j < live.votes().statements().size(); j++) {
      assertThat(map.center(j)).isCloseTo(anew.center(j), within(1e-12));
      same += map.component(0, j) * anew.component(0, j);
    }
    assertThat(Math.abs(same)).isCloseTo(1, within(1e-12));
    assertThat(map.variance(0)).isCloseTo(anew.variance(0), within(1e-9 * anew.variance(0)));
  }
}
