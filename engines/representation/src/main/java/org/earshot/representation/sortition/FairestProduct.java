package org.earshot.representation.sortition;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.earshot.representation.algebra.SymmetricSystem;

/// The chances within an outline whose product is largest (the Nash welfare): what one person gains
/// is never worth another's greater relative loss.
///
/// Solved from the side of the multipliers: one number a row says what a seat costs there, and
/// everybody buys as much chance as one unit of money pays for. Newton's method moves the numbers
/// until every row's bounds hold; there are as many unknowns as rows, however many people.
final class FairestProduct {

  private static final int MOST_STEPS = 500;
  private static final int PATIENCE = 8;
  private static final double CLOSE = 1e-12;
  private static final double FLAT = 1e-2;
  private static final double ROUNDING = 1e-9;
  private static final double RIDGE = 1e-11;

  private final Outline outline;
  private final double[][] matrix;
  private final double[] size;
  private final boolean[] possible;
  private final double[] price;
  private final double[] amount;
  private final double[] activity;
  private double[] multipliers;

  private FairestProduct(Outline outline, boolean[] possible) {
    this.outline = outline;
    this.possible = possible.clone();
    this.matrix = outline.matrix();
    this.size = Arrays.stream(outline.types.size).asDoubleStream().toArray();
    this.price = new double[size.length];
    this.amount = new double[size.length];
    this.activity = new double[matrix.length];
    this.multipliers = new double[matrix.length];
  }

  /// The best chances and the multipliers that prove them.
  ///
  /// @param possible which types can have a chance at all
  /// @throws SolverLostException if Newton's method does not converge
  static FairestProduct within(Outline outline, boolean[] possible) {
    var product = new FairestProduct(outline, possible);
    product.solve();
    return product;
  }

  double[] chance() {
    var chance = new double[size.length];
    for (int t = 0; t < chance.length; t++) {
      chance[t] = amount[t] / size[t];
    }
    return chance;
  }

  double[] multipliers() {
    return multipliers.clone();
  }

  private void solve() {
    double people = 0;
    for (int t = 0; t < size.length; t++) {
      people += possible[t] ? size[t] : 0;
    }
    multipliers[0] = people / Math.max(1, outline.upper(0));
    double value = value(multipliers);
    double closest = Double.POSITIVE_INFINITY;
    int patience = PATIENCE;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = gradient(multipliers);
      double largest = largest(gradient);
      boolean close = largest <= ROUNDING * Math.max(1, people);
      patience = largest < closest / 2 ? PATIENCE : patience - 1;
      closest = Math.min(closest, largest);
      if (largest <= CLOSE * Math.max(1, people) || (close && patience < 0)) {
        return;
      }
      double[] direction = direction(gradient);
      double length = longest(direction);
      double[] tried = multipliers;
      double next = value;
      boolean accepted = false;
      for (int halving = 0; halving < 60; halving++) {
        tried = moved(direction, length);
        next = value(tried);
        // Close to the end the value is flat up to rounding, and the slope still tells.
        accepted = next < value || (largest < FLAT && largest(gradient(tried)) < largest);
        if (accepted) {
          break;
        }
        length /= 2;
      }
      if (!accepted) {
        value(multipliers); // amounts of where we stand
        if (!close) {
          break;
        }
        return;
      }
      multipliers = tried;
      value = next;
    }
    throw new SolverLostException("the largest product of chances");
  }

  private static double largest(double[] gradient) {
    return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
  }

  /// What the rows' seats and the people's gain are worth at these prices; the least is sought.
  private double value(double[] at) {
    Arrays.fill(price, 0);
    Arrays.fill(activity, 0);
    double value = 0;
    for (int r = 0; r < matrix.length; r++) {
      value += Math.max(at[r] * outline.lower(r), at[r] * outline.upper(r));
      for (int t = 0; t < size.length; t++) {
        price[t] += at[r] * matrix[r][t];
      }
    }
    for (int t = 0; t < size.length; t++) {
      amount[t] = possible[t] ? price[t] > 1 ? size[t] / price[t] : size[t] : 0;
      value += possible[t] ? size[t] * Math.log(amount[t]) - price[t] * amount[t] : 0;
    }
    for (int r = 0; r < matrix.length; r++) {
      for (int t = 0; t < size.length; t++) {
        activity[r] += matrix[r][t] * amount[t];
      }
    }
    return value;
  }

  /// The slope of [#value] where it was computed last.
  private double[] gradient(double[] at) {
    var gradient = new double[matrix.length];
    for (int r = 0; r < gradient.length; r++) {
      double toLower = outline.lower(r) - activity[r];
      double toUpper = outline.upper(r) - activity[r];
      gradient[r] =
          at[r] > 0 ? toUpper : at[r] < 0 ? toLower : Math.max(0, toLower) + Math.min(0, toUpper);
    }
    return gradient;
  }

  /// Newton's step over the rows that may move: those with a multiplier, and those whose bound is
  /// passed, to their side of zero only.
  private double[] direction(double[] gradient) {
    var free = new boolean[gradient.length];
    for (int r = 0; r < free.length; r++) {
      free[r] = multipliers[r] != 0 || gradient[r] != 0;
    }
    while (true) {
      double[] direction = direction(gradient, free);
      boolean wrong = false;
      for (int r = 0; r < free.length; r++) {
        if (multipliers[r] == 0 && direction[r] * gradient[r] > 0) {
          free[r] = false;
          wrong = true;
        }
      }
      if (!wrong) {
        return direction;
      }
    }
  }

  private double[] direction(double[] gradient, boolean[] allowed) {
    int[] free = IntStream.range(0, gradient.length).filter(r -> allowed[r]).toArray();
    var curvature = new double[free.length][free.length];
    var right = new double[free.length];
    for (int i = 0; i < free.length; i++) {
      right[i] = -gradient[free[i]];
      double[] row = matrix[free[i]];
      for (int j = 0; j <= i; j++) {
        double[] other = matrix[free[j]];
        double sum = 0;
        for (int t = 0; t < size.length; t++) {
          if (possible[t] && price[t] > 1) {
            sum += row[t] * other[t] * amount[t] * amount[t] / size[t];
          }
        }
        curvature[i][j] = sum;
      }
      curvature[i][i] += RIDGE * (1 + curvature[i][i]);
    }
    double[] move = SymmetricSystem.solve(curvature, right);
    var direction = new double[gradient.length];
    for (int i = 0; i < free.length; i++) {
      direction[free[i]] = move[i];
    }
    return direction;
  }

  /// How far a step may go: until the first multiplier of a row with room between its bounds is
  /// zero.
  private double longest(double[] direction) {
    double longest = 1;
    for (int r = 0; r < direction.length; r++) {
      if (multipliers[r] * direction[r] < 0 && outline.lower(r) < outline.upper(r)) {
        longest = Math.min(longest, -multipliers[r] / direction[r]);
      }
    }
    return longest;
  }

  private double[] moved(double[] direction, double length) {
    double[] moved = multipliers.clone();
    for (int r = 0; r < moved.length; r++) {
      moved[r] += length * direction[r];
      if (outline.lower(r) < outline.upper(r)
          && (moved[r] * multipliers[r] < 0 || Math.abs(moved[r]) < 1e-15)) {
        moved[r] = 0;
      }
    }
    return moved;
  }
}
