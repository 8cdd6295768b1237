package org.earshot.numerics;

import static org.earshot.numerics.Arguments.require;

import java.util.ArrayList;
import java.util.List;

/// The largest eigenvalues of a symmetric matrix that is known only by what it does to vectors, and
/// their unit eigenvectors.
/// - **Shapes:** vectors of one length n >= 1; as many starting vectors as the block is wide.
/// - **Result:** `wanted` pairs, largest first; where the matrix has fewer directions that are not
///   zero, the rest are zero with a vector of zeros. The sign of a vector is such that its entry of
///   largest size is positive (the first of those that tie).
/// - **Cost:** one product of the matrix with the block a step. Same arguments, same bits, if the
///   operator keeps to that.
/// - **Source:** block Lanczos with full orthogonalisation and Rayleigh-Ritz, restarted with the
///   leading Ritz vectors; Y. Saad, Numerical Methods for Large Eigenvalue Problems, 2011, ch. 6-7.
public final class LeadingEigenvectors {

  /// A symmetric matrix, by its products.
  @FunctionalInterface
  public interface Operator {
    /// The matrix times each vector of the block, as new arrays.
    double[][] times(double[][] block);
  }

  private static final int LARGEST_BASIS = 120;
  private static final int KEPT = 40; // of a full basis
  private static final int MOST_PRODUCTS = 400;
  private static final double NEGLIGIBLE = 1e-10; // of a vector's length after orthogonalising

  private final Operator operator;
  private final int wanted;
  private final List<double[]> basis = new ArrayList<>();
  private final List<double[]> images = new ArrayList<>();
  private final double[] values;
  private final double[][] vectors;
  private double[][] projected = new double[LARGEST_BASIS + 8][LARGEST_BASIS + 8];
  private double residual;
  private int products;

  private LeadingEigenvectors(Operator operator, double[][] start, int wanted, double tolerance) {
    require(start.length > 0 && start[0].length > 0, "A starting vector is needed.");
    require(start.length <= 8, "At most 8 starting vectors, not %s.", start.length);
    this.operator = operator;
    this.wanted = wanted;
    values = new double[wanted];
    vectors = new double[wanted][start[0].length];
    search(start, tolerance);
  }

  /// Finds them.
  ///
  /// @param start where to look first: unequal directions, such as the answer to a similar matrix
  /// @param tolerance how long the residual may be, relative to the largest eigenvalue; where
  ///   rounding does not let it get there, the search ends when it stops to shrink
  public static LeadingEigenvectors of(
      Operator operator, double[][] start, int wanted, double tolerance) {
    return new LeadingEigenvectors(operator, start, wanted, tolerance);
  }

  public double value(int rank) {
    return values[rank];
  }

  /// The eigenvector of that rank: the array itself, not a copy.
  public double[] vector(int rank) {
    return vectors[rank];
  }

  /// How often the matrix was multiplied with a block.
  public int products() {
    return products;
  }

  /// The length of the largest residual, relative to the largest eigenvalue.
  public double residual() {
    return residual;
  }

  private void search(double[][] start, double tolerance) {
    var block = orthonormal(List.of(start));
    double best = Double.POSITIVE_INFINITY;
    int idle = 0;
    int look = 0; // how large the basis is when it is worth looking at again
    while (!block.isEmpty() && products < MOST_PRODUCTS) {
      extend(block);
      var next = orthonormal(images.subList(images.size() - block.size(), images.size()));
      boolean full = basis.size() + next.size() > LARGEST_BASIS;
      if (full || next.isEmpty() || products == MOST_PRODUCTS || basis.size() >= look) {
        rayleighRitz();
        look = basis.size() + basis.size() / 8;
        idle = residual < best / 2 ? 0 : idle + 1;
        best = Math.min(best, residual);
        if (residual <= tolerance || (best < 1e-9 && idle > 12)) {
          break; // good enough, or as good as rounding allows
        }
      }
      if (full) {
        restart(KEPT);
        look = 0;
      }
      block = next;
    }
    for (double[] vector : vectors) {
      orient(vector);
    }
  }

  private void extend(List<double[]> block) {
    double[][] image = operator.times(block.toArray(double[][]::new));
    products++;
    for (int i = 0; i < block.size(); i++) {
      basis.add(block.get(i));
      images.add(image[i]);
      int last = basis.size() - 1;
      for (int j = 0; j <= last; j++) {
        projected[last][j] = dot(basis.get(j), image[i]);
        projected[j][last] = projected[last][j];
      }
    }
  }

  private SymmetricEigen ritz() {
    int m = basis.size();
    var small = new double[m][m];
    for (int i = 0; i < m; i++) {
      System.arraycopy(projected[i], 0, small[i], 0, m);
    }
    return SymmetricEigen.of(small);
  }

  private void rayleighRitz() {
    var ritz = ritz();
    residual = 0;
    for (int rank = 0; rank < Math.min(wanted, basis.size()); rank++) {
      double value = ritz.value(rank);
      double[] vector = combine(basis, ritz, rank);
      double[] image = combine(images, ritz, rank);
      double square = 0;
      for (int i = 0; i < vector.length; i++) {
        double off = image[i] - value * vector[i];
        square += off * off;
      }
      double largest = Math.abs(ritz.value(0));
      residual = Math.max(residual, largest == 0 ? 0 : Math.sqrt(square) / largest);
      boolean zero = value <= 1e-14 * largest;
      values[rank] = zero ? 0 : value;
      vectors[rank] = zero ? new double[vector.length] : vector;
    }
  }

  private void restart(int keep) {
    var ritz = ritz();
    var kept = new ArrayList<double[]>();
    var keptImages = new ArrayList<double[]>();
    for (int rank = 0; rank < keep; rank++) {
      kept.add(combine(basis, ritz, rank));
      keptImages.add(combine(images, ritz, rank));
    }
    basis.clear();
    basis.addAll(kept);
    images.clear();
    images.addAll(keptImages);
    projected = new double[LARGEST_BASIS + 8][LARGEST_BASIS + 8];
    for (int rank = 0; rank < keep; rank++) {
      projected[rank][rank] = ritz.value(rank);
    }
  }

  private static double[] combine(List<double[]> parts, SymmetricEigen ritz, int rank) {
    var sum = new double[parts.get(0).length];
    for (int k = 0; k < parts.size(); k++) {
      add(sum, parts.get(k), ritz.vector(rank, k));
    }
    return sum;
  }

  /// What is new in the vectors, as unit vectors at right angles to the basis and one another.
  private List<double[]> orthonormal(List<double[]> vectors) {
    var block = new ArrayList<double[]>();
    for (double[] vector : vectors) {
      double[] next = vector.clone();
      double length = Math.sqrt(dot(next, next));
      for (int round = 0; round < 2 && length > 0; round++) {
        removeAll(next, basis);
        removeAll(next, block);
      }
      double left = Math.sqrt(dot(next, next));
      if (left > NEGLIGIBLE * length && basis.size() + block.size() < next.length) {
        for (int i = 0; i < next.length; i++) {
          next[i] /= left;
        }
        removeAll(next, basis);
        removeAll(next, block);
        block.add(next);
      }
    }
    return block;
  }

  private static void removeAll(double[] vector, List<double[]> directions) {
    for (double[] direction : directions) {
      add(vector, direction, -dot(vector, direction));
    }
  }

  private static void add(double[] sum, double[] part, double times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += times * part[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void orient(double[] vector) {
    int largest = 0;
    for (int i = 1; i < vector.length; i++) {
      largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
    }
    if (vector[largest] < 0) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = -vector[i];
      }
    }
  }
}
