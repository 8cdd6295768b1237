package org.earshot.budgeting;

/// Finds what one unit of a project costs its supporters when those who have too little pay all
/// they have: the least q with sum of min(money, q * units) = cost. Newton's steps from below on a
/// concave function, so it needs few passes; the result comes with a proven bound on its error.
final class Price {

  static final double ROUNDING = 0x1p-52;
  private static final long INFINITE_BITS = 0x7FF0000000000000L;

  private final Market market;

  /// The price; infinite if the supporters have not enough.
  double price;

  /// The true price is within this of [#price]; infinite if it could be that there is none.
  double error;

  /// How far below [#price] the true price can be, whatever [#error] says.
  double errorBelow;

  /// Units of supporters who pay all that they have, those with nothing left included.
  long exhaustedUnits;

  /// Weight of those of them who have something.
  long payingAll;

  private double exhaustedMoney;
  private double above;

  Price(Market market) {
    this.market = market;
  }

  /// Finds the price of `project`, beginning at `start`, which must not be above it.
  ///
  /// @param money of each group; off by at most `moneyError`, and exact where zero
  void find(int project, double[] money, double moneyError, double start) {
    double cost = market.cost[project];
    long units = market.score[project];
    int from = market.supporterStarts[project];
    int to = market.supporterStarts[project + 1];
    double q = start;
    double previous = -1;
    while (true) {
      pass(from, to, money, q);
      long paying = units - exhaustedUnits;
      double rounding = ROUNDING * (to - from + 4);
      double exhaustedError = payingAll * moneyError + rounding * exhaustedMoney;
      if (paying == 0) {
        boolean surely = exhaustedMoney + exhaustedError < cost;
        price = surely ? Double.POSITIVE_INFINITY : q;
        error = surely ? 0 : Double.POSITIVE_INFINITY;
        errorBelow = 0;
        return;
      }
      double next = (cost - exhaustedMoney) / paying;
      if (next <= above || next <= previous) {
        price = next;
        error = (exhaustedError + ROUNDING * cost) / paying + 2 * ROUNDING * next + ROUNDING * q;
        errorBelow = error;
        if (next + error >= above - moneyError) {
          error = Double.POSITIVE_INFINITY; // who pays all is not certain, nor is the slope
        }
        return;
      }
      previous = q;
      q = next;
    }
  }

  private void pass(int from, int to, double[] money, double q) {
    int[] units = market.supporterUnits;
    if (units == null) {
      passOfOnes(from, to, money, q);
    } else {
      pass(from, to, money, units, q);
    }
  }

  /// Without branches: which supporters are poor is as good as random, and a wrong guess costs more
  /// than the arithmetic. The sign of `has - q` becomes a mask; money, never negative, is compared
  /// by its bits.
  private void passOfOnes(int from, int to, double[] money, double q) {
    int[] supporter = market.supporter;
    int[] weights = market.supporterWeight;
    double sum = 0;
    long least = INFINITE_BITS;
    long all = 0;
    long paying = 0;
    for (int at = from; at < to; at++) {
      double has = money[supporter[at]];
      long weight = weights[at];
      long bits = Double.doubleToRawLongBits(has);
      long poor = Double.doubleToRawLongBits(has - q) >> 63;
      sum += Double.longBitsToDouble(bits & poor) * weight;
      all += weight & poor;
      paying += weight & poor & (-bits >> 63);
      least = Math.min(least, bits | (poor & INFINITE_BITS));
    }
    exhaustedMoney = sum;
    above = Double.longBitsToDouble(least);
    exhaustedUnits = all;
    payingAll = paying;
  }

  private void pass(int from, int to, double[] money, int[] units, double q) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    long all = 0;
    long paying = 0;
    for (int at = from; at < to; at++) {
      double has = money[market.supporter[at]];
      int weight = market.supporterWeight[at];
      if (has < q * units[at]) {
        sum += has * weight;
        all += (long) weight * units[at];
        paying += has > 0 ? weight : 0;
      } else {
        least = Math.min(least, has / units[at]);
      }
    }
    exhaustedMoney = sum;
    above = least;
    exhaustedUnits = all;
    payingAll = paying;
  }
}
