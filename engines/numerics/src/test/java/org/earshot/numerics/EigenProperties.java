package org.earshot.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.earshot.testing.RandomSeeds;

/// Eigenvectors are checked by their definition.
class EigenProperties {

  @RandomSeeds
  void everyPairFitsTheMatrix(long seed) {
    double[][] matrix = symmetric(seed, 1 + (int) (seed % 30));
    var eigen = SymmetricEigen.of(matrix);
    double size = 1 + Math.abs(eigen.value(0)) + Math.abs(eigen.value(matrix.length - 1));
    for (int rank = 0; rank < matrix.length; rank++) {
      for (int i = 0; i < matrix.length; i++) {
        double product = 0;
        for (int j = 0; j < matrix.length; j++) {
          product += matrix[i][j] * eigen.vector(rank, j);
        }
        assertThat(product)
            .isCloseTo(eigen.value(rank) * eigen.vector(rank, i), within(1e-11 * size));
      }
      assertThat(rank == 0 || eigen.value(rank - 1) >= eigen.value(rank)).isTrue();
    }
  }

  @RandomSeeds
  void theLeadingOnesAreThoseOfTheWholeMatrix(long seed) {
    int n = 3 + (int) (seed % 60);
    double[][] root = symmetric(seed, n);
    double[][] matrix = times(root, root); // none negative
    var all = SymmetricEigen.of(matrix);
    var random = RandomStream.of(seed, 7);
    var start = new double[Math.min(3, n)][n];
    for (double[] vector : start) {
      java.util.Arrays.setAll(vector, _ -> random.nextDouble());
    }
    var leading = LeadingEigenvectors.of(block -> times(block, matrix), start, 2, 1e-12);
    for (int rank = 0; rank < 2; rank++) {
      assertThat(leading.value(rank)).isCloseTo(all.value(rank), within(1e-9 * all.value(0)));
      double cosine = 0;
      for (int i = 0; i < n; i++) {
        cosine += leading.vector(rank)[i] * all.vector(rank, i);
      }
      double gap =
          Math.min(
              rank == 0 ? Double.MAX_VALUE : all.value(0) - all.value(1),
              all.value(rank) - all.value(rank + 1));
      if (gap > 0.01 * all.value(0)) {
        assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-9));
      }
    }
  }

  private static double[][] times(double[][] rows, double[][] matrix) {
    var product = new double[rows.length][matrix.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        for (int k = 0; k < matrix.length; k++) {
          product[i][j] += rows[i][k] * matrix[k][j];
        }
      }
    }
    return product;
  }

  private static double[][] symmetric(long seed, int n) {
    var random = new Random(seed);
    var matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextGaussian();
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }
}
