package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Phragmén's sequential method: money arrives at everybody at the same speed; a project is bought
/// when its supporters together hold its cost, and their money starts again from nothing. Ends when a
/// project that comes next, or one exactly as early, would overspend.
///
/// A voter's load is the time at which the last of their projects was bought, so a project's time
/// depends on how many supporters have which load: whole counts and a few exact times.
final class Phragmen {

  private static final double CLEARLY = 1e-9;

  private final Market market;
  private final int[] ranks;

  /// Ties: the chosen project first, then those equal to it.
  final List<int[]> ties = new ArrayList<>();

  Phragmen(Market market, int[] ranks) {
    this.market = market;
    this.ranks = ranks;
  }

  List<Integer> run() {
    var election = market.election;
    var bought = new ArrayList<Integer>();
    var times = new ArrayList<Rational>();
    int[] lastRound = new int[market.groups];
    Arrays.fill(lastRound, -1);
    boolean[] gone = new boolean[market.projects];
    var time = new Rational[market.projects];
    var roughly = new double[market.projects];
    for (int p = 0; p < market.projects; p++) {
      gone[p] = market.votes[p] == 0 || market.cost[p] > election.budget();
      if (!gone[p]) {
        time[p] = Rational.of(market.cost[p], market.votes[p]);
        roughly[p] = time[p].doubleValue();
      }
    }
    long left = election.budget();
    while (true) {
      var tied = earliest(gone, time, roughly);
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
      gone[next] = true;
      int round = times.size();
      times.add(time[next]);
      bought.add(next);
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
          time[p] = time(p, lastRound, times);
          roughly[p] = time[p].doubleValue();
        }
      }
    }
  }

  /// (cost + all supporters' loads) / votes.
  private Rational time(int p, int[] lastRound, List<Rational> times) {
    long[] counts = new long[times.size()];
    for (int at = market.supporterStarts[p]; at < market.supporterStarts[p + 1]; at++) {
      int round = lastRound[market.supporter[at]];
      if (round >= 0) {
        counts[round] += market.supporterWeight[at];
      }
    }
    var sum = Rational.of(market.cost[p]);
    for (int round = 0; round < counts.length; round++) {
      if (counts[round] > 0) {
        sum = sum.plus(times.get(round).times(counts[round]));
      }
    }
    return sum.dividedBy(market.votes[p]);
  }

  private int[] earliest(boolean[] gone, Rational[] time, double[] roughly) {
    int[] tied = new int[market.projects];
    int count = 0;
    for (int p = 0; p < market.projects; p++) {
      if (gone[p]) {
        continue;
      }
      double distance = count == 0 ? -1 : roughly[p] - roughly[tied[0]];
      boolean clear = count > 0 && Math.abs(distance) > CLEARLY * roughly[p];
      int order = count == 0 ? -1 : clear ? Double.compare(distance, 0) : time[p].compareTo(time[tied[0]]);
      if (order < 0) {
        count = 0;
      }
      if (order <= 0) {
        tied[count++] = p;
      }
    }
    return Arrays.copyOf(tied, count);
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
