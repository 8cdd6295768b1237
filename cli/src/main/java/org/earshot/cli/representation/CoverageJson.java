package org.earshot.cli.representation;

import java.util.List;
import org.earshot.representation.coverage.CoverageReport;
import org.earshot.representation.coverage.Segment;
import org.jspecify.annotations.Nullable;

/// The result of `earshot coverage`, in order of the silence list.
record CoverageJson(double population, int heard, double rIndicator, List<SegmentJson> segments) {

  /// One segment, or one pair of segments with names joined by commas.
  ///
  /// @param ratio null where people were heard but nobody lives
  /// @param interval of the ratio, 95 %
  /// @param missing voices to reach a ratio of 1
  /// @param missingTo80 voices to reach 0.8
  /// @param residual in standard deviations
  record SegmentJson(
      String dimension,
      String segment,
      int heard,
      double population,
      @Nullable Double ratio,
      @Nullable List<Double> interval,
      long missing,
      long missingTo80,
      double residual) {

    static SegmentJson of(Segment segment) {
      boolean populated = segment.population() > 0;
      return new SegmentJson(
          String.join(",", segment.dimensions()),
          String.join(",", segment.names()),
          segment.heard(),
          segment.population(),
          populated ? segment.ratio() : null,
          populated ? List.of(segment.lower(), segment.upper()) : null,
          segment.missing(),
          segment.missingTo80(),
          segment.residual());
    }
  }

  /// @param by the dimensions of the segments to show; all single ones if empty
  static CoverageJson of(CoverageReport report, List<String> by) {
    return new CoverageJson(
        report.population(),
        report.heard(),
        report.rIndicator(),
        report.segments().stream()
            .filter(
                segment ->
                    by.isEmpty()
                        ? segment.dimensions().size() == 1
                        : segment.dimensions().equals(by))
            .map(SegmentJson::of)
            .toList());
  }
}
