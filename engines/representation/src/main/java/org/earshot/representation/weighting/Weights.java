package org.earshot.representation.weighting;

/// Weights with what they cost.
public final class Weights {

  private final double[] values;
  private final int iterations;
  private final double largestDiscrepancy;

  Weights(double[] values, int iterations, double largestDiscrepancy) {
    this.values = values;
    this.iterations = iterations;
    this.largestDiscrepancy = largestDiscrepancy;
  }

  /// The weight of one person.
  public double of(int person) {
    return values[person];
  }

  /// A copy of all weights, in the order of the sample.
  public double[] toArray() {
    return values.clone();
  }

  /// How many steps the calibration took.
  public int iterations() {
    return iterations;
  }

  /// The largest difference between a weighted count and its target, relative to the target.
  public double largestDiscrepancy() {
    return largestDiscrepancy;
  }

  public double sum() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  public double sumOfSquares() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /// The number of people whose equal voices would be as precise: (sum w)² / sum w².
  public double effectiveSampleSize() {
    double sum = sum();
    return sum * sum / sumOfSquares();
  }

  /// Kish's design effect, 1 + CV²: how much wider weighting makes a confidence interval's square.
  public double designEffect() {
    return values.length / effectiveSampleSize();
  }

  /// The coefficient of variation of the weights.
  public double variation() {
    return Math.sqrt(Math.max(0, designEffect() - 1));
  }

  public double minimum() {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  public double maximum() {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
