package org.earshot.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.earshot.numerics.FixedPoint;
import org.earshot.numerics.ParallelRanges;

/// The people of a map as points to divide: those far out pulled in, and a coarse picture of them
/// for trying many divisions quickly.
///
/// A person further from the middle than three times the median distance counts as if standing at
/// three times: a division should follow the many, not a few far out. Nothing here depends on the
/// order of people.
final class Spots {

  private static final int MOST_SPOTS = 400;
  private static final int GRID = 28;
  private static final double REACH = 3;
  private static final int LEAST_PEOPLE = 8192;

  /// One point of the coarse picture.
  record Spot(double x, double y, double weight) {}

  private final double[] x;
  private final double[] y;
  private final double middleX;
  private final double middleY;
  private final double reach;

  private Spots(double[][] positions, int[] people, VoteWeights weights) {
    x = positions[0].clone();
    y = positions[1].clone();
    middleX = median(people, weights, i -> x[i]);
    middleY = median(people, weights, i -> y[i]);
    reach = REACH * median(people, weights, this::distance);
    ParallelRanges.run(
        x.length,
        LEAST_PEOPLE,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            pullIn(i);
          }
        });
  }

  /// @param people those whose middle and median distance count, as often as they were drawn
  static Spots of(OpinionMap map, int[] people, VoteWeights weights) {
    return new Spots(new double[][] {map.positions(0), map.positions(1)}, people, weights);
  }

  private static double median(int[] people, VoteWeights weights, IntToDoubleFunction value) {
    int drawn = 0;
    for (int i : people) {
      drawn += weights.draws(i);
    }
    var values = new double[drawn];
    int at = 0;
    for (int i : people) {
      double one = value.applyAsDouble(i);
      for (int draws = weights.draws(i); draws > 0; draws--) {
        values[at++] = one;
      }
    }
    Arrays.parallelSort(values);
    return drawn == 0 ? 0 : values[drawn / 2];
  }

  private double distance(int person) {
    double dx = x[person] - middleX;
    double dy = y[person] - middleY;
    return Math.sqrt(dx * dx + dy * dy);
  }

  private void pullIn(int person) {
    double distance = distance(person);
    if (distance > reach) {
      x[person] = middleX + (x[person] - middleX) * (reach / distance);
      y[person] = middleY + (y[person] - middleY) * (reach / distance);
    }
  }

  double x(int person) {
    return x[person];
  }

  double y(int person) {
    return y[person];
  }

  /// No sum of coordinates of that much weight will exceed this.
  FixedPoint unit(double weight) {
    return FixedPoint.forSumsUpTo(
        (Math.abs(middleX) + Math.abs(middleY) + reach + 1e-9) * (weight + 1));
  }

  /// The coarse picture: the people themselves if they are few, else the middles of the cells of a
  /// grid, in the order of their coordinates.
  List<Spot> picture(int[] people, VoteWeights weights) {
    if (people.length <= MOST_SPOTS) {
      return IntStream.of(people)
          .filter(i -> weights.ofPerson(i) > 0)
          .mapToObj(i -> new Spot(x(i), y(i), weights.ofPerson(i)))
          .sorted(
              Comparator.comparingDouble(Spot::x)
                  .thenComparingDouble(Spot::y)
                  .thenComparingDouble(Spot::weight))
          .toList();
    }
    return grid(people, weights);
  }

  private List<Spot> grid(int[] people, VoteWeights weights) {
    double heaviest = 1;
    for (int i : people) {
      heaviest = Math.max(heaviest, weights.ofPerson(i));
    }
    FixedPoint unit = unit(heaviest * people.length);
    var sums = new long[3 * GRID * GRID];
    for (int i : people) {
      double weight = weights.ofPerson(i);
      if (weight > 0) {
        int at = 3 * cell(x[i], y[i]);
        sums[at] += unit.units(x[i] * weight);
        sums[at + 1] += unit.units(y[i] * weight);
        sums[at + 2] += unit.units(weight);
      }
    }
    var spots = new ArrayList<Spot>();
    for (int at = 0; at < sums.length; at += 3) {
      double weight = sums[at + 2];
      if (weight > 0) {
        spots.add(new Spot(sums[at] / weight, sums[at + 1] / weight, unit.number(sums[at + 2])));
      }
    }
    return spots;
  }

  private int cell(double x, double y) {
    double side = Math.max(2 * reach, Double.MIN_NORMAL);
    int column = (int) Math.min(GRID - 1, Math.max(0, (x - middleX + reach) / side * GRID));
    int row = (int) Math.min(GRID - 1, Math.max(0, (y - middleY + reach) / side * GRID));
    return column * GRID + row;
  }
}
