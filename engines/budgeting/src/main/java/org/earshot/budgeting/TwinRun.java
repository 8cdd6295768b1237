package org.earshot.budgeting;

import java.util.Arrays;

/// Proves that equal shares buys the same projects in the same order for every endowment between
/// two, by running both ends at once.
///
/// While the order is the same, more endowment leaves every group with at least as much and makes
/// no project dearer; so the ends bound everything between them. Where that does not separate a
/// project from the winner, bounds on how fast each group's money and each price change with the
/// endowment do, unless their rates really cross. All with a margin over rounding: a doubt is a
/// "no".
final class TwinRun {

  /// The answer when the order is proven to be the same.
  static final double PROVEN = 1;

  private static final double UNKNOWN = 0.5;
  private static final double MARGIN = 1e-9;

  /// Who is on the border between paying all and paying their part may be counted on the wrong
  /// side; that moves a price by its error at most, at either end, and so do the bounds on slopes.
  private static final double DOUBTS = 8;

  private final Market market;
  private final Price price;
  private final double[] money1;
  private final double[] money2;
  private final double[] slowest; // change of a group's money a unit of endowment, at least
  private final double[] fastest; // and at most
  private final double[] low2;
  private final double[] start1;
  private final double[] start2;
  private final boolean[] bought;
  private double moneyError1;
  private double moneyError2;
  private double each1; // what everybody has at the beginning
  private double each2;

  // of the project looked at last: bounds on its price's change a unit of endowment
  private double slopeLow;
  private double slopeHigh;

  TwinRun(Market market) {
    this.market = market;
    this.price = new Price(market);
    this.money1 = new double[market.groups];
    this.money2 = new double[market.groups];
    this.slowest = new double[market.groups];
    this.fastest = new double[market.groups];
    this.low2 = new double[market.projects];
    this.start1 = new double[market.projects];
    this.start2 = new double[market.projects];
    this.bought = new boolean[market.projects];
  }

  /// Whether the order is `winners` for all endowments from `from` to `to`, when it is at `from`.
  ///
  /// @return [#PROVEN], or which part of the way (below 1) could be tried next
  double prove(int[] winners, int count, Rational from, Rational to) {
    begin(from.doubleValue(), to.doubleValue());
    for (int round = 0; round < count; round++) {
      double part = round(winners[round]);
      if (part < PROVEN) {
        return part;
      }
    }
    for (int p = 0; p < market.projects; p++) {
      if (!bought[p] && market.score[p] > 0 && low2[p] < Double.POSITIVE_INFINITY) {
        price.find(p, money2, moneyError2, start2[p]);
        if (price.price < Double.POSITIVE_INFINITY) {
          return UNKNOWN; // becomes affordable on the way, or may
        }
      }
    }
    return PROVEN;
  }

  private void begin(double from, double to) {
    each1 = from;
    each2 = to;
    Arrays.fill(money1, from);
    Arrays.fill(money2, to);
    Arrays.fill(slowest, 1);
    Arrays.fill(fastest, 1);
    Arrays.fill(bought, false);
    moneyError1 = 2 * Math.ulp(from);
    moneyError2 = 2 * Math.ulp(to);
    for (int p = 0; p < market.projects; p++) {
      start1[p] = market.score[p] == 0 ? 0 : (double) market.cost[p] / market.score[p];
      start2[p] = start1[p];
      low2[p] = start1[p] / market.unitWorth[p] * (1 - 4 * Price.ROUNDING);
    }
  }

  private double round(int winner) {
    price.find(winner, money1, moneyError1, start1[winner]);
    double price1 = price.price;
    double priceError1 = price.error;
    boolean wholePaid = price.exhaustedUnits == 0;
    price.find(winner, money2, moneyError2, start2[winner]);
    double price2 = price.price;
    double priceError2 = price.error;
    if (Double.isInfinite(priceError1 + priceError2) || Double.isInfinite(price1 + price2)) {
      return UNKNOWN;
    }
    findSlopes(winner, price1, price2);
    double worth = market.unitWorth[winner];
    double most1 = (price1 + priceError1) / worth * (1 + 8 * Price.ROUNDING);
    double most2 = (price2 + priceError2) / worth * (1 + 8 * Price.ROUNDING);
    double margin = MARGIN * most1 + DOUBTS * (priceError1 + priceError2) / worth;
    double winnerLow = slopeLow / worth;
    double winnerHigh = slopeHigh / worth;
    double payLow = slopeLow;
    double payHigh = slopeHigh;
    for (int p = 0; p < market.projects; p++) {
      if (low2[p] <= most1 && p != winner && !bought[p] && market.score[p] > 0) {
        double part = rival(p, most1, most2, margin, winnerLow, winnerHigh, wholePaid);
        if (part < PROVEN) {
          return part;
        }
      }
    }
    pay(winner, price1, price2, priceError1, priceError2, payLow, payHigh);
    bought[winner] = true;
    return PROVEN;
  }

