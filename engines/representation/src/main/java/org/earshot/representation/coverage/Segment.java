package org.earshot.representation.coverage;

import java.util.List;

/// One part of the population, or of a pair of dimensions, against those of it who were heard.
///
/// @param dimensions one dimension, or two for a pair
/// @param names the segment's name in each dimension
/// @param heard people of this segment who were heard
/// @param population people of this segment who live here
/// @param assumed whether the population was not counted but taken from both dimensions as if they
///   were independent
/// @param ratio share of those heard by share of the population; 1 is fair
/// @param lower lower end of the ratio's 95 % confidence interval (Wilson)
/// @param upper its upper end
/// @param missing further voices of this segment alone that would bring the ratio to 1
/// @param missingTo80 further voices that would bring it to 0.8
/// @param certainlyMissing as `missing`, were the ratio at the upper end of its interval
/// @param residual heard minus expected under equal propensity, in standard deviations
/// @param partial the segment's part of unequal response: sqrt(share) · (propensity - mean)
public record Segment(
    List<String> dimensions,
    List<String> names,
    int heard,
    double population,
    boolean assumed,
    double ratio,
    double lower,
    double upper,
    long missing,
    long missingTo80,
    long certainlyMissing,
    double residual,
    double partial) {

  public Segment {
    dimensions = List.copyOf(dimensions);
    names = List.copyOf(names);
  }

  /// Whether nobody of a populated segment was heard: no weight can repair that.
  public boolean silent() {
    return heard == 0 && population > 0;
  }

  /// The finding in words.
  public String message() {
    var who = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      who.append(i == 0 ? "" : " and ")
          .append(dimensions.get(i))
          .append(" = ")
          .append(names.get(i));
    }
    if (silent()) {
      return "Nobody with %s was heard; no weight can repair that.".formatted(who);
    }
    return "%d people with %s were heard; %d more would be a fair share."
        .formatted(heard, who, missing);
  }
}
