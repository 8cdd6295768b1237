package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One run of equal shares with a fixed endowment. Money is kept in doubles with one proven bound
/// on their errors; where two projects cannot be told apart by it, [ExactMoney] decides.
///
/// A project's rate (rho) is its price a unit over the worth of a unit. Rates never fall from round
/// to round, so a project is looked at again only when its last known rate could be the least.
final class MoneyRun {

  private static final int NEVER = Integer.MAX_VALUE;

  final Market market;
  private final int[] ranks;
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

  /// Ties of this run: each the chosen project first, then those equal to it.
  final List<int[]> ties = new ArrayList<>();

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
  private final ExactMoney exact;

  MoneyRun(Market market, int[] ranks) {
    this.market = market;
    this.ranks = ranks;
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
    this.exact = new ExactMoney(this);
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
    ties.clear();
    exact.reset();
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
    int[] tied = Arrays.stream(contenders, 0, rivals).distinct().toArray();
    boolean structural = Arrays.stream(tied).allMatch(p -> wholePaid[p]);
    return structural ? structurally(tied) : exactly(tied);
  }

  /// Where nobody is short of money the rate is cost / (units * worth), a fraction of whole
  /// numbers.
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

  private int exactly(int[] tied) {
    int best = -1;
    Rational least = Rational.ZERO;
    var others = new ArrayList<Integer>();
    for (int p : tied) {
      var found = exact.rate(p, start[p]);
      if (found.isEmpty()) {
        low[p] = Double.POSITIVE_INFINITY;
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
    if (best < 0) {
      return leastRate();
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

  private void buy(int p) {
    double q = found[p];
    double error = foundError[p];
    if (error == Double.POSITIVE_INFINITY) {
      q = exact.price(p, start[p]).orElseThrow().doubleValue();
      error = Math.ulp(q) * 4;
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

  /// The exact amounts of this run, for explanations.
  ExactMoney exact() {
    return exact;
  }
}
