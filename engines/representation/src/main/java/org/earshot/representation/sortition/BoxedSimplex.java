package org.earshot.representation.sortition;

/// The dual simplex method for max c·x, rows L <= A x <= U, x between bounds; everything is
/// bounded, so any basis is dual feasible once each variable outside it stands at the right bound.
/// Costs and bounds may change between solves and the basis stays: that is what makes it quick for
/// thousands of related problems with few rows.
///
/// Variables 0..n-1 are the x, n..n+m-1 the rows' activities. The basis is kept as a dense tableau:
/// every basic variable as a linear form in the others.
final class BoxedSimplex {

  /// How a solve ended.
  enum Outcome {
    OPTIMAL,
    INFEASIBLE,
    /// Rounding or cycling got the better of it; ask another solver.
    LOST
  }

  private static final double FEASIBLE = RatioTest.FEASIBLE;
  private static final int REBUILD = 120;
  private static final double PUSH = 1e-5;
  private static final double DOUBT = 1e-6;

  private final double[][] matrix;
  private final int rows;
  private final int columns;
  private final double[] lower;
  private final double[] upper;
  private final Tableau tableau;
  private final double[][] lines;
  private final double[] reduced;
  private final int[] basic;
  private final int[] outside;
  private final boolean[] atUpper;
  private final double[] value;
  private final RatioTest ratios;
  private int pivots;
  private int sinceRebuild;
  private int infeasibleRow = -1;
  private boolean infeasibleLow;

  /// A problem with cost zero.
  ///
  /// @param matrix rows by columns; kept, never changed
  /// @param lower lower bounds of columns, then rows; copied
  /// @param upper upper bounds of columns, then rows; copied
  BoxedSimplex(double[][] matrix, double[] lower, double[] upper) {
    this.matrix = matrix;
    this.rows = matrix.length;
    this.columns = lower.length - rows;
    this.lower = lower.clone();
    this.upper = upper.clone();
    this.tableau = new Tableau(matrix, columns);
    this.lines = tableau.line;
    this.reduced = tableau.reduced;
    this.basic = tableau.basic;
    this.outside = tableau.outside;
    this.atUpper = new boolean[columns + rows];
    this.value = new double[rows];
    this.ratios = new RatioTest(tableau, this.lower, this.upper, atUpper, value);
  }

  void cost(double[] newCost) {
    tableau.cost(newCost);
  }

  void bounds(int variable, double low, double high) {
    lower[variable] = low;
    upper[variable] = high;
  }

  double lower(int variable) {
    return lower[variable];
  }

  double upper(int variable) {
    return upper[variable];
  }

  int pivots() {
    return pivots;
  }

  /// Solves from the present basis; pushes ties apart only where it would turn in circles.
  Outcome solve() {
    return finish(iterate(2 * rows + 100, 0));
  }

  /// Solves a problem in which ties are the rule.
  Outcome solveTied() {
    return finish(Outcome.LOST);
  }

  private Outcome finish(Outcome sofar) {
    int patience = 20 * (2 * rows + 100);
    var outcome = sofar;
    for (int attempt = 0; attempt < 4 && outcome == Outcome.LOST; attempt++) {
      iterate(patience, PUSH * Math.pow(.1, attempt));
      tableau.priceOut();
      outcome = iterate(patience, 0);
    }
    if (outcome == Outcome.INFEASIBLE
        ? ratios.shortfall() < DOUBT
        : outcome == Outcome.OPTIMAL && !trustworthy()) {
      tableau.rebuild();
      outcome = iterate(patience, 0);
    }
    return outcome;
  }

  private Outcome iterate(int mostPivots, double push) {
    int limit = pivots + mostPivots;
    place(push);
    while (true) {
      int row = mostInfeasible();
      if (row < 0) {
        return Outcome.OPTIMAL;
      }
      if (pivots > limit) {
        return Outcome.LOST;
      }
      boolean low = value[row] < lower[basic[row]];
      int entering = ratios.entering(row, low);
      if (entering < 0) {
        infeasibleRow = row;
        infeasibleLow = low;
        return Outcome.INFEASIBLE;
      }
      pivot(row, entering, !low);
      if (++sinceRebuild > REBUILD) {
        tableau.rebuild();
        sinceRebuild = 0;
        place(push);
      }
    }
  }

