package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One run of equal shares with a fixed endowment. Money is kept in doubles with one proven bound
/// on their errors; where two projects cannot be told apart by it, [NearTies] decides.
///
/// A project's rate (rho) is its price a unit over the worth of a unit. Rates never fall from round
/// to round, so a project is looked at again only when its last known rate could be the least.
final class MoneyRun {

  /// A price with a larger error, as a part of the endowment, is found again in sharper bounds.
  private static final double BLUNT = 0x1p-20;

  private static final int NEVER = Integer.MAX_VALUE;

  final Market market;
  private final double blunt;
  private final Price price;
  private final int[] supported;

  final double[] money;
  double moneyError;
  private double everybodysMoney; // at the beginning; nobody ever has more
  Rational endowment = Rational.ZERO;

  /// The projects bought, in order; `count` of them.
  final int[] winners;

  int count;

  /// In which round a group paid all that it had; whether that is certain is in `uncertain`.
  final int[] exhaustedIn;

  /// Of each round, the groups of which it is uncertain whether they paid all that they had.
  final List<int[]> uncertain = new ArrayList<>();

  private final int[] remaining;
  private int remainingCount;
  private final double[] low;
  private final double[] high;
  private final double[] start;
  private final double[] found;
  private final double[] foundError;
  private final boolean[] wholePaid;
  private final int[] seenIn;
  private final int[] contenders;
  private final SharpMoney sharp;
  private final ExactMoney exact;
  private final NearTies nearTies;

  MoneyRun(Market market, int[] ranks) {
    this(market, ranks, BLUNT);
  }

  /// @param blunt the largest error of a price that is paid as it is, as a part of the endowment
  MoneyRun(Market market, int[] ranks, double blunt) {
    this.market = market;
    this.blunt = blunt;
    this.price = new Price(market);
    this.money = new double[market.groups];
    this.exhaustedIn = new int[market.groups];
    int projects = market.projects;
    this.winners = new int[projects];
    this.remaining = new int[projects];
    this.low = new double[projects];
    this.high = new double[projects];
    this.start = new double[projects];
    this.found = new double[projects];
    this.foundError = new double[projects];
    this.wholePaid = new boolean[projects];
    this.seenIn = new int[projects];
    this.contenders = new int[projects + 1];
    this.supported = IntStream.range(0, projects).filter(p -> market.score[p] > 0).toArray();
    this.sharp = new SharpMoney(this);
    this.exact = new ExactMoney(this);
    this.nearTies = new NearTies(this, ranks, sharp, exact);
  }

  /// Buys projects until none is affordable, everybody beginning with `each`.
  void run(Rational each) {
    begin(each);
    while (remainingCount > 0) {
      int best = leastRate();
      if (best < 0) {
        return;
      }
      buy(best);
    }
  }

  private void begin(Rational each) {
    endowment = each;
    double amount = each.doubleValue();
    Arrays.fill(money, amount);
    Arrays.fill(exhaustedIn, NEVER);
    moneyError = Math.ulp(amount) * 2;
    everybodysMoney = amount;
    count = 0;
    uncertain.clear();
    sharp.reset();
    exact.reset();
    nearTies.reset();
    remainingCount = supported.length;
    System.arraycopy(supported, 0, remaining, 0, remainingCount);
    for (int p : supported) {
      start[p] = (double) market.cost[p] / market.score[p];
      low[p] = start[p] / market.unitWorth[p] * (1 - 4 * Price.ROUNDING);
      high[p] = Double.POSITIVE_INFINITY;
      seenIn[p] = -1;
      wholePaid[p] = false;
    }
  }

