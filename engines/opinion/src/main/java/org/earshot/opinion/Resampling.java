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

  private static final int LARGEST_HALF = 4000;
  private static final double TOLERANCE = 1e-4; // far less than what another draw changes
  private static final int STARTS = 4;
  private static final int AT_A_TIME = 32; // resamples, so that they need little space

  private final Sample everybody;
  private final int[] order; // everybody, canonically
  private final double[][] start;
  private final long seed;

  /// @param order all people, in an order that their votes alone determine
  /// @param start where to look for axes first: those of everybody's map
  Resampling(Sample everybody, int[] order, double[][] start, long seed) {
    this.everybody = everybody;
    this.order = order;
    this.start = start;
    this.seed = seed;
  }

  /// How alike two halves divide the people into 2, 3, .. `most` groups, 0 to 1: one row for each
  /// pair of halves.
  double[][] strengths(int most, int pairs) {
    double[][] each = new double[pairs][];
    IntStream.range(0, pairs).parallel().forEach(i -> each[i] = halve(i, most));
    return each;
  }

  private double[] halve(int number, int most) {
    int[][] halves = halves(number);
    int[] members =
        IntStream.range(0, order.length).filter(i -> halves[0][i] + halves[1][i] > 0).toArray();
    var sample = everybody.only(members);
    int[][][] parts = new int[2][][];
    for (int side = 0; side < 2; side++) {
      int[] half = halves[side];
      halves[side] = Arrays.stream(members).map(i -> half[i]).toArray();
      parts[side] = parts(sample, halves[side], most, number);
    }
    var strengths = new double[Math.max(0, most - 1)];
    for (int i = 0; i < strengths.length; i++) {
      for (int side = 0; side < 2; side++) {
        strengths[i] +=
            PredictionStrength.of(parts[side][i], parts[1 - side][i], halves[side], i + 2) / 2;
      }
    }
    return strengths;
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

  /// How those drawn divide the people of the sample, for each number of groups.
  private int[][] parts(Sample sample, int[] times, int most, int number) {
    var drawn = sample.weights().drawn(times);
    var map = sample.map(drawn, start, TOLERANCE);
    int[] own = sample.people(drawn);
    var spots = Spots.of(map, own, drawn);
    var picture = spots.picture(own, drawn);
    var parts = new int[Math.max(0, most - 1)][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          picture.isEmpty()
              ? new int[times.length]
              : Division.of(picture, i + 2, STARTS, seed + number)
                  .partsOf(spots, sample.people(), times.length);
    }
    return parts;
  }

  /// How far the groups can be trusted, from that many resamples.
  Confidence confidence(int resamples, Groups groups, Strengths strengths) {
    var tally =
        new ConfidenceTally(
            everybody.people(), groups, strengths, everybody.votes().statements().size());
    for (int done = 0; done < resamples; done += AT_A_TIME) {
      int from = done;
      var found = new ConfidenceTally.Resample[Math.min(AT_A_TIME, resamples - done)];
      IntStream.range(0, found.length)
          .parallel()
          .forEach(i -> found[i] = resample(from + i, groups));
      for (var one : found) {
        tally.add(one);
      }
    }
    return tally.confidence();
  }

  private ConfidenceTally.Resample resample(int number, Groups groups) {
    var random = RandomStream.of(seed, 1_000_000 + number);
    var times = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      times[order[random.nextInt(order.length)]]++;
    }
    var drawn = everybody.weights().drawn(times);
    int[] groupOf = groups.groupOf();
    if (groups.count() > 1) {
      groupOf = MatchedGroups.match(divide(drawn, groups.count(), number), groupOf, groups.count());
    }
    var tallies = Tallies.of(everybody.votes(), groupOf, groups.count(), drawn);
    var consensus = new double[tallies.statements()];
    Arrays.setAll(consensus, j -> CommonGround.consensus(tallies, j));
    return new ConfidenceTally.Resample(groupOf, consensus);
  }

  /// How those drawn divide everybody.
  private int[] divide(VoteWeights drawn, int count, int number) {
    var map = everybody.map(drawn, start, TOLERANCE);
    int[] own = everybody.people(drawn);
    var spots = Spots.of(map, own, drawn);
    return Division.of(spots.picture(own, drawn), count, STARTS, seed + number)
        .partsOf(spots, everybody.people(), order.length);
  }
}
