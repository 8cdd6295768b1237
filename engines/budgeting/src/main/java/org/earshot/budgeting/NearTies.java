package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decides which of several projects has the least rate when doubles cannot tell: as whole numbers
/// where nobody is short of money, else in sharper bounds, else in fractions.
final class NearTies {

  private final MoneyRun run;
  private final Market market;
  private final int[] ranks;
  private final SharpMoney sharp;
  private final ExactMoney exact;

  /// Ties of this run: each the chosen project first, then those equal to it.
  private final List<int[]> ties = new ArrayList<>();

  NearTies(MoneyRun run, int[] ranks, SharpMoney sharp, ExactMoney exact) {
    this.run = run;
    this.market = run.market;
    this.ranks = ranks;
    this.sharp = sharp;
    this.exact = exact;
  }

  void reset() {
    ties.clear();
  }

  List<int[]> ties() {
    return ties;
  }

  /// The project to buy, or -1 if all turned out to be too dear.
  int decide(int[] tied) {
    if (Arrays.stream(tied).allMatch(run::isWholePaid)) {
      return structurally(tied);
    }
    int[] left = sharply(tied);
    return left.length == 0 ? -1 : exactly(left);
  }

  private int structurally(int[] tied) {
    int best = tied[0];
    for (int p : tied) {
      int order = compareWhole(p, best);
      if (order < 0 || (order == 0 && ranks[p] < ranks[best])) {
        best = p;
      }
    }
    int chosen = best;
    int[] others =
        Arrays.stream(tied).filter(p -> p != chosen && compareWhole(p, chosen) == 0).toArray();
    remember(chosen, others);
    return chosen;
  }

  private int compareWhole(int p, int q) {
    if (market.utility == Utility.COST) {
      return Long.compare(market.score[q], market.score[p]);
    }
    return Market.compareFractions(
        market.cost[p], market.score[p], market.cost[q], market.score[q]);
  }

  /// Those that may have the least rate.
  private int[] sharply(int[] tied) {
    var rates = new ArrayList<Optional<Range>>();
    Optional<Range> least = Optional.empty();
    for (int p : tied) {
      var rate = sharp.price(p, run.start(p)).map(q -> q.dividedBy(market.unitWorth[p]));
      rates.add(rate);
      if (rate.isPresent()
          && (least.isEmpty() || rate.get().high().compareTo(least.get().high()) < 0)) {
        least = rate;
      }
    }
    int[] left = new int[tied.length];
    int count = 0;
    for (int i = 0; i < tied.length; i++) {
      int p = tied[i];
      if (rates.get(i).isEmpty()) {
        if (sharp.isSurelyTooDear(p)) {
          run.ruleOut(p);
        } else {
          left[count++] = p;
        }
      } else if (!least.orElseThrow().isSurelyBelow(rates.get(i).get())) {
        left[count++] = p;
      }
    }
    return Arrays.copyOf(left, count);
  }

  private int exactly(int[] tied) {
    if (tied.length == 1 && sharp.price(tied[0], run.start(tied[0])).isPresent()) {
      return tied[0];
    }
    int best = -1;
    Rational least = Rational.ZERO;
    var others = new ArrayList<Integer>();
    for (int p : tied) {
      var found = exact.rate(p, run.start(p));
      if (found.isEmpty()) {
        run.ruleOut(p);
        continue;
      }
      int order = best < 0 ? -1 : found.get().compareTo(least);
      if (order < 0 || (order == 0 && ranks[p] < ranks[best])) {
        if (order < 0) {
          others.clear();
        } else {
          others.add(best);
        }
        best = p;
        least = found.get();
      } else if (order == 0) {
        others.add(p);
      }
    }
    remember(best, others.stream().mapToInt(Integer::intValue).toArray());
    return best;
  }

  private void remember(int chosen, int[] others) {
    if (others.length > 0) {
      int[] tie = new int[others.length + 1];
      tie[0] = chosen;
      System.arraycopy(others, 0, tie, 1, others.length);
      ties.add(tie);
    }
  }
}
