package org.earshot.opinion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.earshot.numerics.FixedPoint;

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

  /// One point of the coarse picture.
  record Spot(double x, double y, double weight) {}

  private final double[][] positions;
  private final double middleX;
  private final double middleY;
  private final double reach;

  private Spots(double[][] positions, int[] people, VoteWeights weights) {
    this.positions = positions;
    middleX = median(people, weights, i -> positions[0][i]);
    middleY = median(people, weights, i -> positions[1][i]);
    reach = REACH * median(people, weights, this::distance);
  }

  /// @param people those whose middle and median distance count, as often as they were drawn
  static Spots of(OpinionMap map, int[] people, VoteWeights weights) {
    return new Spots(new double[][] {map.positions(0), map.positions(1)}, people, weights);
  }

  private static double median(
      int[] people, VoteWeights weights, java.util.function.IntToDoubleFunction value) {
    int drawn = 0;
    for (int i : people) {
      drawn += weights.draws(i);
    }
    var values = new double[drawn];
    int at = 0;
    for (int i : people) {
      Arrays.fill(values, at, at + weights.draws(i), value.applyAsDouble(i));
      at += weights.draws(i);
    }
    Arrays.parallelSort(values);
    return drawn == 0 ? 0 : values[drawn / 2];
  }

  private double distance(int person) {
    double dx = positions[0][person] - middleX;
    double dy = positions[1][person] - middleY;
    return Math.sqrt(dx * dx + dy * dy);
  }

  /// How much a person is pulled in: 1 is not at all.
  private double pull(int person) {
    double distance = distance(person);
    return distance <= reach ? 1 : reach / distance;
  }

  double x(int person) {
    return middleX + (positions[0][person] - middleX) * pull(person);
  }

  double y(int person) {
    return middleY + (positions[1][person] - middleY) * pull(person);
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
    var sums = new TreeMap<Integer, long[]>();
    for (int i : people) {
      double weight = weights.ofPerson(i);
      if (weight > 0) {
        long[] sum = sums.computeIfAbsent(cell(x(i), y(i)), _ -> new long[3]);
        sum[0] += unit.units(x(i) * weight);
        sum[1] += unit.units(y(i) * weight);
        sum[2] += unit.units(weight);
      }
    }
    return sums.values().stream()
        .map(s -> new Spot((double) s[0] / s[2], (double) s[1] / s[2], unit.number(s[2])))
        .toList();
  }

  private int cell(double x, double y) {
    double side = Math.max(2 * reach, Double.MIN_NORMAL);
    int column = (int) Math.min(GRID - 1, Math.max(0, (x - middleX + reach) / side * GRID));
    int row = (int) Math.min(GRID - 1, Math.max(0, (y - middleY + reach) / side * GRID));
    return column * GRID + row;
  }
}
