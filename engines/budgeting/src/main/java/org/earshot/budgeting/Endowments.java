package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Raises the endowment by whole currency units until the completion's end, without running every
/// one: stretches in which nothing changes are proven to be such by [TwinRun] and stepped over.
final class Endowments {

  private static final long LONGEST = 1L << 40;
  private static final int MOST_PATIENCE = 16;

  private final Market market;
  private final Completion completion;
  private final MoneyRun run;
  private final TwinRun twin;
  private final long[] cheapestFirst;
  private final int[] byCost;
  private final int supported;

  private final List<int[]> ties = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private int[] winners = {};
  private long spent;
  private long raises;
  private boolean repeatNeeded;

  Endowments(Market market, int[] ranks, Completion completion) {
    this.market = market;
    this.completion = completion;
    this.run = new MoneyRun(market, ranks);
    this.twin = new TwinRun(market);
    this.byCost =
        IntStream.range(0, market.projects)
            .filter(market::isSupported)
            .boxed()
            .sorted(Comparator.comparingLong(p -> market.cost[p]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.cheapestFirst = IntStream.of(byCost).mapToLong(p -> market.cost[p]).toArray();
    this.supported =
        (int) IntStream.range(0, market.projects).filter(p -> market.score[p] > 0).count();
  }

  /// The last run before the end; its state stands in the returned run.
  MoneyRun search() {
    raises = 0;
    runAt(raises);
    keep();
    if (completion.raisesEndowment()) {
      raise();
    }
    if (repeatNeeded) {
      runAt(raises);
    }
    return run;
  }

  private void raise() {
    long stride = 2;
    int wait = 0; // single steps before the next try to prove more
    int patience = 1;
    while (!isEnd()) {
      long step = wait > 0 ? 1 : provenStep(stride);
      if (step > 1) {
        raises += step;
        repeatNeeded = true;
        stride = Math.min(LONGEST, step * 4);
        patience = 1;
        continue;
      }
      if (wait > 0) {
        wait--;
      } else {
        wait = patience;
        patience = Math.min(MOST_PATIENCE, 2 * patience);
      }
      runAt(raises + 1);
      if (cost() > market.election.budget()) {
        repeatNeeded = true;
        return;
      }
      boolean same = Arrays.equals(winners, 0, winners.length, run.winners, 0, run.count);
      stride = same ? 4 : 2;
      raises++;
      keep();
    }
  }

  /// How many steps, at most `longest`, surely change nothing; 1 if that cannot be said of two.
  private long provenStep(long longest) {
    long step = longest;
    while (step > 1) {
      var from = market.endowment(raises);
      var to = market.endowment(raises + step);
      double part = twin.prove(winners, winners.length, from, to);
      if (part >= TwinRun.PROVEN) {
        return step;
      }
      step = Math.min(Math.max((long) (part * step), step / 8), step - 1);
    }
    return 1;
  }

  private void runAt(long number) {
    run.run(market.endowment(number));
    for (int[] tie : run.ties()) {
      if (seen.add(Arrays.toString(tie))) {
        ties.add(tie);
      }
    }
    repeatNeeded = false;
  }

  private void keep() {
    winners = Arrays.copyOf(run.winners, run.count);
    spent = cost();
  }

  private long cost() {
    long cost = 0;
    for (int i = 0; i < run.count; i++) {
      cost += market.cost[run.winners[i]];
    }
    return cost;
  }

  private boolean isEnd() {
    return winners.length == supported || (completion.endsWhenExhaustive() && isExhaustive());
  }

  /// Whether no supported project fits what is left.
  private boolean isExhaustive() {
    long left = market.election.budget() - spent;
    var bought = new boolean[market.projects];
    for (int p : winners) {
      bought[p] = true;
    }
    for (int i = 0; i < byCost.length && cheapestFirst[i] <= left; i++) {
      if (!bought[byCost[i]]) {
        return false;
      }
    }
    return true;
  }

  /// The ties of all runs, each once.
  List<int[]> ties() {
    return ties;
  }
}
