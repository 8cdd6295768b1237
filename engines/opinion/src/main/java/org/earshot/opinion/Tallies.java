package org.earshot.opinion;

import java.util.ArrayList;
import java.util.List;
import org.earshot.numerics.FixedPoint;
import org.earshot.numerics.ParallelRanges;

/// How many agree, disagree and voted at all, for each group and statement; the last group holds
/// the people who are in none.
///
/// Weighted votes are counted as so many equal ones as would be as reliable (Kish's effective
/// number), so that the tests keep their meaning. With equal weights these are the plain counts.
/// Sums are sums of whole numbers: the same in any order.
final class Tallies {

  private final int groups;
  private final int statements;
  private final double[] agrees;
  private final double[] disagrees;
  private final double[] seen;

  private Tallies(int groups, int statements) {
    this.groups = groups;
    this.statements = statements;
    agrees = new double[groups * statements];
    disagrees = new double[agrees.length];
    seen = new double[agrees.length];
  }

  private Tallies plain(long[] counts) {
    for (int i = 0; i < agrees.length; i++) {
      disagrees[i] = counts[4 * i];
      agrees[i] = counts[4 * i + 2];
      seen[i] = counts[4 * i] + counts[4 * i + 1] + counts[4 * i + 2];
    }
    return this;
  }

  /// @param sums of the weights, and then of their squares
  private Tallies effective(long[] sums, FixedPoint unit, FixedPoint squareUnit) {
    for (int i = 0; i < agrees.length; i++) {
      int q = sums.length / 2 + 4 * i;
      long weights = sums[4 * i] + sums[4 * i + 1] + sums[4 * i + 2];
      double squares = squareUnit.number(sums[q] + sums[q + 1] + sums[q + 2]);
      double factor = squares == 0 ? 0 : unit.number(weights) / squares / unit.unitsInOne();
      disagrees[i] = sums[4 * i] * factor;
      agrees[i] = sums[4 * i + 2] * factor;
      seen[i] = weights * factor;
    }
    return this;
  }

  /// Counts the people of each group apart.
  ///
  /// @param groupOf each person's group, from 0 to `groups - 1`, or -1 for those not to count
  static Tallies of(Votes votes, int[] groupOf, int groups, VoteWeights weights) {
    int stride = votes.statements().size() * 4;
    int length = groups * stride * (weights.areEqual() ? 1 : 2);
    List<long[]> sums = new ArrayList<>();
    ParallelRanges.run(
        groupOf.length,
        votes.leastPeople(),
        (from, to) -> {
          var own = new long[length];
          for (int person = from; person < to; person++) {
            if (groupOf[person] >= 0 && weights.draws(person) > 0) {
              add(votes, person, weights, own, groupOf[person] * stride);
            }
          }
          synchronized (sums) {
            sums.add(own);
          }
        });
    var total = new long[length];
    for (long[] own : sums) {
      for (int i = 0; i < length; i++) {
        total[i] += own[i];
      }
    }
    var tallies = new Tallies(groups, votes.statements().size());
    return weights.areEqual()
        ? tallies.plain(total)
        : tallies.effective(total, weights.unit(), weights.squareUnit());
  }

  /// Counts everybody as one group.
  static Tallies ofAll(Votes votes, VoteWeights weights) {
    return of(votes, new int[votes.people().size()], 1, weights);
  }

  private static void add(Votes votes, int person, VoteWeights weights, long[] sums, int at) {
    int[] cells = votes.cells();
    int draws = weights.draws(person);
    int end = votes.from(person + 1);
    if (weights.areEqual()) {
      for (int k = votes.from(person); k < end; k++) {
        sums[at + cells[k]] += draws;
      }
      return;
    }
    for (int k = votes.from(person); k < end; k++) {
      double weight = weights.ofVote(person, k);
      sums[at + cells[k]] += weights.unit().units(weight) * draws;
      sums[sums.length / 2 + at + cells[k]] += weights.squareUnit().units(weight * weight) * draws;
    }
  }

  /// The tallies of one statement.
  ///
  /// @param sums by group and vote: of the weights, and then of their squares
  static Tallies ofSums(int groups, long[] sums, FixedPoint unit, FixedPoint squareUnit) {
    return new Tallies(groups, 1).effective(sums, unit, squareUnit);
  }

  int groups() {
    return groups;
  }

  int statements() {
    return statements;
  }

  double agrees(int group, int statement) {
    return agrees[group * statements + statement];
  }

  double disagrees(int group, int statement) {
    return disagrees[group * statements + statement];
  }

  double seen(int group, int statement) {
    return seen[group * statements + statement];
  }

  /// The mean vote on each statement of the first group; 0 where it is moderated out or nobody
  /// voted.
  double[] means(boolean[] out) {
    var means = new double[statements];
    for (int j = 0; j < statements; j++) {
      means[j] = out[j] || seen[j] == 0 ? 0 : (agrees[j] - disagrees[j]) / seen[j];
    }
    return means;
  }
}
