package org.earshot.representation.coverage;

import java.util.List;

/// Counted residents by two dimensions at once.
///
/// @param first index of the first dimension
/// @param second index of the second dimension
/// @param people per segment of the first, per segment of the second
public record JointPopulation(int first, int second, List<List<Double>> people) {

  public JointPopulation {
    people = people.stream().map(List::copyOf).toList();
  }
}
