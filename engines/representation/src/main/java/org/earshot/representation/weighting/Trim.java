package org.earshot.representation.weighting;

/// Bounds on the weights themselves, applied after calibration. What is cut off is shared in equal
/// amounts among the weights that were inside, again and again until none is outside; the margins
/// then no longer fit exactly.
///
/// @param lower least weight
/// @param upper largest weight
public record Trim(double lower, double upper) {

  public Trim {
    if (!(lower >= 0 && upper > lower)) {
      throw new IllegalArgumentException(
          "Trimming to %s and %s.\nThe lower bound is at least 0 and below the upper."
              .formatted(lower, upper));
    }
  }
}
