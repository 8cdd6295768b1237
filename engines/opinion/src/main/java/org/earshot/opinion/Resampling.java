package org.earshot.opinion;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.earshot.numerics.RandomStream;

/// Would other people of the same kind give the same groups? Random halves of the people, and
/// resamples of them with replacement, each draw their own map and find their own divisions.
///
/// Draws go by the canonical order of people, in which alike people stand side by side, so they do
/// not depend on who came first.
///
/// **Source:** R. Tibshirani, G. Walther, Cluster validation by prediction strength, JCGS 14(3),
/// 2005; C. Hennig, Cluster-wise assessment of cluster stability, CSDA 52, 2007.
final class Resampling {

  /// The prediction strength from which a division counts; Tibshirani and Walther's value.
  static final double STRONG = 0.8;

  private static final int HALVINGS = 10;
  private static final int LARGEST_HALF = 4000;
  private static final double TOLERANCE = 1e-6;
  private static final int STARTS = 4;

  private final Votes votes;
  private final boolean[] out;
  private final VoteWeights weights;
  private final int[] places;
  private final double[][] start;
  private final int[] people; // in the conversation
  private final int[] order; // everybody, canonically
  private final long seed;

  Resampling(
      Votes votes,
      boolean[] out,
      VoteWeights weights,
      CanonicalOrder order,
      OpinionMap map,
      int[] people,
      long seed) {
    this.votes = votes;
    this.out = out;
    this.weights = weights;
    this.places = order.places();
    this.order = order.people(votes);
    this.people = people;
    this.seed = seed;
    double[][] axes = map.axes(places);
    double[][] more = order.start(2);
    this.start = new double[][] {axes[0], axes[1], more[0], more[1]};
  }

  /// How alike two halves divide the people into 2, 3, .. `most` groups, 0 to 1, on average.
  double[] strengths(int most) {
    double[][] each = new double[2 * HALVINGS][];
    IntStream.range(0, HALVINGS).parallel().forEach(i -> halve(i, most, each));
    var mean = new double[Math.max(0, most - 1)];
    for (double[] one : each) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one[i] / each.length;
      }
    }
    return mean;
  }

  private void halve(int number, int most, double[][] strengths) {
    int[][] halves = halves(number);
    int[][][] parts = new int[2][][];
    for (int side = 0; side < 2; side++) {
      parts[side] = parts(weights.drawn(halves[side]), halves, most, number);
    }
    for (int side = 0; side < 2; side++) {
      var own = new double[Math.max(0, most - 1)];
      for (int i = 0; i < own.length; i++) {
        own[i] = PredictionStrength.of(parts[side][i], parts[1 - side][i], halves[side], i + 2);
      }
      strengths[2 * number + side] = own;
    }
  }

  /// Of each two people who stand side by side one goes to each half. Of very many people a part is
  /// enough.
  private int[][] halves(int number) {
    var random = RandomStream.of(seed, 1_000 + number);
    int[][] halves = new int[2][order.length];
    double share = Math.min(1, 2.0 * LARGEST_HALF / Math.max(1, order.length));
    for (int rank = 0; rank < order.length; rank += 2) {
      int side = random.nextInt(2);
      boolean taken = random.nextDouble() < share;
      for (int i = rank; taken && i < Math.min(rank + 2, order.length); i++) {
        halves[(side + i - rank) & 1][order[i]] = 1;
      }
    }
    return halves;
  }

  /// How those drawn divide all who were drawn by either, for each number of groups.
  private int[][] parts(VoteWeights drawn, int[][] halves, int most, int number) {
    var map = OpinionMap.draw(votes, out, drawn, places, start, TOLERANCE);
    int[] own = Arrays.stream(people).filter(i -> drawn.draws(i) > 0).toArray();
    var spots = Spots.of(map, own, drawn);
    int[] both = Arrays.stream(people).filter(i -> halves[0][i] + halves[1][i] > 0).toArray();
    var picture = spots.picture(own, drawn);
    var parts = new int[Math.max(0, most - 1)][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          picture.isEmpty()
              ? new int[votes.people().size()]
              : Division.of(picture, i + 2, STARTS, seed + number)
                  .partsOf(spots, both, votes.people().size());
    }
    return parts;
  }

  /// How far the groups can be trusted, from that many resamples.
  ///
  /// @param parts the division of everybody into 2, 3, .. groups
  Confidence confidence(int resamples, int[][] parts, Groups groups, double[] strengths) {
    var tally = new ConfidenceTally(people, parts, groups, strengths, votes);
    var found = new ConfidenceTally.Resample[resamples];
    IntStream.range(0, resamples).parallel().forEach(i -> found[i] = resample(i, parts, groups));
    for (var one : found) {
      tally.add(one);
    }
    return tally.confidence();
  }

  private ConfidenceTally.Resample resample(int number, int[][] reference, Groups groups) {
    var random = RandomStream.of(seed, 1_000_000 + number);
    var times = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      times[order[random.nextInt(order.length)]]++;
    }
    var drawn = weights.drawn(times);
    var map = OpinionMap.draw(votes, out, drawn, places, start, TOLERANCE);
    int[] own = Arrays.stream(people).filter(i -> times[i] > 0).toArray();
    var spots = Spots.of(map, own, drawn);
    var picture = spots.picture(own, drawn);
    int[] groupOf = groups.groupOf();
    int found = 1;
    for (int i = 0; i < reference.length; i++) {
      var division = Division.of(picture, i + 2, STARTS, seed + number);
      int[] parts = division.partsOf(spots, people, order.length);
      if (PredictionStrength.of(reference[i], parts, null, i + 2) >= STRONG) {
        found = i + 2;
      }
      if (groups.count() == i + 2) {
        groupOf = parts;
      }
    }
    groupOf = MatchedGroups.match(groupOf, groups.groupOf(), groups.count());
    return new ConfidenceTally.Resample(
        found, groupOf, Tallies.of(votes, groupOf, groups.count(), drawn));
  }
}
