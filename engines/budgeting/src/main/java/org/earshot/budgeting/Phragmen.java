package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Phragmén's sequential method: money arrives at everybody at the same speed; a project is bought
/// when its supporters together hold its cost, and their money starts again from nothing. Ends when
/// a project that comes next, or one exactly as early, would overspend.
///
/// A voter's load is the time at which the last of their projects was bought, so a project's time
/// depends on how many supporters have which load: whole counts and a few exact times.
final class Phragmen {

  private static final double CLEARLY = 1e-9;

  private final Market market;
  private final int[] ranks;
  private final boolean[] gone;
  private final double[] roughly;
  private final double[] roughTimes;
  private final int[] lastRound;
  private final List<Integer> rounds = new ArrayList<>();

  /// Of each round, how many of the project's supporters had the load of each round before.
  private final List<long[]> loads = new ArrayList<>();

  private final List<Rational> times = new ArrayList<>();

  /// Ties: the chosen project first, then those equal to it.
  final List<int[]> ties = new ArrayList<>();

  Phragmen(Market market, int[] ranks) {
    this.market = market;
    this.ranks = ranks;
    this.gone = new boolean[market.projects];
    this.roughly = new double[market.projects];
    this.roughTimes = new double[market.projects];
    this.lastRound = new int[market.groups];
    Arrays.fill(lastRound, -1);
  }

  List<Integer> run() {
    long left = market.election.budget();
    for (int p = 0; p < market.projects; p++) {
      gone[p] = market.votes[p] == 0 || market.cost[p] > left;
      roughly[p] = gone[p] ? 0 : (double) market.cost[p] / market.votes[p];
    }
    var bought = new ArrayList<Integer>();
    while (true) {
      int[] tied = earliest();
      for (int p : tied) {
        if (market.cost[p] > left) {
          return bought;
        }
      }
      if (tied.length == 0) {
        return bought;
      }
      int next = tied[0];
      for (int p : tied) {
        next = ranks[p] < ranks[next] ? p : next;
      }
      remember(next, tied);
      left -= market.cost[next];
      buy(next);
      bought.add(next);
    }
  }

  private void buy(int next) {
    gone[next] = true;
    int round = rounds.size();
    loads.add(loads(next));
    rounds.add(next);
    roughTimes[round] = roughly[next];
    boolean[] touched = new boolean[market.projects];
    for (int at = market.supporterStarts[next]; at < market.supporterStarts[next + 1]; at++) {
      int group = market.supporter[at];
      lastRound[group] = round;
      for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
        touched[market.edgeProject[edge]] = true;
      }
    }
    for (int p = 0; p < market.projects; p++) {
      if (touched[p] && !gone[p]) {
        double sum = market.cost[p];
        for (int at = market.supporterStarts[p]; at < market.supporterStarts[p + 1]; at++) {
          int last = lastRound[market.supporter[at]];
          sum += last < 0 ? 0 : roughTimes[last] * market.supporterWeight[at];
        }
        roughly[p] = sum / market.votes[p];
      }
    }
  }

  /// How many of a project's supporters have the load of each round.
  private long[] loads(int p) {
    long[] counts = new long[rounds.size()];
    for (int at = market.supporterStarts[p]; at < market.supporterStarts[p + 1]; at++) {
      int round = lastRound[market.supporter[at]];
      if (round >= 0) {
        counts[round] += market.supporterWeight[at];
      }
    }
    return counts;
  }

  /// (cost + all supporters' loads) / votes, exactly.
  private Rational time(int p, long[] counts) {
    for (int round = times.size(); round < counts.length; round++) {
      times.add(time(rounds.get(round), loads.get(round)));
    }
    var sum = Rational.of(market.cost[p]);
    for (int round = 0; round < counts.length; round++) {
      if (counts[round] > 0) {
        sum = sum.plus(times.get(round).times(counts[round]));
      }
    }
    return sum.dividedBy(market.votes[p]);
  }

  /// All projects with the least time. A time is a mean of earlier ones plus a part of the cost, so
  /// each round adds no more to its relative error than one sum over its supporters.
  private int[] earliest() {
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < market.projects; p++) {
      least = gone[p] ? least : Math.min(least, roughly[p]);
    }
    double clearly = Math.max(CLEARLY, Price.ROUNDING * (market.groups + 8) * (rounds.size() + 2));
    int[] near = new int[market.projects];
    int count = 0;
    for (int p = 0; p < market.projects; p++) {
      if (!gone[p] && roughly[p] <= least * (1 + clearly)) {
        near[count++] = p;
      }
    }
    if (count <= 1) {
      return Arrays.copyOf(near, count);
    }
    var exact = new Rational[count];
    for (int i = 0; i < count; i++) {
      exact[i] = time(near[i], loads(near[i]));
    }
    var first = Collections.min(Arrays.asList(exact));
    int tied = 0;
    for (int i = 0; i < count; i++) {
      if (exact[i].compareTo(first) == 0) {
        near[tied++] = near[i];
      }
    }
    return Arrays.copyOf(near, tied);
  }

  private void remember(int chosen, int[] tied) {
    if (tied.length > 1) {
      int[] tie = tied.clone();
      for (int i = 0; i < tie.length; i++) {
        if (tie[i] == chosen) {
          tie[i] = tie[0];
          tie[0] = chosen;
        }
      }
      ties.add(tie);
    }
  }
}
