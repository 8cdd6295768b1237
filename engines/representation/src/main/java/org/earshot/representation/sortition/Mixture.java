package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mixes panels until everybody has their target chance, or proves that nobody can: column
/// generation from a pool of panels. What it cannot reach comes back as a cut.
final class Mixture {

  private static final double REACHED = 5e-9;
  private static final double NEARLY = 1e-7;
  private static final int OWN_LIMIT = 60_000;

  final List<int[]> panels;
  double[] weights = new double[0];
  Outline.@Nullable Cut cut;
  private final PanelTypes types;
  private final PanelSearch search;
  private final double[] chance;
  private final Lottery.Progress progress;

  private Mixture(
      PanelTypes types,
      PanelSearch search,
      double[] chance,
      List<int[]> pool,
      Lottery.Progress progress) {
    this.types = types;
    this.search = search;
    this.chance = chance;
    this.panels = new ArrayList<>(pool);
    this.progress = progress;
  }

  /// Mixes panels towards the target chances of each type.
  static Mixture towards(
      PanelTypes types,
      PanelSearch search,
      double[] chance,
      List<int[]> pool,
      Lottery.Progress progress) {
    var mixture = new Mixture(types, search, chance, pool, progress);
    mixture.mix();
    return mixture;
  }

  /// Tries one solver after the other, each from a cold start.
  private void mix() {
    if (panels.isEmpty()) {
      var any = Pricing.best(types, search, new double[types.count], -1, progress).panel();
      if (any == null) {
        throw new SolverLostException("there is no panel to begin with");
      }
      panels.add(any);
    }
    if ((long) types.count * (types.count + panels.size()) < OWN_LIMIT) {
      try {
        generate(new OwnMaster(types, chance));
        return;
      } catch (SolverLostException e) {
        progress.note("Another solver is asked: " + e.getMessage());
      }
    }
    for (String name : Solvers.LINEAR) {
      try (var master = new LibraryMaster(name, types, chance)) {
        generate(master);
        return;
      } catch (SolverLostException e) {
        progress.note("Another solver is asked: " + e.getMessage());
      }
    }
    throw new SolverLostException("no solver could mix the panels");
  }

  private void generate(Master master) {
    panels.forEach(master::add);
    double best = 2;
    int stalled = 0;
    while (true) {
      var mix = master.solve();
      weights = mix.weights();
      if (mix.shortfall() <= REACHED) {
        return;
      }
      progress.at("mixing panels", 1 - Math.min(1, mix.shortfall()));
      stalled = mix.shortfall() < best * (1 - 1e-6) ? 0 : stalled + 1;
      best = Math.min(best, mix.shortfall());
      var found = Pricing.best(types, search, mix.worth(), mix.price(), progress);
      if (found.panel() == null || (stalled > 200 && mix.shortfall() < NEARLY)) {
        if (mix.shortfall() > NEARLY) {
          cut = new Outline.Cut(mix.worth(), found.bound(), found.proof());
        }
        return;
      }
      panels.add(found.panel());
      master.add(found.panel());
    }
  }
}
