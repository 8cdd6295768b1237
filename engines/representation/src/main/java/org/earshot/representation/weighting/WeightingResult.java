package org.earshot.representation.weighting;

import java.util.List;

/// What became of a request for weights.
public sealed interface WeightingResult {

  /// Weights were found.
  record Weighted(Weights weights) implements WeightingResult {}

  /// No weights can do what was asked.
  ///
  /// @param faults every cause that was found, at least one
  record Impossible(List<WeightingFault> faults) implements WeightingResult {

    public Impossible {
      faults = List.copyOf(faults);
    }
  }
}
