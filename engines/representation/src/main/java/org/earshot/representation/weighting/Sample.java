package org.earshot.representation.weighting;

import java.util.Arrays;

/// The people who were heard: their levels in every margin, and their base weights.
///
/// Arrays are kept, not copied: a sample may have millions of people. Nobody changes them.
public final class Sample {

  private final int people;
  private final int[][] levels;
  private final double[] base;

  private Sample(int people, int[][] levels, double[] base) {
    this.people = people;
    this.levels = levels;
    this.base = base;
  }

  /// A sample with base weights.
  ///
  /// @param levels one array a margin, in the order of the margins: per person the index of the
  ///   level in [Margin#levels]
  /// @param base one weight a person, positive; for example the inverse of the chance to be asked
  public static Sample of(int[][] levels, double[] base) {
    for (int[] margin : levels) {
      if (margin.length != base.length) {
        throw new IllegalArgumentException(
            "%d people in a margin but %d base weights.".formatted(margin.length, base.length));
      }
    }
    for (int i = 0; i < base.length; i++) {
      if (!(base[i] > 0) || Double.isInfinite(base[i])) {
        throw new IllegalArgumentException(
            "The base weight of person %d is %s.\nBase weights are positive numbers."
                .formatted(i, base[i]));
      }
    }
    return new Sample(base.length, levels, base);
  }

  /// A sample in which everybody counts the same before weighting.
  public static Sample unweighted(int[][] levels) {
    var base = new double[levels.length == 0 ? 0 : levels[0].length];
    Arrays.fill(base, 1);
    return of(levels, base);
  }

  /// How many were heard.
  public int people() {
    return people;
  }

  int[] levels(int margin) {
    return levels[margin];
  }

  int margins() {
    return levels.length;
  }

  double[] base() {
    return base;
  }
}
