package org.earshot.opinion;

import org.jspecify.annotations.Nullable;

/// How well one division predicts another: of the pairs of people that the one puts together, the
/// share that the other puts together too, in the group where that is least.
///
/// **Source:** R. Tibshirani, G. Walther, Cluster validation by prediction strength, JCGS 14(3),
/// 2005.
final class PredictionStrength {

  private PredictionStrength() {}

  /// @param one each person's group, or -1
  /// @param draws who counts: those drawn at least once; null for everybody
  static double of(int[] one, int[] other, int @Nullable [] draws, int groups) {
    var both = new long[groups * groups];
    for (int i = 0; i < one.length; i++) {
      if (one[i] >= 0 && other[i] >= 0 && (draws == null || draws[i] > 0)) {
        both[one[i] * groups + other[i]]++;
      }
    }
    double least = 1;
    for (int group = 0; group < groups; group++) {
      double together = 0;
      double size = 0;
      for (int c = 0; c < groups; c++) {
        double count = both[group * groups + c];
        together += count * (count - 1);
        size += count;
      }
      least = Math.min(least, size < 2 ? 0 : together / (size * (size - 1)));
    }
    return least;
  }
}
