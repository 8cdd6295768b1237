package org.earshot.benchmarks.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.earshot.opinion.Moderation;
import org.earshot.opinion.Opinion;
import org.junit.jupiter.api.Test;

/// What is compared in speed says the same.
class PlainMapTest {

  @Test
  void theEngineDrawsThePlainMap() {
    var votes = new InventedConversation(400, 60, 9_000).votes(3);
    var plain = new PlainMap(votes);
    var map = Opinion.polis(votes, Moderation.NONE).map();
    for (int axis = 0; axis < 2; axis++) {
      assertThat(map.variance(axis))
          .isCloseTo(plain.variance[axis], within(1e-9 * plain.variance[axis]));
      double along = 0;
      for (int i = 0; i < votes.people().size(); i++) {
        along += plain.position(axis, i) * map.position(axis, i);
      }
      double sign = Math.signum(along);
      for (int i = 0; i < votes.people().size(); i++) {
        assertThat(map.position(axis, i)).isCloseTo(sign * plain.position(axis, i), within(1e-8));
      }
    }
  }
}
