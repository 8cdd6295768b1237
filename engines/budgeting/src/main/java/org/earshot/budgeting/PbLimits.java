package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What META says a ballot may hold, and how many ballots do not keep to it. Those are counted as
/// they are: whether a ballot was valid is the city's to say, not the count's.
final class PbLimits {

  /// One limit of META.
  private static final class Limit {
    private final String key;
    private final double bound;
    private final boolean most;
    private long broken;
    private int firstLine;

    Limit(String key, double bound, boolean most) {
      this.key = key;
      this.bound = bound;
      this.most = most;
    }

    void check(double value, int line) {
      if (most ? value > bound : value < bound) {
        firstLine = broken++ == 0 ? line : firstLine;
      }
    }
  }

  private final List<Limit> lengths = new ArrayList<>();
  private final List<Limit> costs = new ArrayList<>();
  private final List<Limit> sums = new ArrayList<>();
  private final List<Limit> each = new ArrayList<>();
  private final double[] cost;

  /// @param cost of each project, in currency units
  PbLimits(Map<String, String> meta, VoteType type, double[] cost) {
    this.cost = cost;
    add(lengths, meta, "length");
    add(costs, meta, "sum_cost");
    if (type.hasPoints()) {
      add(sums, meta, "sum_points");
      add(each, meta, "points");
    }
    if (type == VoteType.CHOOSE_ONE && !meta.containsKey("max_length")) {
      lengths.add(new Limit("vote_type choose-1", 1, true));
    }
  }

  private static void add(List<Limit> limits, Map<String, String> meta, String what) {
    number(meta.get("min_" + what)).ifPresent(b -> limits.add(new Limit("min_" + what, b, false)));
    number(meta.get("max_" + what)).ifPresent(b -> limits.add(new Limit("max_" + what, b, true)));
  }

  private static Optional<Double> number(@Nullable String text) {
    return text != null && text.matches("\\d{1,15}([.,]\\d{1,6})?")
        ? Optional.of(Double.valueOf(text.replace(',', '.')))
        : Optional.empty();
  }

  /// Looks at the ballot that stands in a line; one that names nothing keeps to everything.
  void check(Ballots.Builder ballots, int line) {
    int choices = ballots.choicesOfThis();
    if (choices == 0) {
      return;
    }
    for (var limit : lengths) {
      limit.check(choices, line);
    }
    if (!costs.isEmpty()) {
      double sum = 0;
      for (int i = 0; i < choices; i++) {
        sum += cost[ballots.projectOfThis(i)];
      }
      for (var limit : costs) {
        limit.check(sum, line);
      }
    }
    if (!sums.isEmpty() || !each.isEmpty()) {
      checkPoints(ballots, choices, line);
    }
  }

  private void checkPoints(Ballots.Builder ballots, int choices, int line) {
    double sum = 0;
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = 0; i < choices; i++) {
      int points = ballots.pointsOfThis(i);
      sum += points;
      least = Math.min(least, points);
      most = Math.max(most, points);
    }
    for (var limit : sums) {
      limit.check(sum, line);
    }
    for (var limit : each) {
      limit.check(limit.most ? most : least, line);
    }
  }

  List<String> remarks() {
    var remarks = new ArrayList<String>();
    for (var limits : List.of(lengths, costs, sums, each)) {
      for (var limit : limits) {
        if (limit.broken > 0) {
          remarks.add(
              "Beyond %s: %d of the ballots, first in line %d; they are counted as they are."
                  .formatted(limit.key, limit.broken, limit.firstLine));
        }
      }
    }
    return remarks;
  }
}
