package org.earshot.representation.sortition;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;

/// The library's solvers, loaded when the first one is asked for: loading takes longer than most
/// lotteries take to solve.
final class Solvers {

  /// Free solvers of linear programs, in the order in which they are tried.
  static final List<String> LINEAR = List.of("GLOP", "CLP");

  private static final String WHOLE = "SCIP";
  private static boolean loaded;

  private Solvers() {}

  static synchronized MPSolver create(String name) {
    if (!loaded) {
      Loader.loadNativeLibraries();
      loaded = true;
    }
    var solver = MPSolver.createSolver(name);
    if (solver == null) {
      throw new SolverLostException("solver %s is not in the library".formatted(name));
    }
    return solver;
  }

  /// The best panel by a second solver, for what our own search gave up on, and to check it.
  ///
  /// @return its panel, value and bound; without a panel if there is none
  /// @throws SolverLostException if it finds no answer within `seconds`
  static PanelSearch.Found best(PanelTypes types, double[] worth, int seconds) {
    var solver = create(WHOLE);
    try {
      var variables = new MPVariable[types.count];
      for (int t = 0; t < types.count; t++) {
        variables[t] = solver.makeIntVar(0, types.size[t], "");
        solver.objective().setCoefficient(variables[t], worth[t]);
      }
      for (int r = 0; r < types.rows(); r++) {
        var row = solver.makeConstraint(types.lower[r], types.upper[r]);
        for (int t = 0; t < types.count; t++) {
          if (types.matrix[r][t] != 0) {
            row.setCoefficient(variables[t], types.matrix[r][t]);
          }
        }
      }
      solver.objective().setMaximization();
      solver.setTimeLimit(1000L * seconds);
      var status = solver.solve();
      if (status == MPSolver.ResultStatus.INFEASIBLE) {
        return new PanelSearch.Found(null, Double.NaN, Double.NEGATIVE_INFINITY, null);
      }
      if (status != MPSolver.ResultStatus.OPTIMAL) {
        throw new SolverLostException("%s says %s".formatted(WHOLE, status));
      }
      return found(types, worth, variables, solver.objective().bestBound());
    } finally {
      solver.delete();
    }
  }

  private static PanelSearch.Found found(
      PanelTypes types, double[] worth, MPVariable[] variables, double bound) {
    var panel = new int[types.count];
    double value = 0;
    for (int t = 0; t < panel.length; t++) {
      panel[t] = (int) Math.round(variables[t].solutionValue());
      value += worth[t] * panel[t];
    }
    if (!types.allows(panel)) {
      throw new SolverLostException("%s broke a quota".formatted(WHOLE));
    }
    return new PanelSearch.Found(panel, value, Math.max(value, bound), null);
  }
}
