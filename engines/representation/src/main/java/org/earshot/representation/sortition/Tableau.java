package org.earshot.representation.sortition;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A basis of the rows A x - s = 0 as a dense tableau: every basic variable as a linear form in
/// those outside. Knows nothing of bounds; [BoxedSimplex] does.
final class Tableau {

  private static final double PIVOT = 1e-9;

  final double[][] line;
  final double[] reduced;
  final int[] basic;
  final int[] outside;
  private final double[][] matrix;
  private final int rows;
  private final int columns;
  private final double[] cost;

  Tableau(double[][] matrix, int columns) {
    this.matrix = matrix;
    this.rows = matrix.length;
    this.columns = columns;
    this.cost = new double[columns];
    this.line = new double[rows][];
    this.reduced = new double[columns];
    this.basic = new int[rows];
    this.outside = new int[columns];
    slackBasis();
  }

  void cost(double[] newCost) {
    System.arraycopy(newCost, 0, cost, 0, columns);
    priceOut();
  }

  /// Pushes every reduced cost away from zero in its own direction, each by another amount, so that
  /// ties end; [#priceOut] undoes it.
  void perturb(boolean[] atUpper, double amount) {
    var random = new SplittableRandom(columns);
    for (int q = 0; q < columns; q++) {
      double push = amount * (.5 + random.nextDouble());
      reduced[q] += atUpper[outside[q]] ? push : -push;
    }
  }

  /// Takes all rows' activities as the basis.
  void slackBasis() {
    for (int i = 0; i < rows; i++) {
      line[i] = matrix[i].clone();
      basic[i] = columns + i;
    }
    for (int q = 0; q < columns; q++) {
      outside[q] = q;
    }
    System.arraycopy(cost, 0, reduced, 0, columns);
  }

  /// Computes the reduced costs anew.
  void priceOut() {
    for (int q = 0; q < columns; q++) {
      reduced[q] = outside[q] < columns ? cost[outside[q]] : 0;
    }
    for (int i = 0; i < rows; i++) {
      double c = basic[i] < columns ? cost[basic[i]] : 0;
      if (c != 0) {
        double[] row = line[i];
        for (int q = 0; q < columns; q++) {
          reduced[q] += c * row[q];
        }
      }
    }
  }

  /// Lets the variable outside at `position` enter the basis in `row`; the caller renames.
  void exchange(int row, int position) {
    double[] pivot = line[row];
    double inverse = 1 / pivot[position];
    for (int q = 0; q < columns; q++) {
      pivot[q] *= -inverse;
    }
    pivot[position] = inverse;
    for (int i = 0; i < rows; i++) {
      double factor = line[i][position];
      if (i != row && factor != 0) {
        add(line[i], pivot, factor, position);
      }
    }
    double factor = reduced[position];
    if (factor != 0) {
      add(reduced, pivot, factor, position);
    }
  }

  private static void add(double[] target, double[] line, double factor, int position) {
    target[position] = 0;
    for (int q = 0; q < target.length; q++) {
      target[q] += factor * line[q];
    }
  }

  /// Computes the tableau of the present basis from the original matrix.
  void rebuild() {
    int[] wanted = Arrays.stream(basic).filter(variable -> variable < columns).toArray();
    slackBasis();
    for (int variable : wanted) {
      int best = -1;
      for (int i = 0; i < rows; i++) {
        if (basic[i] >= columns
            && (best < 0 || Math.abs(line[i][variable]) > Math.abs(line[best][variable]))) {
          best = i;
        }
      }
      // Positions of columns still outside are their own numbers until they enter.
      if (best >= 0 && Math.abs(line[best][variable]) > PIVOT) {
        exchange(best, variable);
        int leaving = basic[best];
        basic[best] = variable;
        outside[variable] = leaving;
      }
    }
  }
}