  /// Whether a project stays behind the winner all the way.
  ///
  /// @param winnersMargin how much doubt there is about the winner's rate and its slope
  private double rival(
      int p,
      double most1,
      double most2,
      double winnersMargin,
      double winnerLow,
      double winnerHigh,
      boolean wholePaid) {
    double worth = market.unitWorth[p];
    price.find(p, money2, moneyError2, start2[p]);
    double price2 = price.price;
    if (price2 == Double.POSITIVE_INFINITY) {
      low2[p] = Double.POSITIVE_INFINITY;
      return PROVEN;
    }
    start2[p] = Math.max(start2[p], price2 - price.errorBelow);
    double least2 = (price2 - price.errorBelow) / worth * (1 - 8 * Price.ROUNDING);
    low2[p] = Math.max(low2[p], least2);
    if (least2 > most1) {
      return PROVEN;
    }
    double error2 = price.error;
    price.find(p, money1, moneyError1, start1[p]);
    double price1 = price.price;
    if (Double.isInfinite(error2 + price.error) || price1 == Double.POSITIVE_INFINITY) {
      return UNKNOWN;
    }
    start1[p] = Math.max(start1[p], price1 - price.errorBelow);
    if (wholePaid && price.exhaustedUnits == 0) {
      return PROVEN; // neither rate depends on the endowment any more, and the winner won
    }
    double ahead1 = (price1 - price.error) / worth * (1 - 8 * Price.ROUNDING) - most1;
    double ahead2 = least2 - most2;
    double margin = winnersMargin + DOUBTS * (price.error + error2) / worth;
    if (ahead1 <= margin) {
      return 0;
    }
    findSlopes(p, price1, price2);
    double closing = slopeLow / worth - winnerHigh; // how fast the distance changes, at least
    double opening = slopeHigh / worth - winnerLow; // and at most
    if (closing >= 0) {
      return PROVEN;
    }
    double span = each2 - each1;
    double safe = (ahead1 - margin) / -closing;
    boolean stays =
        ahead2 > margin
            && (safe >= span || opening <= 0 || ahead2 - (span - safe) * opening > margin);
    return stays ? PROVEN : Math.min(safe / span, 0.99);
  }

  private void findSlopes(int p, double price1, double price2) {
    double sumLow = 0;
    double sumHigh = 0;
    long units1 = 0;
    long units2 = 0;
    for (int at = market.supporterStarts[p]; at < market.supporterStarts[p + 1]; at++) {
      int group = market.supporter[at];
      int units = market.unitsAt(at);
      int weight = market.supporterWeight[at];
      if (money1[group] < price1 * units) {
        sumHigh += weight * fastest[group];
        units1 += (long) weight * units;
        if (money2[group] < price2 * units) {
          sumLow += weight * slowest[group];
          units2 += (long) weight * units;
        }
      }
    }
    double units = market.score[p];
    slopeLow = -sumHigh / (units - units1);
    slopeHigh = -sumLow / (units - units2);
  }

  private void pay(
      int winner,
      double price1,
      double price2,
      double priceError1,
      double priceError2,
      double payLow,
      double payHigh) {
    int mostUnits = market.mostUnits(winner);
    moneyError1 += (priceError1 + 2 * Price.ROUNDING * price1) * mostUnits + Price.ROUNDING * each1;
    moneyError2 += (priceError2 + 2 * Price.ROUNDING * price2) * mostUnits + Price.ROUNDING * each2;
    for (int at = market.supporterStarts[winner]; at < market.supporterStarts[winner + 1]; at++) {
      int group = market.supporter[at];
      int units = market.unitsAt(at);
      double left1 = left(money1[group], price1 * units, moneyError1);
      double left2 = left(money2[group], price2 * units, moneyError2);
      money1[group] = left1;
      money2[group] = left2;
      if (left2 == 0) {
        slowest[group] = 0;
        fastest[group] = 0;
      } else {
        slowest[group] = left1 > moneyError1 ? slowest[group] - payHigh * units : 0;
        fastest[group] -= payLow * units;
      }
    }
  }

  private static double left(double has, double share, double error) {
    double left = has - share;
    if (left > error) {
      return left;
    }
    return has == 0 || left < -error ? 0 : Math.max(left, Double.MIN_NORMAL);
  }
}
