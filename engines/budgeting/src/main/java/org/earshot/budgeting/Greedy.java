package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Projects in an order, each that fits what is left.
final class Greedy {

  private final Market market;
  private final int[] ranks;

  Greedy(Market market, int[] ranks) {
    this.market = market;
    this.ranks = ranks;
  }

  /// By votes or by score, most first.
  List<Integer> total() {
    return take(
        Comparator.comparingLong((Integer p) -> -market.score[p]), new boolean[market.projects]);
  }

  /// By votes or score per cost, most first.
  List<Integer> perCost() {
    return take(this::comparePerCost, new boolean[market.projects]);
  }

  /// What else fits after equal shares: by votes where utility is cost, else by score per cost.
  List<Integer> complete(boolean[] funded) {
    return market.utility == Utility.COST
        ? take(Comparator.comparingLong((Integer p) -> -market.votes[p]), funded)
        : take(this::comparePerCost, funded);
  }

  private int comparePerCost(int p, int q) {
    return Market.compareFractions(
        market.score[q], market.cost[q], market.score[p], market.cost[p]);
  }

  /// Ties of the last call that could matter: the earlier project first.
  final List<int[]> ties = new ArrayList<>();

  private List<Integer> take(Comparator<Integer> order, boolean[] funded) {
    ties.clear();
    long left = market.election.budget();
    for (int p = 0; p < market.projects; p++) {
      left -= funded[p] ? market.cost[p] : 0;
    }
    var sorted =
        IntStream.range(0, market.projects)
            .filter(p -> !funded[p])
            .boxed()
            .sorted(order.thenComparingInt(p -> ranks[p]))
            .toList();
    var taken = new ArrayList<Integer>();
    for (int i = 0; i < sorted.size(); i++) {
      int p = sorted.get(i);
      if (market.cost[p] <= left) {
        rememberTie(sorted, i, order, left);
        taken.add(p);
        left -= market.cost[p];
      }
    }
    return taken;
  }

  /// A tie can matter when the taken project and an equal one do not both fit.
  private void rememberTie(List<Integer> sorted, int at, Comparator<Integer> order, long left) {
    int p = sorted.get(at);
    var equal = new ArrayList<Integer>(List.of(p));
    for (int i = at + 1; i < sorted.size() && order.compare(p, sorted.get(i)) == 0; i++) {
      if (market.cost[sorted.get(i)] <= left) {
        equal.add(sorted.get(i));
      }
    }
    if (equal.size() > 1) {
      ties.add(equal.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
