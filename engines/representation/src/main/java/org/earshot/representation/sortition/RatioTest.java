package org.earshot.representation.sortition;

/// Chooses what enters the basis of a [BoxedSimplex] when a row has to come back to its bounds.
/// What may pass to its other bound on the way does so: one step then does the work of many.
final class RatioTest {

  static final double FEASIBLE = 1e-10;
  static final double TIE = 1e-11;
  private static final double PIVOT = 1e-9;

  private final Tableau tableau;
  private final double[] lower;
  private final double[] upper;
  private final boolean[] atUpper;
  private final double[] value;
  private final int[] candidates;
  private double shortfall;

  /// Shares all arrays with the simplex.
  RatioTest(Tableau tableau, double[] lower, double[] upper, boolean[] atUpper, double[] value) {
    this.tableau = tableau;
    this.lower = lower;
    this.upper = upper;
    this.atUpper = atUpper;
    this.value = value;
    this.candidates = new int[tableau.outside.length];
  }

  /// How far the last row was from its bounds after everything that could help it had passed.
  double shortfall() {
    return shortfall;
  }

  /// The position of what enters for `row`; -1 if nothing can bring it back.
  int entering(int row, boolean low) {
    double[] line = tableau.line[row];
    double[] reduced = tableau.reduced;
    int basic = tableau.basic[row];
    double slope = low ? lower[basic] - value[row] : value[row] - upper[basic];
    int count = candidates(line, low);
    shortfall = slope;
    while (count > 0) {
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < count; c++) {
        int q = candidates[c];
        least = Math.min(least, (Math.abs(reduced[q]) + TIE) / Math.abs(line[q]));
      }
      int best = -1;
      for (int c = 0; c < count; c++) {
        int q = candidates[c];
        if (Math.abs(reduced[q]) / Math.abs(line[q]) <= least
            && (best < 0 || Math.abs(line[q]) > Math.abs(line[candidates[best]]))) {
          best = c;
        }
      }
      int q = candidates[best];
      int variable = tableau.outside[q];
      double gain = Math.abs(line[q]) * (upper[variable] - lower[variable]);
      if (slope - gain <= FEASIBLE / 2) {
        return q;
      }
      slope -= gain;
      shortfall = slope;
      flip(q);
      candidates[best] = candidates[--count];
    }
    return -1;
  }

  private int candidates(double[] line, boolean low) {
    int count = 0;
    for (int q = 0; q < candidates.length; q++) {
      double a = low ? line[q] : -line[q];
      int variable = tableau.outside[q];
      if (Math.abs(a) > PIVOT
          && upper[variable] > lower[variable]
          && (atUpper[variable] ? a < 0 : a > 0)) {
        candidates[count++] = q;
      }
    }
    return count;
  }

  private void flip(int position) {
    int variable = tableau.outside[position];
    double change = upper[variable] - lower[variable];
    if (atUpper[variable]) {
      change = -change;
    }
    atUpper[variable] = !atUpper[variable];
    for (int i = 0; i < value.length; i++) {
      value[i] += tableau.line[i][position] * change;
    }
  }
}
