package org.earshot.representation.sortition;

import org.earshot.representation.sortition.ProofTree.Branch;
import org.earshot.representation.sortition.ProofTree.Leaf;

/// Checks by arithmetic that no panel is worth more than a bound: follows the tree that divides the
/// panels, and at each leaf multiplies rows by multipliers and adds.
final class ProofCheck {

  private static final double NOTHING = 1e-9;

  private final double[][] rows;
  private final int types;
  private final double[] lower;
  private final double[] upper;

  /// A check for panels of types.
  ///
  /// @param rows coefficients by row and type
  /// @param lower bounds of the types' seats, then of the rows; copied
  /// @param upper the same from above; copied
  ProofCheck(double[][] rows, double[] lower, double[] upper) {
    this.rows = rows;
    this.types = lower.length - rows.length;
    this.lower = lower.clone();
    this.upper = upper.clone();
  }

  /// How far the proof is from the bound: 0 or less if it holds; infinite if it proves nothing.
  double excess(double[] worth, double most, ProofTree proof) {
    return switch (proof) {
      case Branch(int variable, int floor, var below, var above) -> {
        if (variable < 0 || variable >= lower.length) {
          yield Double.POSITIVE_INFINITY;
        }
        double low = lower[variable];
        double high = upper[variable];
        upper[variable] = Math.min(high, floor);
        double worst = excess(worth, most, below);
        upper[variable] = high;
        lower[variable] = Math.max(low, floor + 1);
        worst = Math.max(worst, excess(worth, most, above));
        lower[variable] = low;
        yield worst;
      }
      case Leaf leaf -> leafExcess(worth, most, leaf);
    };
  }

  private double leafExcess(double[] worth, double most, Leaf leaf) {
    for (int v = 0; v < lower.length; v++) {
      if (lower[v] > upper[v]) {
        return Double.NEGATIVE_INFINITY; // nobody is here
      }
    }
    if (leaf.rows().stream().anyMatch(row -> row < 0 || row >= rows.length)) {
      return Double.POSITIVE_INFINITY;
    }
    if (leaf.empty()) {
      return bound(new double[types], leaf) < -NOTHING
          ? Double.NEGATIVE_INFINITY
          : Double.POSITIVE_INFINITY;
    }
    return bound(worth, leaf) - most;
  }

  private double bound(double[] worth, Leaf leaf) {
    double[] left = worth.clone();
    double bound = 0;
    for (int i = 0; i < leaf.rows().size(); i++) {
      int row = leaf.rows().get(i);
      double multiplier = leaf.multipliers().get(i);
      bound += Math.max(multiplier * lower[types + row], multiplier * upper[types + row]);
      for (int t = 0; t < types; t++) {
        left[t] -= multiplier * rows[row][t];
      }
    }
    for (int t = 0; t < types; t++) {
      bound += Math.max(left[t] * lower[t], left[t] * upper[t]);
    }
    return bound;
  }
}
