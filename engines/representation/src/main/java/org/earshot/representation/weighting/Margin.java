package org.earshot.representation.weighting;

import java.util.List;

/// How many people live here by the levels of one dimension, for example by age.
///
/// @param dimension what is divided, for example "age"
/// @param levels the parts, each once, for example "16-24"
/// @param targets people who live here in each level; same order as `levels`
public record Margin(String dimension, List<String> levels, List<Double> targets) {

  public Margin {
    levels = List.copyOf(levels);
    targets = List.copyOf(targets);
    if (levels.isEmpty() || levels.size() != targets.size()) {
      throw new IllegalArgumentException(
          "Margin %s has %d levels but %d targets."
              .formatted(dimension, levels.size(), targets.size()));
    }
    if (levels.stream().distinct().count() != levels.size()) {
      throw new IllegalArgumentException(
          "Margin %s names a level twice.\nGive each level one target.".formatted(dimension));
    }
  }

  /// Everybody in this margin.
  public double total() {
    return targets.stream().mapToDouble(Double::doubleValue).sum();
  }
}
