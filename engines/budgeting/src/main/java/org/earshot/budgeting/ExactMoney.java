package org.earshot.budgeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The same run in fractions. Numbers become long, so it is asked only where [SharpMoney] cannot
/// decide, and for explanations.
final class ExactMoney extends PaidRounds {

  private final Rational[] prices;
  private final Map<List<Integer>, Rational> known = new HashMap<>();

  ExactMoney(MoneyRun run) {
    super(run);
    this.prices = new Rational[market.projects];
  }

  @Override
  void reset() {
    super.reset();
    known.clear();
  }

  /// A project's rate if it were bought now; empty if it is not affordable.
  ///
  /// @param near a price that is surely not above it
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

  @Override
  void repeat(int project) {
    prices[rounds] = solve(project, 0, rounds).orElseThrow();
    known.clear();
  }

  /// The price of a project after the rounds so far. The supporters that pay all they have are
  /// found from below: those that surely do, then one by one those that turn out to.
  ///
  /// @param bought the round in which it was bought, so that its groups become exhausted; -1 if not
  private Optional<Rational> solve(int project, double near, int bought) {
    split(project, near, bought);
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
          richUnits -= units(at);
          moved = true;
          exhausted[group] = bought >= 0;
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
    return known.computeIfAbsent(history(group), this::left);
  }

  private Rational left(List<Integer> history) {
    var money = run.endowment;
    for (int i = 0; i < history.size(); i += 2) {
      money = money.minus(prices[history.get(i)].times(history.get(i + 1)));
    }
    return money;
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
