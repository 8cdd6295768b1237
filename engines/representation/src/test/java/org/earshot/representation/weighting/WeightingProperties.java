package org.earshot.representation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// What must hold for every sample whose margins can be met.
class WeightingProperties {

  @RandomSeeds
  void agreesWithIterativeProportionalFitting(long seed) {
    var town = new Town(seed);
    double[] expected = IterativeFitting.rake(town.levels, town.base, town.margins, 3000);
    var weights = town.weigh(new WeightingMethod.Raking());
    for (int i = 0; i < expected.length; i++) {
      assertThat(weights.of(i)).isCloseTo(expected[i], within(1e-8 * expected[i]));
    }
  }

  @RandomSeeds
  void everyMethodMeetsEveryMargin(long seed) {
    var town = new Town(seed);
    for (WeightingMethod method :
        List.of(
            new WeightingMethod.Raking(),
            new WeightingMethod.Linear(),
            new WeightingMethod.Logit(.01, 200))) {
      var weights = town.weigh(method);
      assertThat(
              Weighting.discrepancy(
                  Sample.of(town.levels, town.base), town.margins, weights.toArray()))
          .isLessThan(1e-9);
    }
  }

  @Test
  void anyNumberOfProcessorsGivesTheSameBits() {
    var random = new Random(1);
    var levels = new int[3][50_000];
    for (int[] margin : levels) {
      Arrays.setAll(margin, _ -> random.nextInt(4));
    }
    var names = List.of("a", "b", "c", "d");
    var margins =
        List.of(
            new Margin("one", names, List.of(10.0, 20.0, 30.0, 40.0)),
            new Margin("two", names, List.of(25.0, 25.0, 25.0, 25.0)),
            new Margin("three", names, List.of(40.0, 20.0, 20.0, 20.0)));
    double[] alone = weights(1, levels, margins);
    for (int processors : new int[] {2, 3, 7}) {
      assertThat(weights(processors, levels, margins)).isEqualTo(alone);
    }
  }

  private static double[] weights(int processors, int[][] levels, List<Margin> margins) {
    try (var pool = new ForkJoinPool(processors)) {
      var result =
          pool.invoke(
              ForkJoinTask.adapt(
                  () ->
                      Weighting.weigh(
                          Sample.unweighted(levels), margins, new WeightingMethod.Raking())));
      return ((WeightingResult.Weighted) result).weights().toArray();
    }
  }

  @RandomSeeds
  void theOrderOfPeopleDoesNotMatter(long seed) {
    var town = new Town(seed);
    var order = new ArrayList<>(IntStream.range(0, town.base.length).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    var levels = new int[town.levels.length][town.base.length];
    var base = new double[town.base.length];
    for (int i = 0; i < base.length; i++) {
      base[i] = town.base[order.get(i)];
      for (int j = 0; j < levels.length; j++) {
        levels[j][i] = town.levels[j][order.get(i)];
      }
    }
    var before = town.weigh(new WeightingMethod.Raking());
    var after = Town.weigh(levels, base, town.margins, new WeightingMethod.Raking());
    for (int i = 0; i < base.length; i++) {
      double weight = before.of(order.get(i));
      assertThat(after.of(i)).isCloseTo(weight, within(1e-9 * weight));
    }
  }

  /// A sample, and margins that some positive weights meet.
  private static final class Town {

    final int[][] levels;
    final double[] base;
    final List<Margin> margins = new ArrayList<>();

    Town(long seed) {
      var random = new Random(seed);
      int people = 60 + random.nextInt(400);
      int dimensions = 1 + random.nextInt(4);
      levels = new int[dimensions][people];
      base = random.doubles(people, .5, 3).toArray();
      double[] truth = random.doubles(people, .5, 3).toArray();
      for (int j = 0; j < dimensions; j++) {
        int size = 1 + random.nextInt(5);
        var targets = new double[size];
        for (int i = 0; i < people; i++) {
          levels[j][i] = i < size ? i : (int) (size * Math.pow(random.nextDouble(), 1.5));
          targets[levels[j][i]] += truth[i];
        }
        margins.add(
            new Margin(
                "d" + j,
                IntStream.range(0, size).mapToObj(l -> "l" + l).toList(),
                java.util.Arrays.stream(targets).boxed().toList()));
      }
    }

    Weights weigh(WeightingMethod method) {
      return weigh(levels, base, margins, method);
    }

    static Weights weigh(
        int[][] levels, double[] base, List<Margin> margins, WeightingMethod method) {
      var result = Weighting.weigh(Sample.of(levels, base), margins, method);
      assertThat(result).isInstanceOf(WeightingResult.Weighted.class);
      return ((WeightingResult.Weighted) result).weights();
    }
  }
}
