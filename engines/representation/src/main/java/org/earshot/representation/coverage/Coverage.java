package org.earshot.representation.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.earshot.representation.coverage.CoverageReport.DimensionCoverage;
import org.earshot.representation.weighting.Margin;
import org.earshot.representation.weighting.Sample;
import org.earshot.representation.weighting.Weighting;
import org.earshot.representation.weighting.WeightingMethod;
import org.earshot.representation.weighting.WeightingResult;
import org.earshot.representation.weighting.Weights;

/// Compares those who were heard with those who live here.
/// - **Shapes:** `levels` has one array a dimension: per person the index of the segment, or -1
///   where it is not known.
/// - **Units:** population in people. Ratios and indicators are pure numbers.
/// - **Errors:** [IllegalArgumentException] if an index has no segment or a population is negative.
/// - **Cost:** one pass over the people for each dimension and pair.
/// - **Source:** Wilson 1927 (interval); Schouten, Cobben, Bethlehem 2009 (R-indicators;
///   propensities here are the inverse of raked weights, because nobody knows who stayed away).
public final class Coverage {

  private static final double Z = 1.959963984540054; // 95 %

  private Coverage() {}

  /// Compares every dimension, and the pairs that `pairs` names by index.
  public static CoverageReport compare(
      int[][] levels, List<Margin> dimensions, List<int[]> pairs, List<JointPopulation> counted) {
    int people = levels.length == 0 ? 0 : levels[0].length;
    check(levels, dimensions, people);
    var segments = new ArrayList<Segment>();
    var summaries = new ArrayList<DimensionCoverage>();
    for (int j = 0; j < dimensions.size(); j++) {
      var margin = dimensions.get(j);
      var heard = new int[margin.levels().size()];
      for (int level : levels[j]) {
        if (level >= 0) {
          heard[level]++;
        }
      }
      int known = Arrays.stream(heard).sum();
      double total = margin.total();
      double between = 0;
      for (int l = 0; l < heard.length; l++) {
        var segment =
            segment(
                List.of(margin.dimension()),
                List.of(margin.levels().get(l)),
                heard[l],
                margin.targets().get(l),
                false,
                known,
                total);
        between += segment.partial() * segment.partial();
        segments.add(segment);
      }
      double partial = Math.sqrt(between);
      summaries.add(
          new DimensionCoverage(
              margin.dimension(), known, 1 - 2 * partial, partial, OptionalDouble.empty()));
    }
    for (int[] pair : pairs) {
      addPair(levels, dimensions, pair[0], pair[1], counted, segments);
    }
    segments.removeIf(segment -> segment.population() == 0 && segment.heard() == 0);
    segments.sort(
        Comparator.comparingLong(Segment::certainlyMissing)
            .thenComparingLong(Segment::missing)
            .reversed()
            .thenComparingDouble(Segment::residual));
    summaries.sort(Comparator.comparingDouble(DimensionCoverage::partial).reversed());
    return report(levels, dimensions, people, summaries, segments);
  }

  private static CoverageReport report(
      int[][] levels,
      List<Margin> dimensions,
      int people,
      List<DimensionCoverage> summaries,
      List<Segment> segments) {
    double population = dimensions.getFirst().total();
    double mean = people / population;
    double spread = summaries.getFirst().partial();
    var designEffect = OptionalDouble.empty();
    var effective = OptionalDouble.empty();
    if (people > 0
        && Arrays.stream(levels).allMatch(l -> Arrays.stream(l).noneMatch(x -> x < 0))
        && Weighting.weigh(Sample.unweighted(levels), dimensions, new WeightingMethod.Raking())
            instanceof WeightingResult.Weighted(Weights weights)) {
      designEffect = OptionalDouble.of(weights.designEffect());
      effective = OptionalDouble.of(weights.effectiveSampleSize());
      double inverse = 0;
      for (int i = 0; i < people; i++) {
        inverse += 1 / weights.of(i);
      }
      spread = Math.sqrt(Math.max(0, inverse / population - mean * mean));
      summaries.replaceAll(summary -> Conditional.of(summary, levels, dimensions, weights));
    }
    return new CoverageReport(
        population,
        people,
        1 - 2 * spread,
        mean == 0 ? 0 : spread / mean,
        designEffect,
        effective,
        summaries,
        segments);
  }

