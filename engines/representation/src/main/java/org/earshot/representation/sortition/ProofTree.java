package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.List;

/// Why no panel is worth more than a bound: the panels are divided until multipliers of the rows
/// prove each part. [ProofCheck] follows it.
public sealed interface ProofTree {

  /// A part in which the multipliers prove the bound, or that nothing is in it.
  ///
  /// @param rows rows with a multiplier
  /// @param multipliers one for each of them
  /// @param empty whether they prove that no panel is here
  record Leaf(List<Integer> rows, List<Double> multipliers, boolean empty) implements ProofTree {

    public Leaf {
      rows = List.copyOf(rows);
      multipliers = List.copyOf(multipliers);
    }

    static Leaf of(double[] all, boolean empty) {
      var rows = new ArrayList<Integer>();
      var multipliers = new ArrayList<Double>();
      for (int r = 0; r < all.length; r++) {
        if (all[r] != 0) {
          rows.add(r);
          multipliers.add(all[r]);
        }
      }
      return new Leaf(rows, multipliers, empty);
    }
  }

  /// Panels with at most `floor` of something, and those with more.
  ///
  /// @param variable a type, or types + r for the activity of row r
  record Branch(int variable, int floor, ProofTree below, ProofTree above) implements ProofTree {}

  /// How many leaves there are.
  default int leaves() {
    return switch (this) {
      case Leaf _ -> 1;
      case Branch(_, _, var below, var above) -> below.leaves() + above.leaves();
    };
  }
}
