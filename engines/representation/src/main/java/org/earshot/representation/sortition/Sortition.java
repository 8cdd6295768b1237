package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The fairest lottery over panels that fill every quota.
/// - **Shapes:** any pool; people with equal features count as one type, so large pools with few
///   categories are cheap.
/// - **Units:** chances and probabilities between 0 and 1.
/// - **Errors:** quotas that cannot be filled are an answer, [LotteryResult.Infeasible], with the
///   least change that helps.
/// - **Cost:** seconds for pools of thousands; nothing is random, the same pool gives the same
///   lottery.
/// - **Source:** the objective of Flanigan, Gölz, Gupta, Hennig, Procaccia, Nature 596 (2021). The
///   way there is our own: fairest chances in the quotas' outline first, then panels that mix to
///   them, then, where whole people forbid that, a cut and once more. See docs/methods.
public final class Sortition {

  private static final int MOST_CUTS = 2000;
  private static final double NONE = 1e-10;
  private static final double NEARLY = 1e-5;
  private static final double WHOLE_WALK = 1e-9;

  private final Pool pool;
  private final Lottery.Objective objective;
  private final Lottery.Progress progress;
  private final PanelTypes types;
  private final Outline outline;
  private final PanelSearch search;
  private final List<int[]> gathered = new ArrayList<>();

  private Sortition(Pool pool, Lottery.Objective objective, Lottery.Progress progress) {
    this.pool = pool;
    this.objective = objective;
    this.progress = progress;
    this.types = PanelTypes.of(pool);
    this.outline = new Outline(types);
    this.search = new PanelSearch(types);
  }

  /// The fairest lottery, or why there is none.
  public static LotteryResult lottery(
      Pool pool, Lottery.Objective objective, Lottery.Progress progress) {
    var sortition = new Sortition(pool, objective, progress);
    if (!QuotaRelaxation.feasible(sortition.types)) {
      return new LotteryResult.Infeasible(QuotaRelaxation.of(pool));
    }
    return new LotteryResult.Found(sortition.solve());
  }

  private Lottery solve() {
    for (int round = 0; round < MOST_CUTS; round++) {
      progress.at("fairest chances", 0);
      var target = Target.of(objective, outline);
      if (!target.found()) {
        return product(target);
      }
      var walk = Walk.from(types, search, target.chance(), 1, progress);
      if (walk.rest <= WHOLE_WALK) {
        return lottery(target, walk.panels, walk.weights());
      }
      gathered.addAll(walk.panels);
      if (objective == Lottery.Objective.NASH) {
        var nearly = walk.rest < NEARLY ? lottery(target, walk.panels, walk.weights()) : null;
        return nearly != null && nearly.certificate().checked() ? nearly : product(target);
      }
      if (objective == Lottery.Objective.MAXIMIN) { // leximin's panels serve it well
        var fairest = Target.of(Lottery.Objective.LEXIMIN, outline);
        var other = Walk.from(types, search, fairest.chance(), 1, progress);
        if (other.rest <= WHOLE_WALK) {
          return lottery(target, other.panels, other.weights());
        }
        gathered.addAll(other.panels);
      }
      var mixture = Mixture.towards(types, search, asked(target), gathered, progress);
      if (mixture.cut == null) {
        return lottery(target, mixture.panels, mixture.weights);
      }
      gathered.clear();
      gathered.addAll(mixture.panels);
      outline.add(mixture.cut);
    }
    throw new SolverLostException("%d cuts were not enough".formatted(MOST_CUTS));
  }

  /// What a mixture has to reach: for maximin nothing but the least chance for everybody.
  private double[] asked(Target target) {
    if (objective != Lottery.Objective.MAXIMIN) {
      return target.chance();
    }
    var least = new double[types.count];
    Arrays.fill(least, target.stages().getFirst().value());
    return least;
  }

  /// The largest product of chances where whole people cannot have the outline's.
  private Lottery product(Target target) {
    var possible = new boolean[types.count];
    for (int t = 0; t < possible.length; t++) {
      possible[t] = target.chance()[t] > NONE;
    }
    var mixture = ProductMixture.of(types, search, possible, gathered, progress);
    var earlier = new ArrayList<>(target.stages());
    mixture.never.forEach(
        (type, cut) -> {
          outline.add(cut);
          earlier.add(new Stage(0, List.of(type), List.of(outline.rows() - 1), List.of(1.0)));
        });
    outline.add(mixture.cut);
    var multipliers = new double[outline.rows()];
    multipliers[multipliers.length - 1] = 1;
    return lottery(
        Target.product(mixture.chance(), earlier, multipliers), mixture.panels, mixture.weights);
  }

  private Lottery lottery(Target target, List<int[]> found, double[] weights) {
    double sum = Arrays.stream(weights).filter(weight -> weight > 0).sum();
    int[] used = IntStream.range(0, weights.length).filter(p -> weights[p] > 1e-13 * sum).toArray();
    double total = Arrays.stream(used).mapToDouble(p -> weights[p]).sum();
    var panels =
        Seating.of(
            types,
            Arrays.stream(used).mapToObj(found::get).toList(),
            Arrays.stream(used).mapToDouble(p -> weights[p] / total).toArray());
    var chances = Lottery.chances(pool.people().size(), panels);
    return new Lottery(
        pool, objective, panels, chances, Certification.of(pool, types, outline, target, panels));
  }
}
