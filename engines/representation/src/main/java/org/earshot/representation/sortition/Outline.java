package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.earshot.representation.algebra.SymmetricSystem;
import org.jspecify.annotations.Nullable;

/// A polytope that contains every lottery's expected panel: the quotas without the demand that
/// people are whole, and cuts that were proved later.
final class Outline {

  /// A proved inequality: no panel is worth more.
  ///
  /// @param worth per type
  /// @param most the bound
  /// @param proof why; null if a second solver said so
  @SuppressWarnings("ArrayRecordComponent") // private to the package, made once and read only
  record Cut(double[] worth, double most, @Nullable ProofTree proof) {}

  private static final double TIGHT = 1e-8;

  final PanelTypes types;
  private final List<Cut> cuts = new ArrayList<>();

  Outline(PanelTypes types) {
    this.types = types;
  }

  void add(Cut cut) {
    cuts.add(cut);
  }

  List<Cut> cuts() {
    return cuts;
  }

  int rows() {
    return types.rows() + cuts.size();
  }

  double coefficient(int row, int type) {
    return row < types.rows()
        ? types.matrix[row][type]
        : cuts.get(row - types.rows()).worth()[type];
  }

  double lower(int row) {
    if (row < types.rows()) {
      return types.lower[row];
    }
    double[] worth = cuts.get(row - types.rows()).worth();
    double least = 0;
    for (int t = 0; t < worth.length; t++) {
      least += Math.min(0, worth[t]) * types.size[t];
    }
    return least;
  }

  double upper(int row) {
    return row < types.rows() ? types.upper[row] : cuts.get(row - types.rows()).most();
  }

  /// The activity of a row for an expected panel that is given by each person's chance.
  double activity(int row, double[] chance) {
    double activity = 0;
    for (int t = 0; t < chance.length; t++) {
      activity += coefficient(row, t) * types.size[t] * chance[t];
    }
    return activity;
  }

  /// Moves chances by the little that makes every row that is tight up to rounding hold exactly.
  ///
  /// @param chance one a type; changed in place
  void fit(double[] chance) {
    int[] tight =
        IntStream.range(0, rows()).filter(r -> Math.abs(off(r, chance)) <= TIGHT).toArray();
    var free = new boolean[chance.length];
    for (int t = 0; t < chance.length; t++) {
      free[t] = chance[t] > TIGHT && chance[t] < 1 - TIGHT;
    }
    var matrix = new double[tight.length][tight.length];
    var right = new double[tight.length];
    for (int i = 0; i < tight.length; i++) {
      right[i] = off(tight[i], chance);
      for (int j = 0; j <= i; j++) {
        for (int t = 0; t < chance.length; t++) {
          matrix[i][j] +=
              free[t] ? coefficient(tight[i], t) * coefficient(tight[j], t) * types.size[t] : 0;
        }
      }
    }
    double[] move = SymmetricSystem.solve(matrix, right);
    for (int t = 0; t < chance.length; t++) {
      for (int i = 0; i < tight.length && free[t]; i++) {
        chance[t] += move[i] * coefficient(tight[i], t);
      }
    }
  }

  /// What a row's activity lacks to the nearer bound; negative if it is too much.
  private double off(int row, double[] chance) {
    double activity = activity(row, chance);
    double toLower = lower(row) - activity;
    double toUpper = upper(row) - activity;
    return Math.abs(toLower) < Math.abs(toUpper) ? toLower : toUpper;
  }

  /// A copy of the coefficients of all rows.
  double[][] matrix() {
    var matrix = new double[rows()][];
    Arrays.setAll(
        matrix,
        r ->
            r < types.rows()
                ? types.matrix[r].clone()
                : cuts.get(r - types.rows()).worth().clone());
    return matrix;
  }
}
