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
    for (int threads : new int[] {2, 8}) {
      var many = inPool(threads, votes);
      assertThat(many.groups().groupOf()).isEqualTo(alone.groups().groupOf());
      for (int axis = 0; axis < 2; axis++) {
        assertThat(many.map().positions(axis)).isEqualTo(alone.map().positions(axis));
        assertThat(many.map().variance(axis)).isEqualTo(alone.map().variance(axis));
      }
      var confidence = many.confidence().orElseThrow();
      assertThat(confidence.strength(2)).isEqualTo(alone.confidence().orElseThrow().strength(2));
      for (int j = 0; j < votes.statements().size(); j++) {
        assertThat(many.groupAwareConsensus(j)).isEqualTo(alone.groupAwareConsensus(j));
        assertThat(confidence.consensusLow(j))
            .isEqualTo(alone.confidence().orElseThrow().consensusLow(j));
      }
    }
  }

  @RandomSeeds
  void findsPlantedCamps(long seed) {
    int camps = 2 + (int) Math.floorMod(seed, 2L);
    var votes = new RandomConversation(seed, 240, 36, camps, 0.6).votes();
    var found = Opinion.stable(votes, Moderation.NONE).groups();
    int[] planted =
        votes.people().stream().mapToInt(id -> Integer.parseInt(id.substring(1)) % camps).toArray();
    assertThat(found.count()).isEqualTo(camps);
    assertThat(PartitionAgreement.adjustedRand(found.groupOf(), planted)).isGreaterThan(0.9);
  }

  @RandomSeeds
  void findsNoGroupsInNoise(long seed) {
    var votes = new RandomConversation(seed, 300, 40, 0, 0.5).votes();
    assertThat(Opinion.stable(votes, Moderation.NONE).groups().count()).isEqualTo(1);
  }

  @RandomSeeds
  void aWeightOfTwoIsAsGoodAsTwoPeople(long seed) {
    var conversation = conversation(seed);
    var votes = conversation.votes();
    var weights = new double[votes.people().size()];
    Arrays.fill(weights, 1);
    var twins = new RandomConversation(seed, 0, 0, 1, 0);
    twins.ballots.addAll(conversation.ballots);
    for (int i = 0; i < weights.length; i += 3) {
      var id = votes.people().get(i);
      weights[i] = 2;
      conversation.ballots.stream()
          .filter(ballot -> ballot.person().equals(id))
          .map(
              ballot ->
                  new RandomConversation.Ballot(id + "0000", ballot.statement(), ballot.vote()))
          .forEach(twins.ballots::add);
    }
    var weighted = StableMethod.STANDARD.withWeights(weights).landscape(votes, Moderation.NONE);
    var doubled = Opinion.stable(twins.votes(), Moderation.NONE);
    for (int j = 0; j < votes.statements().size(); j++) {
      assertThat(weighted.map().center(j)).isCloseTo(doubled.map().center(j), within(1e-12));
      assertThat(weighted.map().extremity(j))
          .isCloseTo(doubled.map().extremity(j), within(1e-6 * weighted.map().extremity(j) + 1e-9));
    }
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
