package org.earshot.opinion;

/// How strongly pairs of random halves of the people confirm each number of groups.
final class Strengths {

  /// The prediction strength from which a division counts; Tibshirani and Walther's value.
  static final double STRONG = 0.8;

  /// How many pairs decide on the number of groups. Further ones only tell how sure that is, so
  /// that asking for more confidence does not change the groups.
  static final int DECIDING = 10;

  private final double[][] pairs;

  Strengths(double[][] pairs) {
    this.pairs = pairs;
  }

  /// The largest number of groups that was tried.
  int most() {
    return pairs[0].length + 1;
  }

  /// The mean strength of the deciding pairs.
  double of(int groups) {
    double sum = 0;
    for (int i = 0; i < DECIDING; i++) {
      sum += pairs[i][groups - 2];
    }
    return sum / DECIDING;
  }

  /// The number of groups: the largest that is strong enough, or 1.
  int groups() {
    int found = 1;
    for (int k = 2; k <= most(); k++) {
      found = of(k) >= STRONG ? k : found;
    }
    return found;
  }

  /// The share of pairs that alone would give that number of groups.
  double shareFinding(int groups) {
    int finding = 0;
    for (double[] pair : pairs) {
      int found = 1;
      for (int k = 2; k <= most(); k++) {
        found = pair[k - 2] >= STRONG ? k : found;
      }
      finding += found == groups ? 1 : 0;
    }
    return (double) finding / pairs.length;
  }
}