  private static void addPair(
      int[][] levels,
      List<Margin> dimensions,
      int first,
      int second,
      List<JointPopulation> counted,
      List<Segment> segments) {
    var one = dimensions.get(first);
    var two = dimensions.get(second);
    var heard = new int[one.levels().size()][two.levels().size()];
    int known = 0;
    for (int i = 0; i < levels[first].length; i++) {
      if (levels[first][i] >= 0 && levels[second][i] >= 0) {
        heard[levels[first][i]][levels[second][i]]++;
        known++;
      }
    }
    var joint =
        counted.stream().filter(j -> j.first() == first && j.second() == second).findFirst();
    double total =
        joint
            .map(j -> j.people().stream().flatMap(List::stream).mapToDouble(x -> x).sum())
            .orElse(one.total());
    for (int a = 0; a < heard.length; a++) {
      for (int b = 0; b < heard[a].length; b++) {
        double population =
            joint.isPresent()
                ? joint.get().people().get(a).get(b)
                : one.targets().get(a) * two.targets().get(b) / two.total();
        segments.add(
            segment(
                List.of(one.dimension(), two.dimension()),
                List.of(one.levels().get(a), two.levels().get(b)),
                heard[a][b],
                population,
                joint.isEmpty(),
                known,
                total));
      }
    }
  }

  /// Compares one segment.
  ///
  /// @param known people heard in all segments of the dimension
  /// @param total people who live in all segments of the dimension
  static Segment segment(
      List<String> dimensions,
      List<String> names,
      int heard,
      double population,
      boolean assumed,
      int known,
      double total) {
    double fair = population / total;
    double expected = known * fair;
    double deviation = Math.sqrt(expected * (1 - fair));
    double share = known == 0 ? 0 : (double) heard / known;
    double middle = (share + Z * Z / (2 * Math.max(known, 1))) / (1 + Z * Z / Math.max(known, 1));
    double half =
        Z
            / (1 + Z * Z / Math.max(known, 1))
            * Math.sqrt(
                share * (1 - share) / Math.max(known, 1)
                    + Z * Z / (4.0 * Math.max(known, 1) * Math.max(known, 1)));
    double upperShare = known == 0 ? 1 : Math.min(1, middle + half);
    double lowerShare = known == 0 || heard == 0 ? 0 : Math.max(0, middle - half);
    double propensity = population == 0 ? 0 : heard / population;
    return new Segment(
        dimensions,
        names,
        heard,
        population,
        assumed,
        share / fair,
        lowerShare / fair,
        upperShare / fair,
        more(heard, known, fair),
        more(heard, known, .8 * fair),
        more(upperShare * known, known, fair),
        deviation == 0 ? 0 : (heard - expected) / deviation,
        Math.sqrt(fair) * (propensity - known / total));
  }

  /// Voices of one segment that bring its share to `goal`, when each of them also adds to the
  /// whole.
  private static long more(double heard, int known, double goal) {
    if (goal >= 1) {
      return 0; // the only segment has its share whatever happens
    }
    double missing = (goal * known - heard) / (1 - goal);
    return Math.max(0, (long) Math.ceil(missing - 1e-9));
  }

  private static void check(int[][] levels, List<Margin> dimensions, int people) {
    if (dimensions.isEmpty() || levels.length != dimensions.size()) {
      throw new IllegalArgumentException(
          "%d dimensions of people but %d of the population."
              .formatted(levels.length, dimensions.size()));
    }
    for (int j = 0; j < levels.length; j++) {
      var margin = dimensions.get(j);
      if (levels[j].length != people || !(margin.total() > 0)) {
        throw new IllegalArgumentException(
            "Dimension %s has %d people and a population of %s.\nAll dimensions speak of the same"
                    .formatted(margin.dimension(), levels[j].length, margin.total())
                + " people, and somebody lives here.");
      }
      if (margin.targets().stream().anyMatch(target -> !(target >= 0))) {
        throw new IllegalArgumentException(
            "Dimension %s has a population below zero.".formatted(margin.dimension()));
      }
      for (int level : levels[j]) {
        if (level < -1 || level >= margin.levels().size()) {
          throw new IllegalArgumentException(
              "Segment %d of %s, which has %d."
                  .formatted(level, margin.dimension(), margin.levels().size()));
        }
      }
    }
  }
}
