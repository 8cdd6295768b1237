package org.earshot.budgeting;

import java.math.BigInteger;
import java.util.Optional;

/// The same run in bounds 256 binary places after the point. Doubles lose what they know as rounds
/// go by, because a few who still have money pay the error of many who have none; these bounds last
/// for thousands of rounds, and their numbers stay short.
///
/// Who is exactly on the border between paying all and paying their part cannot be told here, and
/// need not be: either way the price is the same up to the bounds, which are widened by the doubt.
final class SharpMoney extends PaidRounds {

  private final Range[] prices;
  private Range endowment;

  // what was asked last
  private int askedProject = -1;
  private int askedRound;
  private Optional<Range> asked = Optional.empty();

  SharpMoney(MoneyRun run) {
    super(run);
    this.prices = new Range[market.projects];
    this.endowment = Range.of(run.endowment);
  }

  @Override
  void reset() {
    super.reset();
    askedProject = -1;
    endowment = Range.of(run.endowment);
  }

  /// What a unit of a project costs if it were bought now; empty if that, or whether it is
  /// affordable at all, cannot be said.
  ///
  /// @param near a price that is surely not above it
  Optional<Range> price(int project, double near) {
    catchUp(run.count);
    var price = solve(project, near, -1);
    askedProject = project;
    askedRound = run.count;
    asked = price;
    return price;
  }

  /// Whether a project's supporters surely have less than it costs.
  boolean isSurelyTooDear(int project) {
    catchUp(run.count);
    begin();
    long weight = 0;
    for (int at = market.supporterStarts[project]; at < market.supporterStarts[project + 1]; at++) {
      int group = market.supporter[at];
      if (!exhausted[group]) {
        weight += market.weight[group];
        count(group);
      }
    }
    return total(weight).isSurelyBelow(Range.of(Rational.of(market.cost[project])));
  }

  @Override
  void repeat(int project) {
    boolean isAsked = askedProject == project && askedRound == rounds && asked.isPresent();
    var price = isAsked ? asked : solve(project, 0, rounds);
    // Where nobody is surely rich: nobody pays more for a unit than everybody had.
    prices[rounds] = price.orElseGet(() -> new Range(BigInteger.ZERO, endowment.high()));
    if (isAsked) {
      markExhausted(project);
    }
  }

  /// Marks who paid all they had for a project whose price was asked before it was bought.
  private void markExhausted(int project) {
    boolean someUncertain = run.uncertain.get(rounds).length > 0;
    for (int at = market.supporterStarts[project]; at < market.supporterStarts[project + 1]; at++) {
      int group = market.supporter[at];
      if (run.exhaustedIn[group] == rounds) {
        exhausted[group] = true;
      } else if (someUncertain && !exhausted[group] && isUncertain(group, rounds)) {
        exhausted[group] = isSurelyBelow(at, prices[rounds], rounds);
      }
    }
  }

  private Optional<Range> solve(int project, double near, int bought) {
    split(project, near, bought);
    var cost = Range.of(Rational.of(market.cost[project]));
    var poorMoney = total(poorWeight);
    while (richUnits > 0) {
      var price = cost.minus(poorMoney).dividedBy(richUnits);
      boolean moved = false;
      begin();
      long newPoor = 0;
      int stillOpen = 0;
      for (int i = 0; i < openCount; i++) {
        int at = open[i];
        int group = market.supporter[at];
        if (isSurelyBelow(at, price, bought)) {
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
        return widened(price, bought);
      }
      poorMoney = poorMoney.plus(total(newPoor));
    }
    return Optional.empty();
  }

  private boolean isSurelyBelow(int at, Range price, int bought) {
    int units = market.unitsAt(at);
    int group = market.supporter[at];
    if (bought < 0) {
      double share = price.roughly() * units;
      double margin = run.moneyError + 8 * Price.ROUNDING * share;
      if (Math.abs(run.money[group] - share) > margin) {
        return run.money[group] < share;
      }
    }
    return left(group).isSurelyBelow(price.times(units));
  }

  /// Adds what those on the border may have too little. Empty if all are.
  private Optional<Range> widened(Range price, int bought) {
    var doubt = price.minus(price);
    long surelyRich = richUnits;
    for (int i = 0; i < openCount; i++) {
      int at = open[i];
      int group = market.supporter[at];
      int units = market.unitsAt(at);
      double share = price.roughly() * units;
      double margin = run.moneyError + 8 * Price.ROUNDING * share;
      boolean clear = bought < 0 && run.money[group] > share + margin;
      if (!clear) {
        var missing = price.times(units).minus(left(group));
        if (missing.high().signum() > 0) {
          doubt = doubt.withDoubt(missing.times(market.weight[group]));
          surelyRich -= units(at);
        }
      }
    }
    if (surelyRich == richUnits) {
      return Optional.of(price);
    }
    return surelyRich > 0
        ? Optional.of(price.withDoubt(doubt.dividedBy(surelyRich)))
        : Optional.empty();
  }

  /// The endowment less what a group, not yet exhausted, paid in the rounds so far.
  private Range left(int group) {
    var money = endowment;
    var history = history(group);
    for (int i = 0; i < history.size(); i += 2) {
      money = money.minus(prices[history.get(i)].times(history.get(i + 1)));
    }
    return money;
  }

  /// What the counted groups, of this weight together, have.
  private Range total(long weight) {
    var money = endowment.times(weight);
    for (int round = 0; round < rounds; round++) {
      if (counts[round] != 0) {
        money = money.minus(prices[round].times(counts[round]));
      }
    }
    return money;
  }
}
