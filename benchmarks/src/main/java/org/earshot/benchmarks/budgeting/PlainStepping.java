package org.earshot.benchmarks.budgeting;

import java.util.Arrays;
import org.earshot.budgeting.Election;

/// Equal shares as the textbook has it, in doubles: every voter by themselves, every project looked
/// at in every round, every endowment tried. What the engine's speed is compared with; rounding may
/// make it wrong.
final class PlainStepping {

  private final double[] cost;
  private final int[][] supporters;
  private final double budget;
  private final int voters;

  PlainStepping(Election election) {
    this.voters = election.ballots().count();
    this.budget = election.budget();
    this.cost = election.projects().stream().mapToDouble(project -> project.cost()).toArray();
    int[] counts = new int[cost.length];
    for (int voter = 0; voter < voters; voter++) {
      for (int p : election.ballots().projectsOf(voter)) {
        counts[p]++;
      }
    }
    this.supporters = new int[cost.length][];
    for (int p = 0; p < cost.length; p++) {
      supporters[p] = new int[counts[p]];
    }
    for (int voter = 0; voter < voters; voter++) {
      for (int p : election.ballots().projectsOf(voter)) {
        supporters[p][--counts[p]] = voter;
      }
    }
  }

  /// What the endowments from budget / voters on, in steps of `unit`, fund; the last that fits.
  boolean[] add1(long unit) {
    var last = shares(budget / voters);
    for (long k = 1; ; k++) {
      var next = shares(budget / voters + k * unit);
      if (spent(next) > budget || spent(last) == spent(all())) {
        return last;
      }
      last = next;
    }
  }

  private boolean[] all() {
    var all = new boolean[cost.length];
    for (int p = 0; p < all.length; p++) {
      all[p] = supporters[p].length > 0;
    }
    return all;
  }

  private double spent(boolean[] funded) {
    double sum = 0;
    for (int p = 0; p < funded.length; p++) {
      sum += funded[p] ? cost[p] : 0;
    }
    return sum;
  }

  private boolean[] shares(double endowment) {
    var money = new double[voters];
    Arrays.fill(money, endowment);
    var funded = new boolean[cost.length];
    while (true) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int p = 0; p < cost.length; p++) {
        double rate = funded[p] ? Double.POSITIVE_INFINITY : price(p, money) / cost[p];
        if (rate < least) {
          least = rate;
          best = p;
        }
      }
      if (best < 0) {
        return funded;
      }
      double price = least * cost[best];
      for (int voter : supporters[best]) {
        money[voter] -= Math.min(money[voter], price);
      }
      funded[best] = true;
    }
  }

  private double price(int p, double[] money) {
    double[] has = new double[supporters[p].length];
    for (int i = 0; i < has.length; i++) {
      has[i] = money[supporters[p][i]];
    }
    Arrays.sort(has);
    double rest = cost[p];
    for (int i = 0; i < has.length; i++) {
      double price = rest / (has.length - i);
      if (price <= has[i] + 1e-9) {
        return price;
      }
      rest -= has[i];
    }
    return Double.POSITIVE_INFINITY;
  }
}
