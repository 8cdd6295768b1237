package org.earshot.representation.weighting;

/// The ratio g of weight to base weight as a function of a *factor*. Factors of a person's levels
/// are multiplied (or, for the linear method, added), so that no exponential is taken per person.
sealed interface Ratio {

  /// The factor of one multiplier.
  double factor(double lambda);

  double of(double factor);

  /// Replaces the first `length` factors by their ratios.
  default void ofAll(double[] factors, int length) {
    for (int i = 0; i < length; i++) {
      factors[i] = of(factors[i]);
    }
  }

  /// dg/du at this factor.
  double slope(double factor);

  static Ratio of(WeightingMethod method) {
    return switch (method) {
      case WeightingMethod.Raking _ -> new Exponential();
      case WeightingMethod.Linear _ -> new Straight();
      case WeightingMethod.Logit(double lower, double upper) -> new Step(lower, upper);
    };
  }

  record Exponential() implements Ratio {
    @Override
    public void ofAll(double[] factors, int length) {
      // they are the ratios
    }

    @Override
    public double factor(double lambda) {
      return Math.exp(lambda);
    }

    @Override
    public double of(double factor) {
      return factor;
    }

    @Override
    public double slope(double factor) {
      return factor;
    }
  }

  record Straight() implements Ratio {
    @Override
    public double factor(double lambda) {
      return lambda;
    }

    @Override
    public double of(double factor) {
      return 1 + factor;
    }

    @Override
    public double slope(double factor) {
      return 1;
    }
  }

  record Step(double lower, double upper) implements Ratio {

    private double steepness() {
      return (upper - lower) / ((1 - lower) * (upper - 1));
    }

    @Override
    public double factor(double lambda) {
      return Math.exp(steepness() * lambda);
    }

    @Override
    public double of(double factor) {
      if (factor > 1e200) {
        return upper;
      }
      double low = upper - 1;
      double high = (1 - lower) * factor;
      return (lower * low + upper * high) / (low + high);
    }

    @Override
    public double slope(double factor) {
      if (factor > 1e100) {
        return 0;
      }
      double low = upper - 1;
      double high = (1 - lower) * factor;
      return (upper - lower) * low * high * steepness() / ((low + high) * (low + high));
    }
  }
}
