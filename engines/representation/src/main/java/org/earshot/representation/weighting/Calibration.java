package org.earshot.representation.weighting;

import java.util.List;

/// Newton's method on the calibration equations. The residual is exact and comes from one pass over
/// everybody; the slope may come from a sample of people, which saves most of the time, and the
/// last steps correct it by what they saw. Sums are taken in fixed chunks, so any number of
/// processors gives the same bits.
final class Calibration {

  private static final int MOST_STEPS = 200;
  private static final double GOOD = 1e-10;

  /// From here on the slope hardly changes, and secants correct what the sample got wrong.
  private static final double NEAR = 1e-2;

  private static final double PERFECT = 5e-12;

  private final Passes passes;
  private final double[] targets;
  private final double[] lambda;
  private final boolean linear;
  private final Secants secants = new Secants();
  private double[] counts;
  private double discrepancy;
  private int iterations;

  Calibration(Sample sample, List<Margin> margins, WeightingMethod method, double scale) {
    this.targets =
        margins.stream()
            .flatMap(margin -> margin.targets().stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    int[] sizes = margins.stream().mapToInt(margin -> margin.levels().size()).toArray();
    this.passes = new Passes(sample, sizes, Ratio.of(method), scale);
    this.lambda = new double[targets.length];
    this.linear = method instanceof WeightingMethod.Linear;
    this.counts = passes.counts(lambda);
    this.discrepancy = distance(counts);
  }

  /// Whether every count met its target.
  boolean solve() {
    double before = Double.POSITIVE_INFINITY;
    while (iterations < MOST_STEPS && discrepancy > PERFECT) {
      if (discrepancy <= GOOD && discrepancy > before / 2) {
        break; // rounding is all that is left
      }
      before = discrepancy;
      iterations++;
      if (!step()) {
        break;
      }
    }
    return discrepancy <= GOOD;
  }

  private boolean step() {
    var residual = new double[targets.length];
    for (int r = 0; r < residual.length; r++) {
      residual[r] = targets[r] - counts[r];
    }
    if (discrepancy > NEAR || secants.unknown()) {
      secants.restart(passes.slope(lambda, counts));
    }
    double[] start = lambda.clone();
    if (tried(start, secants.direction(residual), 1)) {
      return true;
    }
    if (discrepancy <= GOOD) {
      System.arraycopy(start, 0, lambda, 0, start.length);
      return false; // rounding is all that is left
    }
    secants.restart(passes.slope(start, counts)); // it was too old
    double[] direction = secants.direction(residual);
    double length = 1;
    for (int halving = 0; halving < 40; halving++) {
      if (tried(start, direction, length)) {
        if (halving > 0) {
          secants.forget();
        }
        return true;
      }
      length /= 2;
    }
    System.arraycopy(start, 0, lambda, 0, start.length);
    return false;
  }

  private boolean tried(double[] start, double[] direction, double length) {
    for (int r = 0; r < start.length; r++) {
      lambda[r] = start[r] + length * direction[r];
    }
    double[] tried = passes.counts(lambda);
    double distance = distance(tried);
    boolean better = distance < discrepancy || linear;
    if (better) {
      counts = tried;
      discrepancy = distance;
    }
    return better;
  }

  /// The weighted count of every level, margin after margin; before [#solve], of base weights.
  double[] counts() {
    return counts.clone();
  }

  double[] weights() {
    return passes.weights(lambda);
  }

  double discrepancy() {
    return discrepancy;
  }

  int iterations() {
    return iterations;
  }

  /// The level that is furthest from its target.
  int worstRow() {
    int worst = 0;
    for (int r = 0; r < targets.length; r++) {
      if (off(counts, r) > off(counts, worst)) {
        worst = r;
      }
    }
    return worst;
  }

  /// The mean ratio that a level's people would need from where the others left them.
  double neededRatio(int row) {
    return targets[row] / passes.counts(new double[lambda.length])[row];
  }

  private double distance(double[] of) {
    double worst = 0;
    for (int r = 0; r < targets.length; r++) {
      double off = off(of, r);
      if (Double.isNaN(off)) {
        return Double.POSITIVE_INFINITY;
      }
      worst = Math.max(worst, off);
    }
    return worst;
  }

  private double off(double[] of, int row) {
    return targets[row] == 0 ? 0 : Math.abs(of[row] / targets[row] - 1);
  }
}
