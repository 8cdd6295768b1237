package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The smallest conversation: three people and one statement.
class A01_OneStatementTest {

  @Test
  void saysWhatPeopleSayAndNoMore() {
    var votes = new VotesBuilder();
    votes.add(0, 0, Vote.AGREE, 1);
    votes.add(1, 0, Vote.AGREE, 2);
    votes.add(2, 0, Vote.AGREE, 3);
    votes.add(2, 0, Vote.PASS, 4); // thought again: the last vote counts
    var landscape =
        Opinion.stable(
            votes.build(List.of("Ada", "Ben", "Cleo"), List.of("More trees")), Moderation.NONE);

    assertThat(landscape.votes().received()).isEqualTo(4);
    assertThat(landscape.votes().size()).isEqualTo(3);
    assertThat(landscape.count(0, Vote.AGREE)).isEqualTo(2);
    assertThat(landscape.count(0, Vote.PASS)).isEqualTo(1);
    assertThat(landscape.map().center(0)).isEqualTo(2 / 3.0);
    assertThat(landscape.groups().count()).isEqualTo(1);
    // Two agree of three, shrunk by a vote each way: (2 + 1) / (3 + 2).
    assertThat(landscape.groupAwareConsensus(0)).isEqualTo(0.6);
  }
}
