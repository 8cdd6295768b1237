package org.earshot.representation.sortition;

import java.util.List;

/// One step of the proof that a lottery is the fairest: with everybody of earlier stages at their
/// chance, the row multipliers bound the chance of those who are poorest now.
///
/// @param value the least chance among those not settled before
/// @param settled types whose chance this stage bounds
/// @param rows rows of the outline with a multiplier
/// @param multipliers one for each of them
record Stage(double value, List<Integer> settled, List<Integer> rows, List<Double> multipliers) {

  Stage {
    settled = List.copyOf(settled);
    rows = List.copyOf(rows);
    multipliers = List.copyOf(multipliers);
  }
}