  /// The project to buy next, or -1 if none is affordable.
  private int leastRate() {
    while (true) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < remainingCount; ) {
        int p = remaining[i];
        if (low[p] == Double.POSITIVE_INFINITY) {
          remaining[i] = remaining[--remainingCount]; // not affordable, and never will be again
          continue;
        }
        if (low[p] < least) {
          least = low[p];
          best = p;
        }
        i++;
      }
      if (best < 0) {
        return -1;
      }
      if (seenIn[best] != count) {
        look(best);
        continue;
      }
      int rivals = rivals(best);
      return rivals == 1 ? best : decide(rivals);
    }
  }

  /// Collects all projects that could have the least rate, `best` first; their number.
  private int rivals(int best) {
    int rivals = 0;
    contenders[rivals++] = best;
    double bound = high[best];
    for (int i = 0; i < remainingCount; i++) {
      int p = remaining[i];
      if (p != best && low[p] <= bound && low[p] < Double.POSITIVE_INFINITY) {
        if (seenIn[p] != count) {
          look(p);
        }
        if (low[p] <= bound && low[p] < Double.POSITIVE_INFINITY) {
          contenders[rivals++] = p;
          bound = Math.min(bound, high[p]);
        }
      }
    }
    if (rivals == 1 && high[best] == Double.POSITIVE_INFINITY) {
      contenders[rivals++] = best; // whether it is affordable at all must be decided exactly
    }
    return rivals;
  }

  private void look(int p) {
    price.find(p, money, moneyError, start[p]);
    seenIn[p] = count;
    found[p] = price.price;
    foundError[p] = price.error;
    if (price.price == Double.POSITIVE_INFINITY) {
      low[p] = Double.POSITIVE_INFINITY;
      high[p] = Double.POSITIVE_INFINITY;
      return;
    }
    double worth = market.unitWorth[p];
    boolean unsure = price.error == Double.POSITIVE_INFINITY;
    double below = price.errorBelow;
    start[p] = Math.max(start[p], price.price - below);
    wholePaid[p] = price.exhaustedUnits == 0 && !unsure;
    low[p] = Math.max(low[p], (price.price - below) / worth * (1 - 4 * Price.ROUNDING));
    high[p] =
        unsure
            ? Double.POSITIVE_INFINITY
            : (price.price + price.error) / worth * (1 + 4 * Price.ROUNDING);
  }

  /// Decides between projects that the doubles cannot tell apart.
  private int decide(int rivals) {
    int best = nearTies.decide(Arrays.stream(contenders, 0, rivals).distinct().toArray());
    return best < 0 ? leastRate() : best;
  }

  /// A project turns out to cost more than its supporters have, now and ever after.
  void ruleOut(int p) {
    low[p] = Double.POSITIVE_INFINITY;
  }

  /// A price that is surely not above a project's price a unit.
  double start(int p) {
    return start[p];
  }

  /// Whether nobody is short of money for a project that was looked at, so that its rate is cost /
  /// (units * worth), a fraction of whole numbers.
  boolean isWholePaid(int p) {
    return wholePaid[p];
  }

  private void buy(int p) {
    double q = found[p];
    double error = foundError[p];
    if (error > blunt * everybodysMoney) {
      var sharper = sharp.price(p, start[p]);
      if (sharper.isPresent()) {
        q = sharper.get().roughly();
        error = sharper.get().width() + 4 * Math.ulp(q);
      } else if (error == Double.POSITIVE_INFINITY) {
        q = exact.price(p, start[p]).orElseThrow().doubleValue();
        error = Math.ulp(q) * 4;
      }
    }
    int from = market.supporterStarts[p];
    int to = market.supporterStarts[p + 1];
    double priceError = (error + 2 * Price.ROUNDING * q) * market.mostUnits(p);
    double after = moneyError + priceError + Price.ROUNDING * everybodysMoney;
    int[] unsure = new int[8];
    int unsureCount = 0;
    for (int at = from; at < to; at++) {
      int group = market.supporter[at];
      double has = money[group];
      if (has > 0) {
        double left = has - q * market.unitsAt(at);
        if (left > after) {
          money[group] = left;
        } else if (left < -after) {
          money[group] = 0;
          exhaustedIn[group] = count;
        } else {
          money[group] = Math.max(left, Double.MIN_NORMAL);
          if (unsureCount == unsure.length) {
            unsure = Arrays.copyOf(unsure, 2 * unsureCount);
          }
          unsure[unsureCount++] = group;
        }
      }
    }
    moneyError = after;
    uncertain.add(Arrays.copyOf(unsure, unsureCount));
    winners[count++] = p;
    low[p] = Double.POSITIVE_INFINITY;
  }

  /// Ties of this run: each the chosen project first, then those equal to it.
  List<int[]> ties() {
    return nearTies.ties();
  }

  /// The exact amounts of this run, for explanations.
  ExactMoney exact() {
    return exact;
  }
}
