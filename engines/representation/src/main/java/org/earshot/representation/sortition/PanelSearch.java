package org.earshot.representation.sortition;

import org.jspecify.annotations.Nullable;

/// Finds the panel that is worth most, by branch and bound on a simplex that stays warm from one
/// search to the next. Branches on quotas before types: how many seats a quota takes divides panels
/// more evenly.
final class PanelSearch {

  private static final double WHOLE = 1e-7;
  private static final double BETTER = 1e-9;

  private final PanelTypes types;
  private final BoxedSimplex simplex;
  private double[] worth = new double[0];
  private double cutoff;
  private double bound;
  private int nodesLeft;
  private boolean firstOnly;
  private int[] best = new int[0];

  /// What a search found.
  ///
  /// @param panel the best panel; null if none is worth more than asked
  /// @param value what it is worth
  /// @param bound no panel is worth more
  /// @param proof why; null if the search was cut short
  @SuppressWarnings("ArrayRecordComponent") // private to the package, made once and read once
  record Found(int @Nullable [] panel, double value, double bound, @Nullable ProofTree proof) {}

  PanelSearch(PanelTypes types) {
    this.types = types;
    int n = types.count;
    int m = types.rows();
    var lower = new double[n + m];
    var upper = new double[n + m];
    for (int t = 0; t < n; t++) {
      upper[t] = types.size[t];
    }
    System.arraycopy(types.lower, 0, lower, n, m);
    System.arraycopy(types.upper, 0, upper, n, m);
    this.simplex = new BoxedSimplex(types.matrix, lower, upper);
  }

  /// Narrows (or widens again) how many of a type, or how many seats of a row, panels may have.
  void bounds(int variable, double low, double high) {
    simplex.bounds(variable, low, high);
  }

  /// The best panel worth more than `atLeast`, with a proof that none is better.
  ///
  /// @throws SolverLostException if rounding or size defeats this solver
  Found best(double[] worth, double atLeast, int mostNodes) {
    return search(worth, atLeast, mostNodes, false);
  }

  /// Some good panel: the first that a dive for the best meets.
  Found some(double[] worth, int mostNodes) {
    return search(worth, Double.NEGATIVE_INFINITY, mostNodes, true);
  }

  private Found search(double[] worth, double atLeast, int mostNodes, boolean firstOnly) {
    this.worth = worth;
    this.cutoff = atLeast;
    this.bound = Double.NEGATIVE_INFINITY;
    this.nodesLeft = mostNodes;
    this.firstOnly = firstOnly;
    this.best = new int[0];
    simplex.cost(worth);
    var proof = divide();
    int[] panel = best.length == 0 && types.count > 0 ? null : best;
    return new Found(panel, panel == null ? Double.NaN : cutoff, bound, proof);
  }

  private @Nullable ProofTree divide() {
    if (nodesLeft-- <= 0) {
      return null;
    }
    switch (simplex.solve()) {
      case LOST -> throw new SolverLostException("the simplex on panels did not converge");
      case INFEASIBLE -> {
        return ProofTree.Leaf.of(simplex.contradiction(), true);
      }
      case OPTIMAL -> {}
    }
    double[] x = simplex.solution();
    double value = 0;
    for (int t = 0; t < x.length; t++) {
      value += worth[t] * x[t];
    }
    int variable = value <= cutoff + BETTER ? -1 : fractional(x);
    if (variable < 0) {
      bound = Math.max(bound, value);
      if (value > cutoff + BETTER) {
        accept(x);
      }
      return ProofTree.Leaf.of(simplex.multipliers(), false);
    }
    return branch(variable, amount(x, variable));
  }

  private @Nullable ProofTree branch(int variable, double amount) {
    int floor = (int) Math.floor(amount);
    double low = simplex.lower(variable);
    double high = simplex.upper(variable);
    boolean upFirst = amount - floor > .5;
    ProofTree below = null;
    ProofTree above = null;
    for (int turn = 0; turn < 2; turn++) {
      boolean up = upFirst == (turn == 0);
      simplex.bounds(variable, up ? floor + 1 : low, up ? high : floor);
      var part = divide();
      simplex.bounds(variable, low, high);
      if (part == null || (firstOnly && best.length > 0)) {
        return null;
      }
      if (up) {
        above = part;
      } else {
        below = part;
      }
    }
    return below == null || above == null
        ? null
        : new ProofTree.Branch(variable, floor, below, above);
  }

  private void accept(double[] x) {
    var panel = new int[x.length];
    double value = 0;
    for (int t = 0; t < x.length; t++) {
      panel[t] = (int) Math.round(x[t]);
      value += worth[t] * panel[t];
    }
    if (!types.allows(panel)) {
      throw new SolverLostException("a rounded panel breaks a quota");
    }
    best = panel;
    cutoff = Math.max(cutoff, value);
  }

  private int fractional(double[] x) {
    int most = -1;
    double off = WHOLE;
    for (int r = 0; r < types.rows(); r++) {
      double fraction = Math.abs(amount(x, x.length + r) - Math.rint(amount(x, x.length + r)));
      if (fraction > off) {
        off = fraction;
        most = x.length + r;
      }
    }
    if (most >= 0) {
      return most;
    }
    for (int t = 0; t < x.length; t++) {
      double fraction = Math.abs(x[t] - Math.rint(x[t]));
      if (fraction > off) {
        off = fraction;
        most = t;
      }
    }
    return most;
  }

  private double amount(double[] x, int variable) {
    if (variable < x.length) {
      return x[variable];
    }
    double[] row = types.matrix[variable - x.length];
    double amount = 0;
    for (int t = 0; t < x.length; t++) {
      amount += row[t] * x[t];
    }
    return amount;
  }
}
