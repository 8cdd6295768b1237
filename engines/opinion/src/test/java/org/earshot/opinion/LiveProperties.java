package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.earshot.testing.RandomSeeds;

/// A conversation that goes on says at any time what its votes say when all are counted anew.
class LiveProperties {

  @RandomSeeds
  void countersEqualACountFromScratch(long seed) {
    var history = new History(seed, LiveConversation.MOST_COUNTED_STATEMENTS);
    for (int step = 0; step < 4; step++) {
      history.goOn(150);
      var landscape = history.live.refreshMap();
      var votes = landscape.votes();
      boolean[] out = landscape.moderation().outOf(votes);
      var counters = new CoVotes();
      history.fill(counters, votes);
      double[] means = counters.means(out);
      double[][] gram = counters.gram(out, means);
      for (int j = 0; j < means.length; j++) {
        for (int k = 0; k < means.length; k++) {
          double expected = product(votes, out, means, j, k);
          assertThat(gram[j][k])
              .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
        }
      }
    }
  }

  @RandomSeeds
  void theMapEqualsOneDrawnAnew(long seed) {
    var history = new History(seed, LiveConversation.MOST_COUNTED_STATEMENTS);
    var sparse = new History(seed, 3);
    for (int step = 0; step < 3; step++) {
      history.goOn(200);
      sparse.goOn(200);
      history.live.regroup(StableMethod.STANDARD);
      var live = history.live.refreshMap();
      compare(live, Opinion.polisMap(live.votes(), live.moderation()));
      compare(sparse.live.refreshMap(), live.map());
      for (int j = 0; j < live.votes().statements().size(); j++) {
        var id = live.votes().statements().get(j);
        assertThat(history.live.groupAwareConsensus(id)).isEqualTo(live.groupAwareConsensus(j));
        assertThat(history.live.priority(id)).isEqualTo(live.priority(j));
      }
    }
  }

  @RandomSeeds
  void aSavedStateGoesOnAsIfNothingHadHappened(long seed) throws IOException {
    var history = new History(seed, LiveConversation.MOST_COUNTED_STATEMENTS);
    history.goOn(200);
    history.live.regroup(StableMethod.STANDARD);
    history.goOn(50);
    var bytes = new ByteArrayOutputStream();
    history.live.save(bytes);
    var restored = LiveConversation.restore(new ByteArrayInputStream(bytes.toByteArray()));
    var before = history.live.refreshMap();
    var after = restored.refreshMap();
    assertThat(after.votes().people()).isEqualTo(before.votes().people());
    assertThat(after.groups().groupOf()).isEqualTo(before.groups().groupOf());
    compare(after, before.map());
    for (int j = 0; j < before.votes().statements().size(); j++) {
      assertThat(after.groupAwareConsensus(j)).isEqualTo(before.groupAwareConsensus(j));
    }
    assertThat(restored.regroup(StableMethod.STANDARD).groups().groupOf())
        .isEqualTo(history.live.regroup(StableMethod.STANDARD).groups().groupOf());
  }

  @RandomSeeds
  void weightsTellAtOnce(long seed) throws IOException {
    var history = new History(seed, LiveConversation.MOST_COUNTED_STATEMENTS);
    history.weighing = true;
    for (int step = 0; step < 3; step++) {
      history.goOn(150);
      history.live.regroup(StableMethod.STANDARD);
      history.goOn(60);
      var landscape = history.live.refreshMap();
      var bytes = new ByteArrayOutputStream();
      history.live.save(bytes);
      var restored = LiveConversation.restore(new ByteArrayInputStream(bytes.toByteArray()));
      for (int j = 0; j < landscape.votes().statements().size(); j++) {
        var id = landscape.votes().statements().get(j);
        assertThat(history.live.groupAwareConsensus(id))
            .isCloseTo(landscape.groupAwareConsensus(j), within(1e-6));
        assertThat(restored.landscape().groupAwareConsensus(j))
            .isCloseTo(landscape.groupAwareConsensus(j), within(1e-12));
      }
    }
  }

  /// Compares what does not depend on the axes' being told apart.
  private static void compare(Landscape live, OpinionMap other) {
    var map = live.map();
    double largest = Math.max(1, other.variance(0));
    for (int axis = 0; axis < 2; axis++) {
      assertThat(map.variance(axis)).isCloseTo(other.variance(axis), within(1e-10 * largest));
    }
    for (int j = 0; j < map.statements(); j++) {
      assertThat(map.center(j)).isCloseTo(other.center(j), within(1e-12));
    }
    if (other.variance(0) > 1.2 * other.variance(1)) {
      double same = 0;
      for (int j = 0; j < map.statements(); j++) {
        same += map.component(0, j) * other.component(0, j);
      }
      assertThat(Math.abs(same)).isCloseTo(1, within(1e-9));
    }
  }

  private static double product(Votes votes, boolean[] out, double[] means, int j, int k) {
    double sum = 0;
    for (int i = 0; i < votes.people().size() && !out[j] && !out[k]; i++) {
      double a = 0;
      double b = 0;
      for (int place = 0; place < votes.countOf(i); place++) {
        int statement = votes.statementAt(i, place);
        double value = votes.voteAt(i, place).value() - means[statement];
        a = statement == j ? value : a;
        b = statement == k ? value : b;
      }
      sum += a * b;
    }
    return sum;
  }

  /// Votes, changed votes, late statements and changes of moderation at random.
  private static final class History {

    final LiveConversation live;
    final Random random;
    int statements = 3;
    boolean weighing;

    /// The counters as they would be had each vote come once, in another order.
    void fill(CoVotes counters, Votes votes) {
      for (int j = 0; j < votes.statements().size(); j++) {
        counters.addStatement();
      }
      for (int i = votes.people().size() - 1; i >= 0; i--) {
        int[] cells = new int[0];
        for (int place = votes.countOf(i) - 1; place >= 0; place--) {
          int cell = votes.cells()[votes.from(i) + place];
          // First another vote, then the right one.
          counters.add(cell >> 2, 1 - (cell & 3) / 2, cells);
          counters.replace(cell >> 2, 1 - (cell & 3) / 2, (cell & 3) - 1, cells);
          cells =
              java.util.stream.IntStream.concat(
                      java.util.stream.IntStream.of(cell), java.util.Arrays.stream(cells))
                  .toArray();
        }
      }
    }

    History(long seed, int mostCounted) {
      live = new LiveConversation(mostCounted);
      random = new Random(seed);
    }

    void goOn(int steps) {
      Map<Integer, Boolean> moderated = new LinkedHashMap<>();
      for (int step = 0; step < steps; step++) {
        if (random.nextInt(40) == 0) {
          statements++;
        }
        int statement = random.nextInt(statements);
        if (random.nextInt(30) == 0) {
          moderated.put(statement, random.nextBoolean());
          live.moderate("s" + statement, moderated.get(statement));
        }
        if (weighing && random.nextInt(20) == 0) {
          live.weigh("p" + random.nextInt(25), random.nextInt(30) / 10.0);
        }
        live.vote("p" + random.nextInt(25), "s" + statement, Vote.of(random.nextInt(3) - 1));
      }
    }
  }
}
