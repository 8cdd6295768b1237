package org.earshot.representation.sortition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proof that no lottery is fairer. It speaks of rows: row 0 is the panel's size, then come the
/// quotas in order, then one row a household with several people, then the cuts. Multipliers of
/// rows bound what any lottery can give; [CertificateCheck] multiplies and adds, and needs no
/// solver.
///
/// @param stages for leximin all stages, for maximin the first, for the largest product one (after
///   those that prove who has no chance)
/// @param cuts inequalities that whole people obey and parts of people do not, each proved
/// @param gap how much more chance the proof leaves open for anybody, at most; for the largest
///   product, by what share the geometric mean of chances could be larger
/// @param checked whether the check above was done by arithmetic alone
/// @param remark what was checked, and how, in words
public record Certificate(
    List<Stage> stages, List<Cut> cuts, double gap, boolean checked, String remark) {

  public Certificate {
    stages = List.copyOf(stages);
    cuts = List.copyOf(cuts);
  }

  /// One step: with everybody of earlier steps at their chance, the multipliers bound the least
  /// chance of the others.
  ///
  /// @param value the least chance that is possible
  /// @param people how many people it settles
  /// @param settled indices in the pool of one person of each type that it settles
  /// @param rows rows with a multiplier
  /// @param names what these rows are
  /// @param multipliers one for each of them
  public record Stage(
      double value,
      int people,
      List<Integer> settled,
      List<Integer> rows,
      List<String> names,
      List<Double> multipliers) {

    public Stage {
      settled = List.copyOf(settled);
      rows = List.copyOf(rows);
      names = List.copyOf(names);
      multipliers = List.copyOf(multipliers);
    }
  }

  /// No panel is worth more than `most` when each person is worth `worth`.
  ///
  /// @param worth one a type of people, in the order of the pool's first person of each type
  /// @param most the bound
  /// @param proof why; null if a second solver vouches
  public record Cut(List<Double> worth, double most, @Nullable ProofTree proof) {

    public Cut {
      worth = List.copyOf(worth);
    }
  }
}
