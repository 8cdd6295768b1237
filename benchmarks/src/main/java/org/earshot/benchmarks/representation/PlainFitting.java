package org.earshot.benchmarks.representation;

import java.util.List;
import org.earshot.representation.weighting.Margin;

/// Iterative proportional fitting as textbooks have it: what the engine's speed is compared with.
final class PlainFitting {

  private PlainFitting() {}

  /// Rakes until no weighted count is further than `close` from its target, relative to it.
  static double[] rake(int[][] levels, double[] base, List<Margin> margins, double close) {
    double[] weights = base.clone();
    double worst = Double.POSITIVE_INFINITY;
    while (worst > close) {
      worst = 0;
      for (int j = 0; j < levels.length; j++) {
        var sums = new double[margins.get(j).levels().size()];
        for (int i = 0; i < weights.length; i++) {
          sums[levels[j][i]] += weights[i];
        }
        for (int l = 0; l < sums.length; l++) {
          sums[l] = margins.get(j).targets().get(l) / sums[l];
          worst = Math.max(worst, Math.abs(sums[l] - 1));
        }
        for (int i = 0; i < weights.length; i++) {
          weights[i] *= sums[levels[j][i]];
        }
      }
    }
    return weights;
  }
}
