package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The best chances within an outline, and why there are none better.
///
/// @param chance one a type
/// @param stages the proof
/// @param found whether it was found; if not, it only tells who can have a chance at all
@SuppressWarnings("ArrayRecordComponent") // private to the package, made once and read only
record Target(Lottery.Objective objective, double[] chance, List<Stage> stages, boolean found) {

  private static final double NONE = 1e-10;

  static Target of(Lottery.Objective objective, Outline outline) {
    var target = best(objective, outline);
    outline.fit(target.chance());
    return target;
  }

  private static Target best(Lottery.Objective objective, Outline outline) {
    return switch (objective) {
      case LEXIMIN -> {
        var fairest = FairestChances.within(outline, Integer.MAX_VALUE);
        yield new Target(objective, fairest.chance, fairest.stages, true);
      }
      case NASH -> nash(outline);
      case MAXIMIN -> {
        var fairest = FairestChances.within(outline, 1);
        yield new Target(objective, fairest.chance, fairest.stages, true);
      }
    };
  }

  private static Target nash(Outline outline) {
    var fairest = FairestChances.within(outline, Integer.MAX_VALUE);
    var possible = new boolean[fairest.chance.length];
    for (int t = 0; t < possible.length; t++) {
      possible[t] = fairest.chance[t] > NONE;
    }
    try {
      var product = FairestProduct.within(outline, possible);
      return product(product.chance(), fairest.stages, product.multipliers());
    } catch (SolverLostException e) {
      return new Target(Lottery.Objective.NASH, fairest.chance, fairest.stages, false);
    }
  }

  /// Whoever the quotas leave no chance at all is settled first, with the proof of that; the last
  /// stage is about the product of the others' chances.
  static Target product(double[] chance, List<Stage> earlier, double[] multipliers) {
    var others = IntStream.range(0, chance.length).filter(t -> chance[t] > NONE).boxed().toList();
    double least = others.stream().mapToDouble(t -> chance[t]).min().orElse(0);
    var proof = ProofTree.Leaf.of(multipliers, false);
    var stages = new ArrayList<>(earlier.stream().filter(stage -> stage.value() <= NONE).toList());
    stages.add(new Stage(least, others, proof.rows(), proof.multipliers()));
    return new Target(Lottery.Objective.NASH, chance, stages, true);
  }
}
