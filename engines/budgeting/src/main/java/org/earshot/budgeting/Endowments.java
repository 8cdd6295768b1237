package org.earshot.budgeting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Raises the endowment by whole currency units until the completion's end, without running every
/// one: stretches in which nothing changes are proven to be such by [TwinRun] and stepped over.
final class Endowments {

  private static final long LONGEST = 1L << 40;

  private final Market market;
  private final Completion completion;
  private final MoneyRun run;
  private final TwinRun twin;
  private final long[] cheapestFirst;
  private final int[] byCost;
  private final int supported;

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
    this.supported = (int) IntStream.range(0, market.projects).filter(p -> market.score[p] > 0).count();
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
    while (!isEnd()) {
      long step = stride;
      double part = 0;
      while (step > 1) {
        part =
            twin.prove(winners, winners.length, market.endowment(raises), market.endowment(raises + step));
        if (part >= TwinRun.PROVEN) {
          break;
        }
        step = Math.min(Math.max((long) (part * step), step / 8), step - 1);
      }
      if (step > 1) {
        raises += step;
        repeatNeeded = true;
        stride = Math.min(LONGEST, step * 4);
        continue;
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

  private void runAt(long number) {
    run.run(market.endowment(number));
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
    return winners.length == supported || completion.endsWhenExhaustive() && isExhaustive();
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

  /// How many currency units were added to everybody's endowment.
  long raises() {
    return raises;
  }
}