  /// Puts every variable outside the basis to the bound that its reduced cost asks for.
  private void place(double push) {
    for (int q = 0; q < columns; q++) {
      if (reduced[q] > RatioTest.TIE) {
        atUpper[outside[q]] = true;
      } else if (reduced[q] < -RatioTest.TIE) {
        atUpper[outside[q]] = false;
      }
    }
    if (push > 0) {
      tableau.perturb(atUpper, push);
    }
    evaluate();
  }

  private void evaluate() {
    var x = new double[columns];
    for (int q = 0; q < columns; q++) {
      x[q] = outsideValue(q);
    }
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      double[] row = lines[i];
      for (int q = 0; q < columns; q++) {
        sum += row[q] * x[q];
      }
      value[i] = sum;
    }
  }

  private double outsideValue(int position) {
    int variable = outside[position];
    return atUpper[variable] ? upper[variable] : lower[variable];
  }

  private int mostInfeasible() {
    int worst = -1;
    double most = FEASIBLE;
    for (int i = 0; i < rows; i++) {
      double off = Math.max(lower[basic[i]] - value[i], value[i] - upper[basic[i]]);
      double scaled = off / (1 + Math.abs(value[i]));
      if (scaled > most) {
        most = scaled;
        worst = i;
      }
    }
    return worst;
  }

  private void pivot(int row, int position, boolean leavesAtUpper) {
    pivots++;
    int leaving = basic[row];
    int entering = outside[position];
    double from = outsideValue(position);
    double a = lines[row][position];
    double step = ((leavesAtUpper ? upper[leaving] : lower[leaving]) - value[row]) / a;
    for (int i = 0; i < rows; i++) {
      value[i] += lines[i][position] * step;
    }
    tableau.exchange(row, position);
    value[row] = from + step;
    basic[row] = entering;
    outside[position] = leaving;
    atUpper[leaving] = leavesAtUpper;
  }

  /// Whether the basic values agree with the original rows.
  private boolean trustworthy() {
    double[] x = solution();
    for (int i = 0; i < rows; i++) {
      double activity = 0;
      for (int j = 0; j < columns; j++) {
        activity += matrix[i][j] * x[j];
      }
      double held = activityOf(i);
      if (Math.abs(activity - held) > 1e-9 * (1 + Math.abs(held))) {
        return false;
      }
    }
    return true;
  }

  private double activityOf(int row) {
    int variable = columns + row;
    for (int i = 0; i < rows; i++) {
      if (basic[i] == variable) {
        return value[i];
      }
    }
    return atUpper[variable] ? upper[variable] : lower[variable];
  }

  /// The values of the x.
  double[] solution() {
    var x = new double[columns];
    for (int q = 0; q < columns; q++) {
      if (outside[q] < columns) {
        x[outside[q]] = outsideValue(q);
      }
    }
    for (int i = 0; i < rows; i++) {
      if (basic[i] < columns) {
        x[basic[i]] = value[i];
      }
    }
    return x;
  }

  /// One multiplier a row, after OPTIMAL: they prove the bound. A checker only multiplies and adds.
  double[] multipliers() {
    var multipliers = new double[rows];
    for (int q = 0; q < columns; q++) {
      if (outside[q] >= columns) {
        multipliers[outside[q] - columns] = reduced[q];
      }
    }
    return multipliers;
  }

  /// One multiplier a row, after INFEASIBLE: with them the rows contradict each other for cost
  /// zero.
  double[] contradiction() {
    var multipliers = new double[rows];
    double sign = infeasibleLow ? 1 : -1;
    double[] line = lines[infeasibleRow];
    for (int q = 0; q < columns; q++) {
      if (outside[q] >= columns) {
        multipliers[outside[q] - columns] = sign * line[q];
      }
    }
    if (basic[infeasibleRow] >= columns) {
      multipliers[basic[infeasibleRow] - columns] = -sign;
    }
    return multipliers;
  }
}
