package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Two camps that see everything differently but for one statement on which all agree.
class A02_TwoCampsTest {

  @Test
  void findsTheCampsAndTheirCommonGround() {
    var votes = new VotesBuilder();
    var people = new ArrayList<String>();
    var random = new Random(2);
    for (int i = 0; i < 80; i++) {
      people.add("person " + i);
      for (int j = 0; j < 12; j++) {
        boolean exception = random.nextInt(8) == 0;
        boolean agrees = j == 11 || (i % 2 == j % 2) != exception;
        votes.add(i, j, agrees ? Vote.AGREE : Vote.DISAGREE, 0);
      }
    }
    var statements = new ArrayList<String>();
    for (int j = 0; j < 12; j++) {
      statements.add("statement " + (char) ('a' + j));
    }
    var landscape =
        StableMethod.STANDARD
            .withResamples(20)
            .landscape(votes.build(people, statements), Moderation.NONE);

    assertThat(landscape.groups().count()).isEqualTo(2);
    assertThat(landscape.groups().size(0)).isEqualTo(40);
    assertThat(landscape.agreed().getFirst().statement()).isEqualTo(11);
    assertThat(landscape.groupAwareConsensus(11)).isGreaterThan(0.9);
    assertThat(landscape.groupAwareConsensus(0)).isLessThan(0.3);
    var confidence = landscape.confidence().orElseThrow();
    assertThat(confidence.strength(2)).isGreaterThan(Confidence.STRONG);
    assertThat(confidence.ofGroup(0)).isGreaterThan(0.85);
    assertThat(confidence.consensusLow(11)).isGreaterThan(0.9);
  }
}
