package org.earshot.representation.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earshot.representation.algebra.SymmetricSystem;

/// Directions by Broyden's method: a slope that is not looked at again, corrected by how far each
/// full step fell short. Only the steps are kept (C. T. Kelley, Iterative Methods for Linear and
/// Nonlinear Equations, 1995, section 7.3).
final class Secants {

  private double[][] slope = new double[0][];
  private final List<double[]> steps = new ArrayList<>();

  /// Whether there is no slope yet.
  boolean unknown() {
    return slope.length == 0;
  }

  /// Begins anew with this slope.
  void restart(double[][] newSlope) {
    slope = newSlope;
    steps.clear();
  }

  /// Forgets the steps: the last one was not taken in full.
  void forget() {
    steps.clear();
  }

  /// The step that should bring `residual` to zero; it has to be taken in full, or [#forget].
  double[] direction(double[] residual) {
    var copy = Arrays.stream(slope).map(double[]::clone).toArray(double[][]::new);
    double[] step = SymmetricSystem.solve(copy, residual);
    for (int j = 0; j + 1 < steps.size(); j++) {
      add(step, steps.get(j + 1), share(steps.get(j), step));
    }
    if (!steps.isEmpty()) {
      double left = 1 - share(steps.getLast(), step);
      if (Math.abs(left) > .1) {
        for (int r = 0; r < step.length; r++) {
          step[r] /= left;
        }
      }
    }
    steps.add(step);
    return step.clone();
  }

  private static double share(double[] of, double[] in) {
    double product = 0;
    double square = 0;
    for (int r = 0; r < of.length; r++) {
      product += of[r] * in[r];
      square += of[r] * of[r];
    }
    return square == 0 ? 0 : product / square;
  }

  private static void add(double[] to, double[] step, double times) {
    for (int r = 0; r < to.length; r++) {
      to[r] += times * step[r];
    }
  }
}
