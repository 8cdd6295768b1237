package org.earshot.representation.weighting;

import java.util.Optional;

/// Cuts weights to bounds and shares what was cut off in equal amounts among those inside.
final class Trimming {

  private static final int MOST_ROUNDS = 10_000;

  private Trimming() {}

  /// Trims `weights` in place; gives the fault when the bounds leave no room.
  static Optional<WeightingFault> trim(double[] weights, Trim trim) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double mean = total / weights.length;
    var tooTight = new WeightingFault.TrimTooTight(mean, trim.lower(), trim.upper());
    if (mean < trim.lower() || mean > trim.upper()) {
      return Optional.of(tooTight);
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double cut = 0;
      int inside = 0;
      for (double weight : weights) {
        if (weight < trim.lower() || weight > trim.upper()) {
          cut += weight - Math.clamp(weight, trim.lower(), trim.upper());
        } else {
          inside++;
        }
      }
      if (inside == weights.length) {
        return Optional.empty();
      }
      if (inside == 0) {
        return Optional.of(tooTight);
      }
      double share = cut / inside;
      for (int i = 0; i < weights.length; i++) {
        double weight = weights[i];
        weights[i] =
            weight < trim.lower() || weight > trim.upper()
                ? Math.clamp(weight, trim.lower(), trim.upper())
                : weight + share;
      }
    }
    return Optional.of(tooTight);
  }
}
