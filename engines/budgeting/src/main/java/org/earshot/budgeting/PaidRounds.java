package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rounds of a run, repeated to know its amounts better than in doubles. What a group has is
/// the endowment less the prices of all projects it paid in full, so a sum over groups needs only
/// counts and the few prices.
abstract sealed class PaidRounds permits ExactMoney, SharpMoney {

  final MoneyRun run;
  final Market market;

  /// Groups that paid all they had in a round so far.
  final boolean[] exhausted;

  /// In which round a project was bought; -1 if it was not.
  final int[] roundOf;

  /// Of each round, how many units counted groups paid for; see [#count].
  final long[] counts;

  int rounds;

  // what [#split] found: the supporters that surely pay all they have, counted by rounds; how many
  // units the others have; and which of them, as edges, are to be looked at one by one
  long poorWeight;
  long richUnits;
  int[] open = new int[16];
  int openCount;

  PaidRounds(MoneyRun run) {
    this.run = run;
    this.market = run.market;
    this.exhausted = new boolean[market.groups];
    this.roundOf = new int[market.projects];
    this.counts = new long[market.projects];
    Arrays.fill(roundOf, -1);
  }

  /// Forgets the run; a new one begins.
  void reset() {
    if (rounds > 0) {
      Arrays.fill(exhausted, false);
      Arrays.fill(roundOf, -1);
      rounds = 0;
    }
  }

  /// Repeats the run's rounds up to `end`.
  final void catchUp(int end) {
    while (rounds < end) {
      int project = run.winners[rounds];
      repeat(project);
      roundOf[project] = rounds;
      rounds++;
    }
  }

  /// Finds the price of the next round and marks who paid all they had.
  abstract void repeat(int project);

  /// Divides a project's supporters into those that surely pay all they have, and others.
  ///
  /// @param near a price that is surely not above the true one
  /// @param bought the round in which it was bought, so that its groups become exhausted; -1 if not
  final void split(int project, double near, int bought) {
    int from = market.supporterStarts[project];
    int to = market.supporterStarts[project + 1];
    begin();
    poorWeight = 0;
    richUnits = 0;
    openCount = 0;
    open = open.length < to - from ? new int[to - from] : open;
    for (int at = from; at < to; at++) {
      int group = market.supporter[at];
      if (exhausted[group]) {
        continue;
      }
      boolean poor =
          bought >= 0 ? run.exhaustedIn[group] == bought : isPoor(group, near * market.unitsAt(at));
      if (poor) {
        poorWeight += market.weight[group];
        count(group);
        exhausted[group] = bought >= 0;
      } else {
        richUnits += units(at);
        if (bought < 0 || isUncertain(group, bought)) {
          open[openCount++] = at;
        }
      }
    }
  }

  /// All units of the group at an edge.
  final long units(int at) {
    return (long) market.supporterWeight[at] * market.unitsAt(at);
  }

  private boolean isPoor(int group, double share) {
    return run.money[group] + run.moneyError < share * (1 - 8 * Price.ROUNDING);
  }

  final boolean isUncertain(int group, int round) {
    return Arrays.binarySearch(run.uncertain.get(round), group) >= 0;
  }

  final void begin() {
    Arrays.fill(counts, 0, rounds, 0);
  }

  /// Counts what a group paid, by rounds.
  final void count(int group) {
    for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
      int round = roundOf[market.edgeProject[edge]];
      if (round >= 0) {
        counts[round] += (long) market.weight[group] * unitsOf(edge);
      }
    }
  }

  /// The rounds in which a group, not yet exhausted, paid, each followed by for how many units.
  final List<Integer> history(int group) {
    var history = new ArrayList<Integer>();
    for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
      int round = roundOf[market.edgeProject[edge]];
      if (round >= 0) {
        history.add(round);
        history.add(unitsOf(edge));
      }
    }
    return history;
  }

  private int unitsOf(int edge) {
    return market.edgeUnits == null ? 1 : market.edgeUnits[edge];
  }
}
