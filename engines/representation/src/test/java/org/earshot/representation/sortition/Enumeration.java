package org.earshot.representation.sortition;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The leximin chances by the definition: all panels, one linear program a stage, and one more for
/// each person to see who cannot have more. The oracle of the properties.
final class Enumeration {

  private static final double SAME = 1e-7;

  private Enumeration() {}

  static double[] leximin(int people, List<int[]> panels) {
    var fixed = new double[people];
    Arrays.fill(fixed, -1);
    int left = people;
    while (left > 0) {
      double least = solve(people, panels, fixed, 0, -1);
      var settled = new ArrayList<Integer>();
      for (int i = 0; i < people; i++) {
        if (fixed[i] < 0 && solve(people, panels, fixed, least, i) <= least + SAME) {
          settled.add(i);
        }
      }
      if (settled.isEmpty()) {
        throw new IllegalStateException("Nobody was settled at " + least);
      }
      for (int i : settled) {
        fixed[i] = least;
      }
      left -= settled.size();
    }
    return fixed;
  }

  /// The largest chance of `person` when nobody who is not fixed has less than `least`; or, for
  /// person -1, the largest least.
  private static double solve(
      int people, List<int[]> panels, double[] fixed, double least, int person) {
    var solver = Solvers.create("GLOP");
    try {
      var goal = solver.makeNumVar(0, 1, "");
      var weights = new ArrayList<MPVariable>();
      var sum = solver.makeConstraint(1, 1);
      for (int[] _ : panels) {
        var weight = solver.makeNumVar(0, 1, "");
        sum.setCoefficient(weight, 1);
        weights.add(weight);
      }
      var chance = new MPConstraint[people];
      for (int i = 0; i < people; i++) {
        double low =
            fixed[i] >= 0 ? fixed[i] - 1e-10 : person < 0 || i == person ? 0 : least - 1e-10;
        chance[i] = solver.makeConstraint(low, MPSolver.infinity());
        if (fixed[i] < 0 && (person < 0 || i == person)) {
          chance[i].setCoefficient(goal, -1);
        }
      }
      for (int p = 0; p < panels.size(); p++) {
        for (int i : panels.get(p)) {
          chance[i].setCoefficient(weights.get(p), 1);
        }
      }
      solver.objective().setCoefficient(goal, 1);
      solver.objective().setMaximization();
      if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
        throw new IllegalStateException("The oracle failed.");
      }
      return solver.objective().value();
    } finally {
      solver.delete();
    }
  }
}
