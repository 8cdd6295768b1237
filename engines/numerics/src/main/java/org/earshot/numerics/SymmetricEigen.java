package org.earshot.numerics;

import static org.earshot.numerics.Arguments.require;

/// All eigenvalues and eigenvectors of a small symmetric matrix.
/// - **Shapes:** an n x n array of rows, n >= 1, of which the lower triangle is read.
/// - **Errors:** [IllegalArgumentException] if it is not square. The argument is not modified.
/// - **Cost:** about 5 n^3 operations. Same argument, same bits.
/// - **Source:** Householder's reduction to three diagonals and implicit QL steps; R. Martin, C.
///   Reinsch, J. Wilkinson, Numerische Mathematik 11, 1968; H. Bowdler and others, ibid.
public final class SymmetricEigen {

  private static final double EPSILON = 0x1p-52;
  private static final int MOST_STEPS = 200;

  private final double[][] vectors; // column k belongs to values[k]
  private final double[] values; // the diagonal, then ascending eigenvalues
  private final double[] beside; // beside the diagonal

  private SymmetricEigen(double[][] matrix) {
    int n = matrix.length;
    vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      require(matrix[i].length == n, "Row %s of %s has %s entries.", i, n, matrix[i].length);
      vectors[i] = matrix[i].clone();
    }
    values = new double[n];
    beside = new double[n];
    toThreeDiagonals();
    toOneDiagonal();
  }

  public static SymmetricEigen of(double[][] matrix) {
    return new SymmetricEigen(matrix);
  }

  /// The eigenvalue of that rank; rank 0 is the largest.
  public double value(int rank) {
    return values[values.length - 1 - rank];
  }

  /// One coordinate of the unit eigenvector of that rank.
  public double vector(int rank, int coordinate) {
    return vectors[coordinate][values.length - 1 - rank];
  }

  private void toThreeDiagonals() {
    int n = values.length;
    System.arraycopy(vectors[n - 1], 0, values, 0, n);
    for (int i = n - 1; i > 0; i--) {
      reflect(i);
    }
    gatherReflections();
  }

  private void reflect(int i) {
    double scale = 0;
    for (int k = 0; k < i; k++) {
      scale += Math.abs(values[k]);
    }
    double h = 0;
    if (scale == 0) {
      beside[i] = values[i - 1];
      for (int j = 0; j < i; j++) {
        values[j] = vectors[i - 1][j];
        vectors[i][j] = 0;
        vectors[j][i] = 0;
      }
    } else {
      for (int k = 0; k < i; k++) {
        values[k] /= scale;
        h += values[k] * values[k];
      }
      double f = values[i - 1];
      double g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      beside[i] = scale * g;
      h -= f * g;
      values[i - 1] = f - g;
      applyReflection(i, h);
    }
    values[i] = h;
  }

  private void applyReflection(int i, double h) {
    for (int j = 0; j < i; j++) {
      beside[j] = 0;
    }
    for (int j = 0; j < i; j++) {
      double f = values[j];
      vectors[j][i] = f;
      double g = beside[j] + vectors[j][j] * f;
      for (int k = j + 1; k < i; k++) {
        g += vectors[k][j] * values[k];
        beside[k] += vectors[k][j] * f;
      }
      beside[j] = g;
    }
    double f = 0;
    for (int j = 0; j < i; j++) {
      beside[j] /= h;
      f += beside[j] * values[j];
    }
    double hh = f / (h + h);
    for (int j = 0; j < i; j++) {
      beside[j] -= hh * values[j];
    }
    for (int j = 0; j < i; j++) {
      for (int k = j; k < i; k++) {
        vectors[k][j] -= values[j] * beside[k] + beside[j] * values[k];
      }
      values[j] = vectors[i - 1][j];
      vectors[i][j] = 0;
    }
  }

  private void gatherReflections() {
    int n = values.length;
    for (int i = 0; i < n - 1; i++) {
      vectors[n - 1][i] = vectors[i][i];
      vectors[i][i] = 1;
      double h = values[i + 1];
      if (h != 0) {
        for (int k = 0; k <= i; k++) {
          values[k] = vectors[k][i + 1] / h;
        }
        for (int j = 0; j <= i; j++) {
          double g = 0;
          for (int k = 0; k <= i; k++) {
            g += vectors[k][i + 1] * vectors[k][j];
          }
          for (int k = 0; k <= i; k++) {
            vectors[k][j] -= g * values[k];
          }
        }
      }
      for (int k = 0; k <= i; k++) {
        vectors[k][i + 1] = 0;
      }
    }
    for (int j = 0; j < n; j++) {
      values[j] = vectors[n - 1][j];
      vectors[n - 1][j] = 0;
    }
    vectors[n - 1][n - 1] = 1;
    beside[0] = 0;
  }

  private void toOneDiagonal() {
    int n = values.length;
    System.arraycopy(beside, 1, beside, 0, n - 1);
    beside[n - 1] = 0;
    double shift = 0;
    double largest = 0;
    for (int l = 0; l < n; l++) {
      largest = Math.max(largest, Math.abs(values[l]) + Math.abs(beside[l]));
      int m = l;
      while (m < n - 1 && Math.abs(beside[m]) > EPSILON * largest) {
        m++;
      }
      if (m > l) {
        int steps = 0;
        do {
          require(++steps <= MOST_STEPS, "The matrix holds values that are not numbers.");
          shift += implicitShift(l);
          sweep(l, m);
        } while (Math.abs(beside[l]) > EPSILON * largest);
      }
      values[l] += shift;
      beside[l] = 0;
    }
    sortAscending();
  }

  private double implicitShift(int l) {
    double g = values[l];
    double p = (values[l + 1] - g) / (2 * beside[l]);
    double r = Math.copySign(StrictMath.hypot(p, 1), p);
    values[l] = beside[l] / (p + r);
    values[l + 1] = beside[l] * (p + r);
    double h = g - values[l];
    for (int i = l + 2; i < values.length; i++) {
      values[i] -= h;
    }
    return h;
  }

  private void sweep(int l, int m) {
    double next = values[l + 1];
    double besideNext = beside[l + 1];
    double p = values[m];
    double c = 1;
    double c2 = 1;
    double c3 = 1;
    double s = 0;
    double s2 = 0;
    for (int i = m - 1; i >= l; i--) {
      c3 = c2;
      c2 = c;
      s2 = s;
      double g = c * beside[i];
      double h = c * p;
      double r = StrictMath.hypot(p, beside[i]);
      beside[i + 1] = s * r;
      s = beside[i] / r;
      c = p / r;
      p = c * values[i] - s * g;
      values[i + 1] = h + s * (c * g + s * values[i]);
      for (double[] row : vectors) {
        double kept = row[i + 1];
        row[i + 1] = s * row[i] + c * kept;
        row[i] = c * row[i] - s * kept;
      }
    }
    p = -s * s2 * c3 * besideNext * beside[l] / next;
    beside[l] = s * p;
    values[l] = c * p;
  }

  private void sortAscending() {
    int n = values.length;
    for (int i = 0; i < n - 1; i++) {
      int least = i;
      for (int j = i + 1; j < n; j++) {
        least = values[j] < values[least] ? j : least;
      }
      double value = values[least];
      values[least] = values[i];
      values[i] = value;
      for (double[] row : vectors) {
        double kept = row[i];
        row[i] = row[least];
        row[least] = kept;
      }
    }
  }
}
