package org.earshot.representation.weighting;

/// How far a weight may move from its base, and in which way: the ratio g(u) of weight to base
/// weight, where u adds one number for each of a person's levels.
public sealed interface WeightingMethod {

  /// g = exp(u): weights stay positive; the limit of iterative proportional fitting.
  record Raking() implements WeightingMethod {}

  /// g = 1 + u: the generalised regression estimator; weights may turn negative.
  record Linear() implements WeightingMethod {}

  /// A smooth step between two bounds.
  ///
  /// @param lower least ratio to the base weight, below 1
  /// @param upper largest ratio to the base weight, above 1
  record Logit(double lower, double upper) implements WeightingMethod {

    public Logit {
      if (!(lower >= 0 && lower < 1 && upper > 1) || Double.isInfinite(upper)) {
        throw new IllegalArgumentException(
            "Bounds %s and %s.\nThey are ratios to the base weight: 0 <= lower < 1 < upper."
                .formatted(lower, upper));
      }
    }
  }
}
