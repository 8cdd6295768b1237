package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Takes an expected panel apart into real panels: finds a panel on the face of the outline where
/// the expected panel lies, gives it as much probability as keeps the rest inside, and goes on with
/// the rest. Each step makes one more bound tight, so there are no more steps than types and rows.
/// The rest may end where no whole panel is; whatever is left then is for [Mixture].
final class Walk {

  private static final double TIGHT = 1e-12;
  private static final double DONE = 1e-11;
  private static final int NODES = 400;

  final List<int[]> panels = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();
  double rest = 1;
  private final PanelTypes types;
  private final PanelSearch search;
  private final double[] residual;
  private final double[] activity;
  private final SplittableRandom random;

  private Walk(PanelTypes types, PanelSearch search, double[] chance, long seed) {
    this.types = types;
    this.search = search;
    this.residual = new double[types.count];
    this.activity = new double[types.rows()];
    this.random = new SplittableRandom(seed);
    for (int t = 0; t < types.count; t++) {
      residual[t] = types.size[t] * chance[t];
    }
  }

  /// Walks from the expected panel of these chances; leaves the bounds of `search` as they were.
  static Walk from(
      PanelTypes types, PanelSearch search, double[] chance, long seed, Lottery.Progress progress) {
    var walk = new Walk(types, search, chance, seed);
    try {
      int steps = 4 * (types.count + types.rows());
      while (walk.rest > DONE && steps-- > 0 && walk.step()) {
        progress.at("finding panels", 1 - walk.rest);
      }
    } catch (SolverLostException e) {
      // what was found so far is still good
    } finally {
      for (int v = 0; v < types.count + types.rows(); v++) {
        int row = v - types.count;
        search.bounds(
            v, row < 0 ? 0 : types.lower[row], row < 0 ? types.size[v] : types.upper[row]);
      }
    }
    return walk;
  }

  /// One probability a panel; together they are 1 - [#rest].
  double[] weights() {
    return shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private boolean step() {
    narrowRows();
    int[] panel = near(true);
    if (panel.length == 0) {
      panel = near(false);
    }
    if (panel.length == 0) {
      return false;
    }
    double weight = longest(panel);
    if (weight <= TIGHT) {
      return false;
    }
    for (int t = 0; t < types.count; t++) {
      residual[t] = Math.max(0, residual[t] - weight * panel[t]);
    }
    rest -= weight;
    panels.add(panel);
    shares.add(weight);
    return true;
  }

  private void narrowRows() {
    for (int r = 0; r < types.rows(); r++) {
      double sum = 0;
      for (int t = 0; t < types.count; t++) {
        sum += types.matrix[r][t] * residual[t];
      }
      activity[r] = sum;
      boolean atLower = sum - types.lower[r] * rest <= TIGHT;
      boolean atUpper = types.upper[r] * rest - sum <= TIGHT;
      search.bounds(
          types.count + r,
          atUpper ? types.upper[r] : types.lower[r],
          atLower && !atUpper ? types.lower[r] : types.upper[r]);
    }
  }

  /// A panel on the face; `rounded` also asks that each type be rounded up or down.
  private int[] near(boolean rounded) {
    var worth = new double[types.count];
    for (int t = 0; t < types.count; t++) {
      double share = residual[t] / rest;
      double low = residual[t] <= TIGHT ? 0 : rounded ? Math.floor(share + 1e-9) : 0;
      double high = residual[t] <= TIGHT ? 0 : rounded ? Math.ceil(share - 1e-9) : types.size[t];
      if (types.size[t] * rest - residual[t] <= TIGHT) {
        low = types.size[t];
      }
      search.bounds(t, Math.min(low, types.size[t]), Math.min(Math.max(low, high), types.size[t]));
      worth[t] = share - Math.floor(share) + .3 * random.nextDouble();
    }
    int[] panel = search.some(worth, NODES).panel();
    return panel == null ? new int[0] : panel;
  }

  private double longest(int[] panel) {
    double weight = rest;
    for (int t = 0; t < types.count; t++) {
      if (panel[t] > 0) {
        weight = Math.min(weight, residual[t] / panel[t]);
      }
      if (panel[t] < types.size[t]) {
        weight =
            Math.min(weight, (types.size[t] * rest - residual[t]) / (types.size[t] - panel[t]));
      }
    }
    for (int r = 0; r < types.rows(); r++) {
      double held = 0;
      for (int t = 0; t < types.count; t++) {
        held += types.matrix[r][t] * panel[t];
      }
      if (held < types.upper[r]) {
        weight = Math.min(weight, (types.upper[r] * rest - activity[r]) / (types.upper[r] - held));
      }
      if (held > types.lower[r]) {
        weight = Math.min(weight, (activity[r] - types.lower[r] * rest) / (held - types.lower[r]));
      }
    }
    return weight;
  }
}
