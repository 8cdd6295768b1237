package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earshot.representation.algebra.SymmetricSystem;

/// Mixes panels for the largest product of chances where whole people cannot have what the outline
/// promises: Newton's method on the weights of known panels, with a barrier that keeps them above
/// zero and fades; then the panel that gains most joins, until none gains more than it costs. What
/// proves it is one row: everybody worth 1 by their chance, no panel is worth more than there are
/// people.
final class ProductMixture {

  private static final double REACHED = 2e-7;
  private static final double FADES = .2;
  private static final double ENTERS = 1e-3;
  private static final int MOST_PANELS = 5000;

  final List<int[]> panels;
  double[] weights;
  final Outline.Cut cut;

  /// Types that are on no panel though parts of them would be, each with its proof.
  final Map<Integer, Outline.Cut> never = new LinkedHashMap<>();

  private final PanelTypes types;
  private final boolean[] possible;
  private final double people;
  private double barrier;

  private ProductMixture(
      PanelTypes types,
      PanelSearch search,
      boolean[] possible,
      List<int[]> pool,
      Lottery.Progress progress) {
    this.types = types;
    this.possible = possible.clone();
    this.panels = new ArrayList<>(pool);
    coverEverybody(search, progress);
    double sum = 0;
    for (int t = 0; t < types.count; t++) {
      sum += possible[t] ? types.size[t] : 0;
    }
    this.people = sum;
    this.weights = new double[panels.size()];
    Arrays.fill(weights, 1.0 / panels.size());
    this.barrier = .1 / panels.size();
    this.cut = generate(search, progress);
  }

  /// Mixes panels, starting from those of `pool`.
  ///
  /// @param possible which types can have a chance at all
  static ProductMixture of(
      PanelTypes types,
      PanelSearch search,
      boolean[] possible,
      List<int[]> pool,
      Lottery.Progress progress) {
    return new ProductMixture(types, search, possible, pool, progress);
  }

  private void coverEverybody(PanelSearch search, Lottery.Progress progress) {
    for (int t = 0; t < types.count; t++) {
      int type = t;
      if (possible[t] && panels.stream().noneMatch(panel -> panel[type] > 0)) {
        var worth = new double[types.count];
        worth[t] = 1;
        var found = Pricing.best(types, search, worth, 0, progress);
        if (found.panel() == null) {
          possible[t] = false;
          never.put(t, new Outline.Cut(worth, found.bound(), found.proof()));
        } else {
          panels.add(found.panel());
        }
      }
    }
  }

  private Outline.Cut generate(PanelSearch search, Lottery.Progress progress) {
    while (panels.size() < MOST_PANELS) {
      centre();
      double[] worth = worth();
      double slack = Math.max(barrier * panels.size(), REACHED / 2);
      var found = Pricing.best(types, search, worth, people * (1 + slack), progress);
      if (found.panel() != null) {
        progress.at("mixing panels", Math.clamp(1 - (found.value() / people - 1), 0, 1));
        enter(found.panel());
      } else if (barrier * panels.size() <= REACHED / 2) {
        return new Outline.Cut(worth, found.bound(), found.proof());
      } else {
        barrier *= FADES;
      }
    }
    throw new SolverLostException("%d panels were not enough".formatted(MOST_PANELS));
  }

  private void enter(int[] panel) {
    panels.add(panel);
    weights = Arrays.copyOf(weights, panels.size());
    for (int p = 0; p < weights.length; p++) {
      weights[p] *= 1 - ENTERS;
    }
    weights[weights.length - 1] = ENTERS;
  }

  /// What one seat of each type is worth: the slope of the sum of logarithms.
  private double[] worth() {
    double[] seats = seats(weights);
    var worth = new double[types.count];
    for (int t = 0; t < worth.length; t++) {
      worth[t] = possible[t] ? types.size[t] / seats[t] : 0;
    }
    return worth;
  }

  /// The chance of each type.
  double[] chance() {
    double[] chance = seats(weights);
    for (int t = 0; t < chance.length; t++) {
      chance[t] = possible[t] ? chance[t] / types.size[t] : 0;
    }
    return chance;
  }

  private double[] seats(double[] of) {
    var seats = new double[types.count];
    for (int p = 0; p < of.length; p++) {
      int[] panel = panels.get(p);
      for (int t = 0; t < seats.length; t++) {
        seats[t] += of[p] * panel[t];
      }
    }
    return seats;
  }

  private double value(double[] of) {
    double[] seats = seats(of);
    double value = 0;
    for (int t = 0; t < seats.length; t++) {
      value += possible[t] ? types.size[t] * Math.log(seats[t]) / people : 0;
    }
    for (double weight : of) {
      value += barrier * Math.log(weight);
    }
    return value;
  }

  /// Newton's method to the best weights for this barrier.
  private void centre() {
    double value = value(weights);
    for (int step = 0; step < 60; step++) {
      double[] relative = direction();
      double most = Arrays.stream(relative).map(Math::abs).max().orElse(0);
      if (most < 1e-6) {
        return;
      }
      double length = Math.min(1, .9 / Arrays.stream(relative).map(s -> -s).max().orElse(0));
      if (length <= 0) {
        length = 1;
      }
      double[] tried = weights;
      double next = value;
      for (int halving = 0; halving < 40; halving++) {
        tried = weights.clone();
        double sum = 0;
        for (int p = 0; p < tried.length; p++) {
          tried[p] *= 1 + length * relative[p];
          sum += tried[p];
        }
        for (int p = 0; p < tried.length; p++) {
          tried[p] /= sum;
        }
        next = value(tried);
        if (next > value) {
          break;
        }
        length /= 2;
      }
      if (!(next > value)) {
        return; // rounding is all that is left
      }
      weights = tried;
      value = next;
    }
  }

  /// Newton's step, relative to each weight.
  private double[] direction() {
    int n = panels.size();
    double[] seats = seats(weights);
    var scaled = new double[n][types.count]; // a panel's seats as shares of all, by weight
    var right = new double[n];
    for (int p = 0; p < n; p++) {
      int[] panel = panels.get(p);
      double slope = 0;
      for (int t = 0; t < types.count; t++) {
        if (possible[t] && panel[t] > 0) {
          double share = panel[t] / seats[t];
          slope += types.size[t] * share / people;
          scaled[p][t] = weights[p] * share * Math.sqrt(types.size[t] / people);
        }
      }
      right[p] = weights[p] * slope + barrier;
    }
    var curvature = new double[n][n];
    for (int p = 0; p < n; p++) {
      for (int q = 0; q <= p; q++) {
        double sum = 0;
        for (int t = 0; t < types.count; t++) {
          sum += scaled[p][t] * scaled[q][t];
        }
        curvature[p][q] = sum;
      }
      curvature[p][p] += barrier;
    }
    var again = Arrays.stream(curvature).map(double[]::clone).toArray(double[][]::new);
    double[] a = SymmetricSystem.solve(curvature, weights.clone());
    double[] b = SymmetricSystem.solve(again, right);
    double sumA = 0;
    double sumB = 0;
    for (int p = 0; p < n; p++) {
      sumA += weights[p] * a[p];
      sumB += weights[p] * b[p];
    }
    for (int p = 0; p < n; p++) {
      b[p] -= sumB / sumA * a[p];
    }
    return b;
  }
}
