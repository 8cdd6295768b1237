package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The same run in fractions. What a group has is the endowment less the prices of all projects it
/// paid in full, so a sum over groups needs only counts and the few prices; and only groups that
/// the doubles could not place are compared one by one.
final class ExactMoney {

  private final MoneyRun run;
  private final Market market;
  private final boolean[] exhausted;
  private final Rational[] prices;
  private final int[] roundOf;
  private final Map<List<Integer>, Rational> known = new HashMap<>();
  private final long[] counts;
  private int rounds;
  private boolean clean;

  ExactMoney(MoneyRun run) {
    this.run = run;
    this.market = run.market;
    this.exhausted = new boolean[market.groups];
    this.prices = new Rational[market.projects];
    this.roundOf = new int[market.projects];
    this.counts = new long[market.projects];
    Arrays.fill(roundOf, -1);
    this.clean = true;
  }

  /// Forgets the run; a new one begins.
  void reset() {
    if (!clean) {
      Arrays.fill(exhausted, false);
      Arrays.fill(roundOf, -1);
      known.clear();
      rounds = 0;
      clean = true;
    }
  }

  /// A project's rate if it were bought now; empty if it is not affordable.
  Optional<Rational> rate(int project, double near) {
    return price(project, near).map(q -> q.dividedBy(market.unitWorth[project]));
  }

  /// A project's price a unit if it were bought now; empty if it is not affordable.
  ///
  /// @param near a price that is surely not above it
  Optional<Rational> price(int project, double near) {
    catchUp(run.count);
    return solve(project, near, -1);
  }

  /// The price at which the project of a round was bought.
  Rational priceOf(int round) {
    catchUp(round + 1);
    return prices[round];
  }

  /// What all supporters of a project have after `untilRound` rounds. Rounds are never undone: ask
  /// in ascending order.
  Rational supportersMoney(int project, int untilRound) {
    catchUp(untilRound);
    begin();
    long weight = 0;
    for (int at = market.supporterStarts[project]; at < market.supporterStarts[project + 1]; at++) {
      int group = market.supporter[at];
      if (!exhausted[group]) {
        weight += market.weight[group];
        count(group);
      }
    }
    return total(weight);
  }

  /// Repeats the run's rounds up to `end`.
  private void catchUp(int end) {
    while (rounds < end) {
      clean = false;
      int project = run.winners[rounds];
      var price = solve(project, 0, rounds).orElseThrow();
      prices[rounds] = price;
      roundOf[project] = rounds;
      known.clear();
      rounds++;
    }
  }

  /// The price of a project after the rounds so far. The supporters that pay all they have are
  /// found from below: those that surely do, then one by one those that turn out to.
  ///
  /// @param bought the round in which it was bought, so that its groups become exhausted; -1 if not
  private Optional<Rational> solve(int project, double near, int bought) {
    clean = false;
    int from = market.supporterStarts[project];
    int to = market.supporterStarts[project + 1];
    begin();
    long poorWeight = 0;
    long richUnits = 0;
    int[] open = new int[to - from];
    int openCount = 0;
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
        if (bought >= 0) {
          exhausted[group] = true;
        }
      } else {
        richUnits += (long) market.weight[group] * market.unitsAt(at);
        if (bought < 0 || isUncertain(group, bought)) {
          open[openCount++] = at;
        }
      }
    }
    var cost = Rational.of(market.cost[project]);
    var poorMoney = total(poorWeight);
    while (richUnits > 0) {
      var price = cost.minus(poorMoney).dividedBy(richUnits);
      double roughly = price.doubleValue();
      boolean moved = false;
      begin();
      long newPoor = 0;
      int stillOpen = 0;
      for (int i = 0; i < openCount; i++) {
        int at = open[i];
        int group = market.supporter[at];
        if (isBelow(group, price, roughly, market.unitsAt(at), bought)) {
          newPoor += market.weight[group];
          count(group);
          richUnits -= (long) market.weight[group] * market.unitsAt(at);
          moved = true;
          if (bought >= 0) {
            exhausted[group] = true;
          }
        } else {
          open[stillOpen++] = at;
        }
      }
      openCount = stillOpen;
      if (!moved) {
        return Optional.of(price);
      }
      poorMoney = poorMoney.plus(total(newPoor));
    }
    // Everybody would pay all they have: the price is then where the last of them is just
    // exhausted.
    return poorMoney.compareTo(cost) == 0 ? Optional.of(highest(project)) : Optional.empty();
  }

  private boolean isPoor(int group, double share) {
    return run.money[group] + run.moneyError < share * (1 - 8 * Price.ROUNDING);
  }

  private boolean isUncertain(int group, int round) {
    for (int other : run.uncertain.get(round)) {
      if (other == group) {
        return true;
      }
    }
    return false;
  }

  private boolean isBelow(int group, Rational price, double roughly, int units, int bought) {
    if (bought < 0) {
      double has = run.money[group];
      double share = roughly * units;
      double margin = run.moneyError + 8 * Price.ROUNDING * share;
      if (has + margin < share) {
        return true;
      }
      if (has - margin > share) {
        return false;
      }
    }
    return left(group).compareTo(price.times(units)) < 0;
  }

  /// The largest money per unit of a project's supporters: the price if all of them pay everything.
  private Rational highest(int project) {
    var most = Rational.ZERO;
    for (int at = market.supporterStarts[project]; at < market.supporterStarts[project + 1]; at++) {
      var perUnit = left(market.supporter[at]).dividedBy(market.unitsAt(at));
      if (!exhausted[market.supporter[at]] && perUnit.compareTo(most) > 0) {
        most = perUnit;
      }
    }
    return most;
  }

  /// The endowment less what a group, not yet exhausted, paid in the rounds so far.
  private Rational left(int group) {
    var history = new ArrayList<Integer>();
    for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
      int round = roundOf[market.edgeProject[edge]];
      if (round >= 0) {
        history.add(round);
        history.add(market.edgeUnits == null ? 1 : market.edgeUnits[edge]);
      }
    }
    return known.computeIfAbsent(history, this::left);
  }

  private Rational left(List<Integer> history) {
    var money = run.endowment;
    for (int i = 0; i < history.size(); i += 2) {
      money = money.minus(prices[history.get(i)].times(history.get(i + 1)));
    }
    return money;
  }

  private void begin() {
    Arrays.fill(counts, 0, rounds, 0);
  }

  /// Counts what a group paid, by rounds, for [#total].
  private void count(int group) {
    for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
      int round = roundOf[market.edgeProject[edge]];
      if (round >= 0) {
        int units = market.edgeUnits == null ? 1 : market.edgeUnits[edge];
        counts[round] += (long) market.weight[group] * units;
      }
    }
  }

  /// What the counted groups, of this weight together, have.
  private Rational total(long weight) {
    var money = run.endowment.times(weight);
    for (int round = 0; round < rounds; round++) {
      if (counts[round] != 0) {
        money = money.minus(prices[round].times(counts[round]));
      }
    }
    return money;
  }
}
