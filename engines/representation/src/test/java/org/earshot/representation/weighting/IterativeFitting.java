package org.earshot.representation.weighting;

import java.util.List;

/// Iterative proportional fitting as textbooks have it: the oracle of raking.
final class IterativeFitting {

  private IterativeFitting() {}

  static double[] rake(int[][] levels, double[] base, List<Margin> margins, int rounds) {
    double[] weights = base.clone();
    for (int round = 0; round < rounds; round++) {
      for (int j = 0; j < levels.length; j++) {
        var sums = new double[margins.get(j).levels().size()];
        for (int i = 0; i < weights.length; i++) {
          sums[levels[j][i]] += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
          int level = levels[j][i];
          weights[i] *= margins.get(j).targets().get(level) / sums[level];
        }
      }
    }
    return weights;
  }
}
