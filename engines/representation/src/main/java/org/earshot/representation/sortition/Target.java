package org.earshot.representation.sortition;

import java.util.List;

/// The best chances within an outline, and why there are none better.
///
/// @param chance one a type
/// @param stages the proof
@SuppressWarnings("ArrayRecordComponent") // private to the package, made once and read only
record Target(Lottery.Objective objective, double[] chance, List<Stage> stages) {

  static Target of(Lottery.Objective objective, Outline outline) {
    return switch (objective) {
      case LEXIMIN -> {
        var fairest = FairestChances.within(outline, Integer.MAX_VALUE);
        yield new Target(objective, fairest.chance, fairest.stages);
      }
      case MAXIMIN -> {
        var fairest = FairestChances.within(outline, 1);
        yield new Target(objective, fairest.chance, fairest.stages);
      }
    };
  }
}
