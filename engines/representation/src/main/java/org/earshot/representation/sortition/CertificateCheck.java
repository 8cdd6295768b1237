package org.earshot.representation.sortition;

import java.util.List;
import org.earshot.representation.sortition.ProofTree.Branch;
import org.earshot.representation.sortition.ProofTree.Leaf;

/// Checks by arithmetic that a lottery is as fair as can be. It knows nothing of how the lottery
/// was found: it reads the panels and the pool, multiplies rows by multipliers, and adds.
final class CertificateCheck {

  private static final double NOTHING = 1e-9;

  private final PanelTypes types;
  private final Outline outline;
  private final double[] chance;

  private CertificateCheck(Outline outline, double[] chance) {
    this.types = outline.types;
    this.outline = outline;
    this.chance = chance;
  }

  /// How much more than the least of each stage the multipliers leave open to anybody it settles.
  /// Infinite if the stages prove nothing about someone.
  ///
  /// @param chance the chance of each type under the lottery
  static double gap(Outline outline, List<Stage> stages, double[] chance, boolean everybody) {
    return new CertificateCheck(outline, chance).gap(stages, everybody);
  }

  private double gap(List<Stage> stages, boolean everybody) {
    var settled = new boolean[types.count];
    double gap = 0;
    for (var stage : stages) {
      gap = Math.max(gap, gap(stage, settled));
      for (int t : stage.settled()) {
        settled[t] = true;
      }
    }
    for (boolean done : settled) {
      gap = done || !everybody ? gap : Double.POSITIVE_INFINITY;
    }
    return gap;
  }

  /// Any lottery q obeys price·q <= room. With those settled at their chance or more, and the
  /// others at the stage's least or more, what is left of the room bounds each price's own q.
  private double gap(Stage stage, boolean[] settled) {
    double least = 1;
    for (int t = 0; t < types.count; t++) {
      least = settled[t] ? least : Math.min(least, chance[t]);
    }
    double[] price = price(stage);
    double room = room(stage);
    double free = 0;
    for (int t = 0; t < types.count; t++) {
      if (price[t] < 0) {
        room -= price[t]; // no chance exceeds 1
      } else if (settled[t]) {
        room -= price[t] * chance[t];
      } else {
        free += price[t];
        room -= price[t] * least;
      }
    }
    double gap = Math.min(1 - least, free > 0 ? Math.max(0, room) / free : 1);
    for (int t : stage.settled()) {
      double more = price[t] > 0 ? Math.max(0, room) / price[t] : 1;
      gap = Math.max(gap, Math.min(1, least + more) - Math.max(least, 0));
      gap = Math.max(gap, chance[t] - Math.min(1, least + more));
    }
    return gap;
  }

  /// What the stage's multipliers charge for each type's chance.
  private double[] price(Stage stage) {
    var price = new double[types.count];
    for (int i = 0; i < stage.rows().size(); i++) {
      for (int t = 0; t < types.count; t++) {
        price[t] +=
            stage.multipliers().get(i)
                * outline.coefficient(stage.rows().get(i), t)
                * types.size[t];
      }
    }
    return price;
  }

  /// What all lotteries together can pay at most.
  private double room(Stage stage) {
    double room = 0;
    for (int i = 0; i < stage.rows().size(); i++) {
      int row = stage.rows().get(i);
      double multiplier = stage.multipliers().get(i);
      room += Math.max(multiplier * outline.lower(row), multiplier * outline.upper(row));
    }
    return room;
  }

  /// By what share the geometric mean of chances could be larger than the lottery's, at most: the
  /// mean of other / ours over all people bounds that ratio from above, and the multipliers of the
  /// last stage bound the mean.
  static double productGap(Outline outline, List<Stage> stages, double[] chance) {
    var check = new CertificateCheck(outline, chance);
    double gap = check.gap(stages.subList(0, stages.size() - 1), false);
    var last = stages.getLast();
    double[] price = check.price(last);
    double bound = check.room(last);
    double people = 0;
    for (int t : last.settled()) {
      people += check.types.size[t];
      bound += Math.max(0, check.types.size[t] / chance[t] - price[t]);
    }
    var without = stages.stream().flatMap(stage -> stage.settled().stream()).toList();
    for (int t = 0; t < price.length; t++) {
      if (price[t] < 0 && !last.settled().contains(t)) {
        // Earlier stages proved that nobody of this type has more chance than the gap.
        bound -= price[t] * (without.contains(t) ? Math.min(1, Math.max(0, gap)) : 1);
      }
    }
    return Math.max(gap, bound / people - 1);
  }

  /// How far a cut's proof is from its bound: 0 or less if it holds; infinite if it proves nothing.
  static double excess(PanelTypes types, double[] worth, double most, ProofTree proof) {
    int n = types.count;
    var lower = new double[n + types.rows()];
    var upper = new double[n + types.rows()];
    for (int t = 0; t < n; t++) {
      upper[t] = types.size[t];
    }
    System.arraycopy(types.lower, 0, lower, n, types.rows());
    System.arraycopy(types.upper, 0, upper, n, types.rows());
    return excess(types, worth, most, proof, lower, upper);
  }

  private static double excess(
      PanelTypes types,
      double[] worth,
      double most,
      ProofTree proof,
      double[] lower,
      double[] upper) {
    return switch (proof) {
      case Branch(int variable, int floor, var below, var above) -> {
        double low = lower[variable];
        double high = upper[variable];
        upper[variable] = Math.min(high, floor);
        double worst = excess(types, worth, most, below, lower, upper);
        upper[variable] = high;
        lower[variable] = Math.max(low, floor + 1);
        worst = Math.max(worst, excess(types, worth, most, above, lower, upper));
        lower[variable] = low;
        yield worst;
      }
      case Leaf leaf -> leafExcess(types, worth, most, leaf, lower, upper);
    };
  }

  private static double leafExcess(
      PanelTypes types, double[] worth, double most, Leaf leaf, double[] lower, double[] upper) {
    for (int v = 0; v < lower.length; v++) {
      if (lower[v] > upper[v]) {
        return Double.NEGATIVE_INFINITY; // nobody is here
      }
    }
    if (leaf.empty()) {
      return bound(types, new double[worth.length], leaf, lower, upper) < -NOTHING
          ? Double.NEGATIVE_INFINITY
          : Double.POSITIVE_INFINITY;
    }
    return bound(types, worth, leaf, lower, upper) - most;
  }

  private static double bound(
      PanelTypes types, double[] worth, Leaf leaf, double[] lower, double[] upper) {
    double[] left = worth.clone();
    double bound = 0;
    for (int i = 0; i < leaf.rows().size(); i++) {
      int row = leaf.rows().get(i);
      double multiplier = leaf.multipliers().get(i);
      int v = types.count + row;
      bound += Math.max(multiplier * lower[v], multiplier * upper[v]);
      for (int t = 0; t < left.length; t++) {
        left[t] -= multiplier * types.matrix[row][t];
      }
    }
    for (int t = 0; t < left.length; t++) {
      bound += Math.max(left[t] * lower[t], left[t] * upper[t]);
    }
    return bound;
  }
}
