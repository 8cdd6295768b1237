package org.earshot.representation.coverage;

import java.util.List;
import java.util.OptionalDouble;

/// Those who were heard against those who live here.
///
/// @param population everybody who lives here
/// @param heard everybody who was heard
/// @param rIndicator 1 - 2 S, S the standard deviation of the propensity to be heard over the
///   population, over all dimensions together where weights exist; 1 is perfectly equal
/// @param propensityVariation S by the mean propensity; tells more than R where few are heard
/// @param designEffect what weighting to the margins would cost; empty if no weights exist
/// @param effectiveSampleSize people whose equal voices would be as precise; empty if no weights
///   exist
/// @param dimensions the dimensions, the least equal first
/// @param segments the silence list: the largest and most certain silence first
public record CoverageReport(
    double population,
    int heard,
    double rIndicator,
    double propensityVariation,
    OptionalDouble designEffect,
    OptionalDouble effectiveSampleSize,
    List<DimensionCoverage> dimensions,
    List<Segment> segments) {

  public CoverageReport {
    dimensions = List.copyOf(dimensions);
    segments = List.copyOf(segments);
  }

  /// How unequally the segments of one dimension were heard.
  ///
  /// @param dimension its name
  /// @param known people heard whose segment is known
  /// @param rIndicator 1 - 2 `partial`
  /// @param partial the unconditional partial R-indicator: the standard deviation of the propensity
  ///   between segments
  /// @param conditional the conditional partial R-indicator: what of it is left among people who
  ///   are alike in all other dimensions; empty if no weights exist
  public record DimensionCoverage(
      String dimension, int known, double rIndicator, double partial, OptionalDouble conditional) {}
}
