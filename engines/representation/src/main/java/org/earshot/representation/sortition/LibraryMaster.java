package org.earshot.representation.sortition;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/// The mixture by a solver of the library, which keeps its basis while panels are added.
final class LibraryMaster implements Master, AutoCloseable {

  private final String name;
  private final PanelTypes types;
  private final double[] chance;
  private final int[] wanted;
  private final MPSolver solver;
  private final MPVariable shortfall;
  private final MPConstraint whole;
  private final MPConstraint[] rows;
  private final List<MPVariable> weights = new ArrayList<>();

  LibraryMaster(String name, PanelTypes types, double[] chance) {
    this.name = name;
    this.types = types;
    this.chance = chance;
    this.wanted = OwnMaster.wanted(types, chance);
    this.solver = Solvers.create(name);
    this.shortfall = solver.makeNumVar(0, 1, "");
    this.whole = solver.makeConstraint(1, 1);
    this.rows = new MPConstraint[wanted.length];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = solver.makeConstraint(1, MPSolver.infinity());
      rows[r].setCoefficient(shortfall, 1);
    }
    solver.objective().setCoefficient(shortfall, 1);
    solver.objective().setMinimization();
  }

  @Override
  public void add(int[] panel) {
    var weight = solver.makeNumVar(0, MPSolver.infinity(), "");
    whole.setCoefficient(weight, 1);
    for (int r = 0; r < rows.length; r++) {
      int t = wanted[r];
      if (panel[t] != 0) {
        rows[r].setCoefficient(weight, panel[t] / (types.size[t] * chance[t]));
      }
    }
    weights.add(weight);
  }

  @Override
  public Mix solve() {
    var status = solver.solve();
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new SolverLostException("%s says %s on the mixture of panels".formatted(name, status));
    }
    var worth = new double[types.count];
    for (int r = 0; r < rows.length; r++) {
      int t = wanted[r];
      worth[t] = Math.max(0, rows[r].dualValue()) / (types.size[t] * chance[t]);
    }
    return new Mix(
        weights.stream().mapToDouble(MPVariable::solutionValue).toArray(),
        shortfall.solutionValue(),
        worth,
        -whole.dualValue());
  }

  @Override
  public void close() {
    solver.delete();
  }
}
