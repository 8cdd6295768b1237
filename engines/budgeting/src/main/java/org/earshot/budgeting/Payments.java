package org.earshot.budgeting;

import java.util.Arrays;

/// Who paid what in the last run of equal shares: its rounds repeated with their exact prices,
/// rounded, and per project what its supporters had after each round.
final class Payments {

  private final Market market;
  private final MoneyRun run;
  private final double[] money;
  final double[] prices;
  final long[] payingLess;

  /// Of each project, the first round after which its supporters had too little; -1 if never.
  final int[] shortAfter;

  /// Of each project and round, how much of the round's price the project's supporters paid.
  final double[][] paid;

  /// And how many of its supporters support the round's project.
  final long[][] shared;

  /// Of each project that was not bought, how many more voters with everybody's endowment, giving
  /// it one unit each, would have bought it; roughly, by doubles. 0 of others.
  final double[] missingVoters;

  private final boolean[] bought;

  Payments(Market market, MoneyRun run) {
    this.market = market;
    this.run = run;
    this.money = new double[market.groups];
    this.prices = new double[run.count];
    this.payingLess = new long[run.count];
    this.shortAfter = new int[market.projects];
    this.paid = new double[market.projects][run.count];
    this.shared = new long[market.projects][run.count];
    this.missingVoters = new double[market.projects];
    this.bought = new boolean[market.projects];
    for (int round = 0; round < run.count; round++) {
      bought[run.winners[round]] = true;
    }
    Arrays.fill(missingVoters, Double.POSITIVE_INFINITY);
    Arrays.fill(shortAfter, -1);
    repeat();
  }

  private void repeat() {
    double endowment = run.endowment.doubleValue();
    Arrays.fill(money, endowment);
    double[] supporters = new double[market.projects];
    for (int p = 0; p < market.projects; p++) {
      supporters[p] = endowment * market.votes[p];
    }
    lookForShort(supporters, 0);
    for (int round = 0; round < run.count; round++) {
      int winner = run.winners[round];
      prices[round] = run.exact().priceOf(round).doubleValue();
      lookForMissing(prices[round] / market.unitWorth[winner]);
      for (int at = market.supporterStarts[winner]; at < market.supporterStarts[winner + 1]; at++) {
        int group = market.supporter[at];
        double asked = prices[round] * market.unitsAt(at);
        double pays = Math.min(money[group], asked);
        payingLess[round] += money[group] < asked * (1 - 1e-12) ? market.weight[group] : 0;
        money[group] -= pays;
        double together = pays * market.weight[group];
        for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
          int p = market.edgeProject[edge];
          supporters[p] -= together;
          paid[p][round] += together;
          shared[p][round] += market.weight[group];
        }
      }
      lookForShort(supporters, round + 1);
    }
    lookForMissing(Double.POSITIVE_INFINITY);
  }

  /// How many voters are missing for each project to come next at this rate; at any rate, when
  /// nothing else comes.
  private void lookForMissing(double rate) {
    double endowment = run.endowment.doubleValue();
    for (int p = 0; p < market.projects; p++) {
      if (bought[p] || market.votes[p] == 0) {
        continue;
      }
      double unit = rate * market.unitWorth[p];
      double sum = 0;
      for (int at = market.supporterStarts[p]; at < market.supporterStarts[p + 1]; at++) {
        double asked = unit * market.unitsAt(at);
        sum += Math.min(money[market.supporter[at]], asked) * market.supporterWeight[at];
      }
      double missing = (market.cost[p] - sum) / Math.min(endowment, unit);
      missingVoters[p] = Math.min(missingVoters[p], missing);
    }
  }

  /// Rounding may call a project short that is not, by a hair; the exact amount decides, later.
  private void lookForShort(double[] supporters, int after) {
    for (int p = 0; p < market.projects; p++) {
      if (shortAfter[p] < 0 && supporters[p] < market.cost[p] * (1 + 1e-9)) {
        shortAfter[p] = after;
      }
    }
  }
}
