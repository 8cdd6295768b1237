package org.earshot.representation.weighting;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Passes over everybody. Margins are put together into blocks of at most [#CELLS] cells, so that a
/// person costs one table look-up a block and not one a margin.
final class Passes {

  private static final int CELLS = 4096;
  private static final int CHUNKS = 32;
  private static final int TILE = 2048;
  private static final int ALONE = 20_000;
  private static final int SLOPE_SAMPLE = 16_384;

  private final int people;
  private final double[] base;
  private final double scale;
  private final Ratio ratio;
  private final boolean adds;
  private final int[] sizes;
  private final int[] offsets;
  private final int rows;
  private final int[] blockStart;
  private final int[] blockCells;
  private final char[][] cell;
  private final int[][] levels;

  Passes(Sample sample, int[] sizes, Ratio ratio, double scale) {
    this.people = sample.people();
    this.base = sample.base();
    this.scale = scale;
    this.ratio = ratio;
    this.adds = ratio instanceof Ratio.Straight;
    this.sizes = sizes.clone();
    this.offsets = new int[sizes.length];
    for (int j = 1; j < sizes.length; j++) {
      offsets[j] = offsets[j - 1] + sizes[j - 1];
    }
    this.rows = Arrays.stream(sizes).sum();
    this.levels = new int[sizes.length][];
    Arrays.setAll(levels, sample::levels);
    this.blockStart = blocks(sizes);
    int blocks = blockStart.length - 1;
    this.blockCells = new int[blocks];
    this.cell = new char[blocks][people];
    for (int b = 0; b < blocks; b++) {
      int cells = 1;
      for (int j = blockStart[b]; j < blockStart[b + 1]; j++) {
        cells *= sizes[j];
      }
      blockCells[b] = cells;
    }
    inChunks(this::index);
  }

  private static int[] blocks(int[] sizes) {
    var starts = IntStream.builder().add(0);
    long cells = 1;
    for (int j = 0; j < sizes.length; j++) {
      if (sizes[j] > Character.MAX_VALUE) {
        throw new IllegalArgumentException(
            "A margin of %d levels.\nAt most 65535 levels are possible.".formatted(sizes[j]));
      }
      if (j > 0 && cells * sizes[j] > CELLS) {
        starts.add(j);
        cells = 1;
      }
      cells *= sizes[j];
    }
    return starts.add(sizes.length).build().toArray();
  }

  private void index(int chunk) {
    for (int b = 0; b < cell.length; b++) {
      char[] into = cell[b];
      for (int j = blockStart[b]; j < blockStart[b + 1]; j++) {
        int[] level = levels[j];
        int size = sizes[j];
        int outside = 0;
        for (int i = from(chunk); i < from(chunk + 1); i++) {
          int own = level[i];
          outside |= own | (size - 1 - own); // negative if one is
          into[i] = (char) (into[i] * size + own);
        }
        if (outside < 0) {
          int wrong =
              Arrays.stream(level).filter(own -> own < 0 || own >= size).findFirst().orElse(0);
          throw new IllegalArgumentException(
              "Level %d of margin %d, which has %d levels.".formatted(wrong, j, size));
        }
      }
    }
  }

  /// The weighted count of every level.
  double[] counts(double[] lambda) {
    double[][] factors = tables(lambda);
    var parts = new double[CHUNKS][][];
    inChunks(
        chunk -> {
          var sums = new double[cell.length][];
          Arrays.setAll(sums, b -> new double[blockCells[b]]);
          var tile = new double[TILE];
          for (int i = from(chunk); i < from(chunk + 1); i += TILE) {
            int length = Math.min(TILE, from(chunk + 1) - i);
            weigh(factors, i, length, tile);
            for (int b = 0; b < sums.length; b++) {
              double[] sum = sums[b];
              char[] own = cell[b];
              for (int k = 0; k < length; k++) {
                sum[own[i + k]] += tile[k];
              }
            }
          }
          parts[chunk] = sums;
        });
    var counts = new double[rows];
    for (int b = 0; b < cell.length; b++) {
      for (int c = 0; c < blockCells[b]; c++) {
        double sum = 0;
        for (double[][] part : parts) {
          sum += part[b][c];
        }
        int rest = c;
        for (int j = blockStart[b + 1] - 1; j >= blockStart[b]; j--) {
          counts[offsets[j] + rest % sizes[j]] += sum;
          rest /= sizes[j];
        }
      }
    }
    return counts;
  }

  /// The weights of people `first`, `first` + 1, ..., into the beginning of `tile`.
  private void weigh(double[][] factors, int first, int length, double[] tile) {
    for (int b = 0; b < factors.length; b++) {
      double[] factor = factors[b];
      char[] own = cell[b];
      if (b == 0) {
        for (int k = 0; k < length; k++) {
          tile[k] = factor[own[first + k]];
        }
      } else if (adds) {
        for (int k = 0; k < length; k++) {
          tile[k] += factor[own[first + k]];
        }
      } else {
        for (int k = 0; k < length; k++) {
          tile[k] *= factor[own[first + k]];
        }
      }
    }
    ratio.ofAll(tile, length);
    for (int k = 0; k < length; k++) {
      tile[k] *= scale * base[first + k];
    }
  }

  double[] weights(double[] lambda) {
    double[][] factors = tables(lambda);
    var weights = new double[people];
    inChunks(
        chunk -> {
          var tile = new double[TILE];
          for (int i = from(chunk); i < from(chunk + 1); i += TILE) {
            int length = Math.min(TILE, from(chunk + 1) - i);
            weigh(factors, i, length, tile);
            System.arraycopy(tile, 0, weights, i, length);
          }
        });
    return weights;
  }

  /// How counts change with `lambda`: the matrix of d count / d lambda, lower half. Of many people
  /// a regular sample is looked at; `counts` then stands in for levels that the sample missed.
  double[][] slope(double[] lambda, double[] counts) {
    double[][] factors = tables(lambda);
    int step = people <= SLOPE_SAMPLE ? 1 : people / SLOPE_SAMPLE;
    var matrix = new double[rows][rows];
    for (int i = 0; i < people; i += step) {
      double weight = step * scale * base[i] * ratio.slope(factor(factors, i));
      for (int j = 0; j < levels.length; j++) {
        double[] row = matrix[offsets[j] + levels[j][i]];
        for (int l = 0; l <= j; l++) {
          row[offsets[l] + levels[l][i]] += weight;
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      if (matrix[r][r] == 0) {
        matrix[r][r] = counts[r];
      }
    }
    return matrix;
  }

  private double factor(double[][] factors, int person) {
    double factor = factors[0][cell[0][person]];
    for (int b = 1; b < factors.length; b++) {
      double other = factors[b][cell[b][person]];
      factor = adds ? factor + other : factor * other;
    }
    return factor;
  }

  private double[][] tables(double[] lambda) {
    var tables = new double[cell.length][];
    for (int b = 0; b < tables.length; b++) {
      tables[b] = new double[blockCells[b]];
      for (int c = 0; c < blockCells[b]; c++) {
        double sum = 0;
        int rest = c;
        for (int j = blockStart[b + 1] - 1; j >= blockStart[b]; j--) {
          sum += lambda[offsets[j] + rest % sizes[j]];
          rest /= sizes[j];
        }
        tables[b][c] = ratio.factor(sum);
      }
    }
    return tables;
  }

  private void inChunks(IntConsumer work) {
    var chunks = IntStream.range(0, CHUNKS);
    (people <= ALONE ? chunks : chunks.parallel()).forEach(work);
  }

  private int from(int chunk) {
    return (int) ((long) people * chunk / CHUNKS);
  }
}
