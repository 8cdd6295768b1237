package org.earshot.representation.algebra;

/// Solves symmetric positive semidefinite equations. Rows that depend on earlier ones (margins
/// share their total) are left out, and their unknown is zero.
public final class SymmetricSystem {

  private static final double DEPENDENT = 1e-10;

  private SymmetricSystem() {}

  /// Solves `matrix` x = `right`; overwrites the matrix.
  public static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    var x = right.clone();
    var used = new boolean[n];
    var diagonal = new double[n];
    for (int j = 0; j < n; j++) {
      diagonal[j] = matrix[j][j];
    }
    for (int j = 0; j < n; j++) { // Cholesky, row by row, in place
      double pivot = matrix[j][j];
      used[j] = pivot > DEPENDENT * diagonal[j] && pivot > 0;
      if (!used[j]) {
        continue;
      }
      double root = Math.sqrt(pivot);
      for (int i = j; i < n; i++) {
        matrix[i][j] /= root;
      }
      for (int i = j + 1; i < n; i++) {
        double factor = matrix[i][j];
        if (factor != 0) {
          for (int l = j + 1; l <= i; l++) {
            matrix[i][l] -= factor * matrix[l][j];
          }
        }
      }
    }
    for (int j = 0; j < n; j++) {
      if (!used[j]) {
        x[j] = 0;
        continue;
      }
      x[j] /= matrix[j][j];
      for (int i = j + 1; i < n; i++) {
        x[i] -= matrix[i][j] * x[j];
      }
    }
    for (int j = n - 1; j >= 0; j--) {
      if (!used[j]) {
        continue;
      }
      for (int i = j + 1; i < n; i++) {
        if (used[i]) {
          x[j] -= matrix[i][j] * x[i];
        }
      }
      x[j] /= matrix[j][j];
    }
    return x;
  }
}
