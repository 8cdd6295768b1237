package org.earshot.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.earshot.numerics.FixedPoint;
import org.earshot.numerics.ParallelRanges;
import org.earshot.numerics.RandomStream;

/// A division of people into k parts by k-means: several seeded starts on the coarse picture, the
/// best of them refined on the people themselves.
///
/// **Source:** S. Lloyd, Least squares quantization in PCM, 1982; D. Arthur, S. Vassilvitskii,
/// k-means++, SODA 2007.
final class Division {

  private static final int MOST_ROUNDS = 100;

  private final double[][] centers; // x and y of each part
  private final double spread; // mean squared distance on the coarse picture

  private Division(double[][] centers, double spread) {
    this.centers = centers;
    this.spread = spread;
  }

  /// The best of some starts.
  ///
  /// @param picture in an order that does not depend on the order of people
  static Division of(List<Spots.Spot> picture, int k, int starts, long seed) {
    double[] x = picture.stream().mapToDouble(Spots.Spot::x).toArray();
    double[] y = picture.stream().mapToDouble(Spots.Spot::y).toArray();
    double[] weight = picture.stream().mapToDouble(Spots.Spot::weight).toArray();
    Division best = null;
    for (int start = 0; start < starts; start++) {
      var next = lloyd(x, y, weight, seeds(x, y, weight, k, RandomStream.of(seed, start)));
      if (best == null || next.spread < best.spread) {
        best = next;
      }
    }
    return Objects.requireNonNull(best, "starts");
  }

  int parts() {
    return centers.length;
  }

  double x(int part) {
    return centers[part][0];
  }

  double y(int part) {
    return centers[part][1];
  }

  /// k-means++: each next centre is a spot drawn by its weight times its squared distance.
  private static double[][] seeds(
      double[] x, double[] y, double[] weight, int k, RandomStream random) {
    var centers = new double[k][];
    var chance = weight.clone();
    var distance = new double[x.length];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    for (int c = 0; c < k; c++) {
      int drawn = draw(chance, random);
      centers[c] = new double[] {x[drawn], y[drawn]};
      for (int i = 0; i < x.length; i++) {
        distance[i] = Math.min(distance[i], squared(x[i], y[i], centers[c]));
        chance[i] = weight[i] * distance[i];
      }
    }
    return centers;
  }

  private static int draw(double[] chance, RandomStream random) {
    double sum = 0;
    for (double one : chance) {
      sum += one;
    }
    double left = random.nextDouble() * sum;
    int last = 0;
    for (int i = 0; i < chance.length; i++) {
      if (chance[i] > 0) {
        last = i;
        left -= chance[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  private static Division lloyd(double[] x, double[] y, double[] weight, double[][] centers) {
    int k = centers.length;
    var part = new int[x.length];
    double spread = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean same = round > 0;
      spread = 0;
      var sums = new double[k][3];
      for (int i = 0; i < x.length; i++) {
        int nearest = nearest(centers, x[i], y[i]);
        same &= nearest == part[i];
        part[i] = nearest;
        sums[nearest][0] += x[i] * weight[i];
        sums[nearest][1] += y[i] * weight[i];
        sums[nearest][2] += weight[i];
        spread += weight[i] * squared(x[i], y[i], centers[nearest]);
      }
      if (same) {
        break;
      }
      for (int c = 0; c < k; c++) {
        if (sums[c][2] > 0) {
          centers[c] = new double[] {sums[c][0] / sums[c][2], sums[c][1] / sums[c][2]};
        }
      }
    }
    return new Division(centers, spread);
  }

  /// The same division after more rounds on the people themselves; parts in the order of their
  /// weight, heaviest first.
  Division refined(Spots spots, int[] people, VoteWeights weights) {
    double heaviest = 1;
    for (int i : people) {
      heaviest = Math.max(heaviest, weights.ofPerson(i));
    }
    FixedPoint unit = spots.unit(heaviest * people.length);
    double[][] now = centers;
    long[] sums = new long[3 * centers.length];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long[] next = sums(spots, people, weights, unit, now);
      if (Arrays.equals(next, sums)) {
        break;
      }
      sums = next;
      now = middles(sums, now);
    }
    return new Division(heaviestFirst(now, sums), spread);
  }

  private static long[] sums(
      Spots spots, int[] people, VoteWeights weights, FixedPoint unit, double[][] centers) {
    List<long[]> each = new ArrayList<>();
    ParallelRanges.run(
        people.length,
        4096,
        (from, to) -> {
          var own = new long[3 * centers.length];
          for (int p = from; p < to; p++) {
            double weight = weights.ofPerson(people[p]);
            double x = spots.x(people[p]);
            double y = spots.y(people[p]);
            int at = 3 * nearest(centers, x, y);
            own[at] += unit.units(x * weight);
            own[at + 1] += unit.units(y * weight);
            own[at + 2] += unit.units(weight);
          }
          synchronized (each) {
            each.add(own);
          }
        });
    var sums = new long[3 * centers.length];
    for (long[] own : each) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += own[i];
      }
    }
    return sums;
  }

  private static double[][] middles(long[] sums, double[][] before) {
    var middles = before.clone();
    for (int c = 0; c < middles.length; c++) {
      double weight = sums[3 * c + 2];
      if (weight > 0) {
        middles[c] = new double[] {sums[3 * c] / weight, sums[3 * c + 1] / weight};
      }
    }
    return middles;
  }

  private static double[][] heaviestFirst(double[][] centers, long[] sums) {
    Integer[] order = new Integer[centers.length];
    Arrays.setAll(order, c -> c);
    Arrays.sort(
        order,
        Comparator.comparingLong((Integer c) -> -sums[3 * c + 2])
            .thenComparingDouble(c -> centers[c][0])
            .thenComparingDouble(c -> centers[c][1]));
    return Arrays.stream(order).map(c -> centers[c]).toArray(double[][]::new);
  }

  /// The part that a person falls into.
  int partOf(Spots spots, int person) {
    return nearest(centers, spots.x(person), spots.y(person));
  }

  /// The part that each of the people falls into; [Groups#NONE] for all others.
  int[] partsOf(Spots spots, int[] people, int everyone) {
    var parts = new int[everyone];
    Arrays.fill(parts, Groups.NONE);
    for (int i : people) {
      parts[i] = partOf(spots, i);
    }
    return parts;
  }

  /// How well people lie within their parts, by the distances to the middles of parts: the
  /// simplified silhouette (E. Hruschka and others, 2004), which needs no pairs.
  double silhouette(Spots spots, int[] people) {
    var unit = new FixedPoint(36);
    long sum = 0;
    for (int i : people) {
      double own = Double.POSITIVE_INFINITY;
      double other = Double.POSITIVE_INFINITY;
      for (double[] center : centers) {
        double distance = Math.sqrt(squared(spots.x(i), spots.y(i), center));
        other = Math.min(other, Math.max(own, distance));
        own = Math.min(own, distance);
      }
      sum += other > 0 ? unit.units((other - own) / other) : 0;
    }
    return people.length == 0 ? 0 : unit.number(sum) / people.length;
  }

  private static int nearest(double[][] centers, double x, double y) {
    int nearest = 0;
    double least = squared(x, y, centers[0]);
    for (int c = 1; c < centers.length; c++) {
      double distance = squared(x, y, centers[c]);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }

  private static double squared(double x, double y, double[] center) {
    double dx = x - center[0];
    double dy = y - center[1];
    return dx * dx + dy * dy;
  }
}
