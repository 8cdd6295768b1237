package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The mixture by our own simplex: for small pools, where it is done before a library is loaded.
final class OwnMaster implements Master {

  private final PanelTypes types;
  private final double[] chance;
  private final List<int[]> panels = new ArrayList<>();

  OwnMaster(PanelTypes types, double[] chance) {
    this.types = types;
    this.chance = chance;
  }

  @Override
  public void add(int[] panel) {
    panels.add(panel);
  }

  @Override
  public Mix solve() {
    int[] wanted = wanted(types, chance);
    int n = panels.size() + 1;
    int m = wanted.length + 1;
    var rows = new double[m][n];
    var lower = new double[n + m];
    var upper = new double[n + m];
    for (int p = 0; p < panels.size(); p++) {
      for (int r = 0; r < wanted.length; r++) {
        int t = wanted[r];
        rows[r][p] = panels.get(p)[t] / (types.size[t] * chance[t]);
      }
      rows[m - 1][p] = 1;
      upper[p] = 1;
    }
    for (int r = 0; r < wanted.length; r++) {
      rows[r][n - 1] = 1;
      lower[n + r] = 1;
      upper[n + r] = 2 + 1 / chance[wanted[r]];
    }
    upper[n - 1] = 1;
    lower[n + m - 1] = 1;
    upper[n + m - 1] = 1;
    var simplex = new BoxedSimplex(rows, lower, upper);
    var cost = new double[n];
    cost[n - 1] = -1;
    simplex.cost(cost);
    if (simplex.solveTied() != BoxedSimplex.Outcome.OPTIMAL) {
      throw new SolverLostException("our own simplex on the mixture of panels");
    }
    double[] x = simplex.solution();
    double[] multipliers = simplex.multipliers();
    var worth = new double[types.count];
    for (int r = 0; r < wanted.length; r++) {
      int t = wanted[r];
      worth[t] = Math.max(0, -multipliers[r]) / (types.size[t] * chance[t]);
    }
    var weights = new double[panels.size()];
    System.arraycopy(x, 0, weights, 0, weights.length);
    return new Mix(weights, x[n - 1], worth, multipliers[m - 1]);
  }

  /// The types that have a chance at all.
  static int[] wanted(PanelTypes types, double[] chance) {
    return IntStream.range(0, types.count).filter(t -> chance[t] > 1e-12).toArray();
  }
}
