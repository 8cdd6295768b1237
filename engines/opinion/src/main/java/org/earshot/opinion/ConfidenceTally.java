package org.earshot.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Adds up what resamples found.
final class ConfidenceTally {

  /// One resample: where it puts everybody (with the numbers of the groups found), and the
  /// consensus of its people.
  static final class Resample {
    private final int[] groupOf;
    private final double[] consensus;

    Resample(int[] groupOf, double[] consensus) {
      this.groupOf = groupOf;
      this.consensus = consensus;
    }
  }

  private final int[] people;
  private final Groups groups;
  private final Strengths strengths;
  private final int[] agreeing; // for each person, in how many resamples the group is the same
  private final double[] likeness;
  private final List<double[]> consensus = new ArrayList<>();
  private final int statements;
  private int resamples;

  ConfidenceTally(int[] people, Groups groups, Strengths strengths, int statements) {
    this.people = people;
    this.groups = groups;
    this.strengths = strengths;
    this.agreeing = new int[groups.groupOf().length];
    this.likeness = new double[groups.count()];
    this.statements = statements;
  }

  void add(Resample one) {
    resamples++;
    var same = new long[groups.count()];
    var either = new long[groups.count()];
    for (int i : people) {
      int here = groups.of(i);
      int there = one.groupOf[i];
      either[here]++;
      if (here == there) {
        agreeing[i]++;
        same[here]++;
      } else {
        either[there]++;
      }
    }
    for (int g = 0; g < likeness.length; g++) {
      likeness[g] += either[g] == 0 ? 1 : (double) same[g] / either[g];
    }
    consensus.add(one.consensus);
  }

  Confidence confidence() {
    var low = new double[resamples == 0 ? 0 : statements];
    var high = new double[low.length];
    for (int j = 0; j < low.length; j++) {
      var values = new double[resamples];
      for (int r = 0; r < resamples; r++) {
        values[r] = consensus.get(r)[j];
      }
      Arrays.sort(values);
      low[j] = quantile(values, 0.025);
      high[j] = quantile(values, 0.975);
    }
    var membership = new double[agreeing.length];
    Arrays.fill(membership, Double.NaN);
    for (int i : people) {
      membership[i] = (double) agreeing[i] / Math.max(1, resamples);
    }
    for (int g = 0; g < likeness.length; g++) {
      likeness[g] /= Math.max(1, resamples);
    }
    return new Confidence(resamples, strengths, likeness, membership, low, high);
  }

  /// Linear between the ordered values.
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
