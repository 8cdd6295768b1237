package org.earshot.representation.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.earshot.representation.coverage.CoverageReport.DimensionCoverage;
import org.earshot.representation.weighting.Margin;
import org.earshot.representation.weighting.Weights;

/// What one dimension still says about who is heard when people are alike in all others: the spread
/// of propensities within the cells that the other dimensions form (Schouten, Shlomo, Skinner
/// 2011).
final class Conditional {

  private Conditional() {}

  static DimensionCoverage of(
      DimensionCoverage summary, int[][] levels, List<Margin> dimensions, Weights weights) {
    int own = dimensions.stream().map(Margin::dimension).toList().indexOf(summary.dimension());
    int people = levels[own].length;
    Map<List<Integer>, double[]> cells = new HashMap<>(); // people heard, weight
    var cell = new ArrayList<double[]>(people);
    for (int i = 0; i < people; i++) {
      var key = new ArrayList<Integer>(levels.length);
      for (int j = 0; j < levels.length; j++) {
        if (j != own) {
          key.add(levels[j][i]);
        }
      }
      double[] sums = cells.computeIfAbsent(key, _ -> new double[2]);
      sums[0]++;
      sums[1] += weights.of(i);
      cell.add(sums);
    }
    double within = 0;
    double population = 0;
    for (int i = 0; i < people; i++) {
      double[] sums = cell.get(i);
      double off = 1 / weights.of(i) - sums[0] / sums[1];
      within += weights.of(i) * off * off;
      population += weights.of(i);
    }
    return new DimensionCoverage(
        summary.dimension(),
        summary.known(),
        summary.rIndicator(),
        summary.partial(),
        OptionalDouble.of(Math.sqrt(within / population)));
  }
}
