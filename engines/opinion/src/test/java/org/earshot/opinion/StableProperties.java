package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.earshot.testing.RandomSeeds;

/// What must hold for the method `stable`, whatever the votes.
class StableProperties {

  private static final StableMethod METHOD = StableMethod.STANDARD.withResamples(5);

  @RandomSeeds
  void doesNotDependOnOrdersOrNames(long seed) {
    var conversation = conversation(seed);
    var here = METHOD.landscape(conversation.votes(), Moderation.NONE);
    var there = METHOD.landscape(conversation.shuffledAndRenamed(seed), Moderation.NONE);
    assertThat(there.groups().count()).isEqualTo(here.groups().count());
    for (int i = 0; i < here.votes().people().size(); i++) {
      int other =
          there
              .votes()
              .people()
              .indexOf(RandomConversation.renamed(here.votes().people().get(i), seed));
      assertThat(there.groups().of(other)).isEqualTo(here.groups().of(i));
      assertThat(there.map().position(0, other)).isEqualTo(here.map().position(0, i));
      assertThat(there.map().position(1, other)).isEqualTo(here.map().position(1, i));
      assertThat(Double.valueOf(there.confidence().orElseThrow().ofPerson(other)))
          .isEqualTo(Double.valueOf(here.confidence().orElseThrow().ofPerson(i)));
    }
    for (int j = 0; j < here.votes().statements().size(); j++) {
      int other =
          there
              .votes()
              .statements()
              .indexOf(RandomConversation.renamed(here.votes().statements().get(j), seed));
      assertThat(there.groupAwareConsensus(other)).isEqualTo(here.groupAwareConsensus(j));
      assertThat(there.map().extremity(other)).isEqualTo(here.map().extremity(j));
    }
  }

  @RandomSeeds
  void doesNotDependOnTheNumberOfThreads(long seed)
      throws ExecutionException, InterruptedException {
    var votes = conversation(seed).votes();
    var alone = inPool(1, votes);
    var many = inPool(5, votes);
    assertThat(many.groups().groupOf()).isEqualTo(alone.groups().groupOf());
    assertThat(many.map().positions(0)).isEqualTo(alone.map().positions(0));
    assertThat(many.map().positions(1)).isEqualTo(alone.map().positions(1));
    assertThat(many.confidence().orElseThrow().strength(2))
        .isEqualTo(alone.confidence().orElseThrow().strength(2));
  }

  @RandomSeeds
  void equalWeightsChangeNothing(long seed) {
    var votes = conversation(seed).votes();
    var weights = new double[votes.people().size()];
    Arrays.fill(weights, 0.37);
    var plain = Opinion.stable(votes, Moderation.NONE);
    var weighted = StableMethod.STANDARD.withWeights(weights).landscape(votes, Moderation.NONE);
    assertThat(weighted.groups().groupOf()).isEqualTo(plain.groups().groupOf());
    for (int j = 0; j < votes.statements().size(); j++) {
      assertThat(weighted.groupAwareConsensus(j))
          .isCloseTo(plain.groupAwareConsensus(j), within(1e-9));
    }
  }

  private static Landscape inPool(int threads, Votes votes)
      throws ExecutionException, InterruptedException {
    try (var pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> METHOD.landscape(votes, Moderation.NONE)).get();
    }
  }

  private static RandomConversation conversation(long seed) {
    return new RandomConversation(
        seed, 20 + (int) (seed % 40), 4 + (int) (seed % 17), (int) (seed % 4), 0.7);
  }
}
