package org.earshot.cli.representation;

import io.quarkus.qute.RawString;
import java.util.List;

/// What the template `coverage.html` shows; every text is plain and will be escaped.
///
/// @param silent segments and pairs of which nobody was heard
/// @param bars of the first segments of the list
/// @param pairs pairs of segments whose silence is larger than chance explains
/// @param assumed whether pairs' populations were taken as if dimensions were independent
public record CoveragePage(
    String lead,
    List<Fact> facts,
    List<String> silent,
    RawString bars,
    String barsCaption,
    List<Row> rows,
    List<DimensionRow> dimensions,
    RawString dimensionBars,
    List<Row> pairs,
    int otherPairs,
    boolean assumed) {

  /// One number with what it counts.
  public record Fact(String label, String value) {}

  /// One segment or pair.
  ///
  /// @param verdict in two or three words
  /// @param style of the verdict
  public record Row(
      String dimension,
      String segment,
      long heard,
      double population,
      String ratio,
      String interval,
      String missingTo80,
      String missing,
      double residual,
      String verdict,
      String style) {}

  /// One dimension.
  public record DimensionRow(
      String dimension, long known, double rIndicator, double partial, String conditional) {}
}
