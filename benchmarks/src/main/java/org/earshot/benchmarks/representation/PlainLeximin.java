package org.earshot.benchmarks.representation;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.earshot.representation.sortition.Pool;

/// Leximin as published: panels one by one from an integer program, a dual linear program over all
/// panels so far between them, again for every group of people whose chance is settled. What the
/// engine's speed is compared with.
final class PlainLeximin {

  private static final double CLOSE = 1e-6;
  private static final double PRICED = 1e-7;

  private final Pool pool;
  private final List<int[]> panels = new ArrayList<>();
  private final double[] fixed;
  private double bound;

  private PlainLeximin(Pool pool) {
    this.pool = pool;
    this.fixed = new double[pool.people().size()];
    Arrays.fill(fixed, -1);
  }

  /// Everybody's chance.
  static double[] chances(Pool pool) {
    Loader.loadNativeLibraries();
    var plain = new PlainLeximin(pool);
    plain.panels.add(plain.best(new double[pool.people().size()]));
    while (Arrays.stream(plain.fixed).anyMatch(f -> f < 0)) {
      plain.stage();
    }
    return plain.fixed;
  }

  private void stage() {
    while (true) {
      double[] worth = dual();
      int[] panel = best(worth);
      double value = Arrays.stream(panel).mapToDouble(i -> worth[i]).sum();
      if (value > bound + CLOSE) {
        panels.add(panel);
        continue;
      }
      double least = bound;
      for (int i = 0; i < fixed.length; i++) {
        least -= fixed[i] >= 0 ? fixed[i] * worth[i] : 0;
      }
      for (int i = 0; i < fixed.length; i++) {
        if (fixed[i] < 0 && worth[i] > PRICED) {
          fixed[i] = Math.max(0, least);
        }
      }
      return;
    }
  }

  private double[] dual() {
    var solver = MPSolver.createSolver("GLOP");
    var most = solver.makeNumVar(0, MPSolver.infinity(), "");
    solver.objective().setCoefficient(most, 1);
    var worth = new MPVariable[fixed.length];
    var sum = solver.makeConstraint(1, 1);
    for (int i = 0; i < worth.length; i++) {
      worth[i] = solver.makeNumVar(0, MPSolver.infinity(), "");
      if (fixed[i] < 0) {
        sum.setCoefficient(worth[i], 1);
      } else {
        solver.objective().setCoefficient(worth[i], -fixed[i]);
      }
    }
    for (int[] panel : panels) {
      var row = solver.makeConstraint(-MPSolver.infinity(), 0);
      row.setCoefficient(most, -1);
      for (int i : panel) {
        row.setCoefficient(worth[i], 1);
      }
    }
    solver.objective().setMinimization();
    if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("The plain method's linear program failed.");
    }
    bound = most.solutionValue();
    var values = Arrays.stream(worth).mapToDouble(MPVariable::solutionValue).toArray();
    solver.delete();
    return values;
  }

  private int[] best(double[] worth) {
    var solver = MPSolver.createSolver("SCIP");
    var sits = new MPVariable[worth.length];
    var seats = solver.makeConstraint(pool.seats(), pool.seats());
    for (int i = 0; i < sits.length; i++) {
      sits[i] = solver.makeBoolVar("");
      solver.objective().setCoefficient(sits[i], worth[i]);
      seats.setCoefficient(sits[i], 1);
    }
    var categories = pool.categories();
    for (var quota : pool.quotas()) {
      var row = solver.makeConstraint(quota.min(), quota.max());
      int category = categories.indexOf(quota.category());
      for (int i = 0; i < sits.length; i++) {
        if (pool.people().get(i).features().get(category).equals(quota.feature())) {
          row.setCoefficient(sits[i], 1);
        }
      }
    }
    solver.objective().setMaximization();
    if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("The plain method's integer program failed.");
    }
    int[] panel =
        IntStream.range(0, sits.length).filter(i -> sits[i].solutionValue() > .5).toArray();
    solver.delete();
    return panel;
  }
}
