package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The lexicographically fairest chances within an outline: the least chance is made as large as
/// possible, those who cannot have more are settled, and the rest goes on.
///
/// A stage starts with a least that is too large. The simplex then says why nobody can give it:
/// multipliers of the rows, which bound the least (and are the stage's proof). That bound is tried
/// next, until it can be given; a handful of tries. The program never has more rows than the
/// outline, only bounds change, and the basis stays warm through all stages.
final class FairestChances {

  /// A person whose price is a smaller share of the largest waits for a proof of their own:
  /// rounding would be magnified by as much.
  private static final double TIGHT = 1e-3;

  private static final double SAME = 1e-12;

  /// How far a settled chance may give way, so that rounding makes no later stage infeasible.
  private static final double GIVE = 1e-12;

  final double[] chance;
  final List<Stage> stages = new ArrayList<>();
  private final Outline outline;
  private final PanelTypes types;
  private final double[][] matrix;
  private final BoxedSimplex simplex;
  private final boolean[] settled;
  private int left;
  private boolean empty;

  private FairestChances(Outline outline) {
    this.outline = outline;
    this.types = outline.types;
    this.matrix = outline.matrix();
    this.chance = new double[types.count];
    this.settled = new boolean[types.count];
    this.left = types.count;
    int n = types.count;
    var lower = new double[n + matrix.length];
    var upper = new double[n + matrix.length];
    for (int r = 0; r < matrix.length; r++) {
      lower[n + r] = outline.lower(r);
      upper[n + r] = outline.upper(r);
    }
    for (int t = 0; t < n; t++) {
      upper[t] = types.size[t];
    }
    this.simplex = new BoxedSimplex(matrix, lower, upper);
    var random = new SplittableRandom(n);
    simplex.cost(random.doubles(n, -1, 1).toArray()); // any cost will do, but ties would stall it
  }

  /// The fairest chances; after `mostStages` the rest keeps whatever it has then.
  ///
  /// @throws SolverLostException if rounding defeats the simplex
  static FairestChances within(Outline outline, int mostStages) {
    var chances = new FairestChances(outline);
    while (!chances.empty && chances.left > 0 && chances.stages.size() < mostStages) {
      chances.next();
    }
    return chances;
  }

  /// Whether the outline holds nobody's lottery: the quotas cannot be filled, even by parts of
  /// people.
  boolean empty() {
    return empty;
  }

  private void next() {
    double least = 1;
    var proof = new double[0];
    while (!possible(least)) {
      double[] multipliers = simplex.contradiction();
      double bound = bound(multipliers);
      if (Double.isNaN(bound) || bound < -SAME) {
        empty = true;
        return;
      }
      proof = multipliers;
      if (bound >= least - SAME) {
        break; // rounding: it is possible
      }
      least = Math.max(0, bound);
    }
    settle(least, proof);
  }

  /// Whether a lottery gives everybody not settled at least this chance.
  private boolean possible(double least) {
    for (int t = 0; t < types.count; t++) {
      double low = settled[t] ? Math.max(0, chance[t] - GIVE) : least;
      simplex.bounds(t, low * types.size[t], types.size[t]);
    }
    var outcome = simplex.solve();
    if (outcome == BoxedSimplex.Outcome.LOST) {
      throw new SolverLostException("the fairest chances, stage " + stages.size());
    }
    return outcome == BoxedSimplex.Outcome.OPTIMAL;
  }

  /// The largest least that the multipliers allow; NaN if they do not allow any.
  private double bound(double[] multipliers) {
    double room = 0;
    for (int r = 0; r < matrix.length; r++) {
      room += Math.max(multipliers[r] * outline.lower(r), multipliers[r] * outline.upper(r));
    }
    double[] price = price(multipliers);
    double free = 0;
    for (int t = 0; t < types.count; t++) {
      if (price[t] < 0) {
        room -= price[t];
      } else if (settled[t]) {
        room -= price[t] * Math.max(0, chance[t] - GIVE);
      } else {
        free += price[t];
      }
    }
    return free > 0 ? room / free : Double.NaN;
  }

  /// What the multipliers charge for each type's chance.
  private double[] price(double[] multipliers) {
    var price = new double[types.count];
    for (int r = 0; r < matrix.length; r++) {
      if (multipliers[r] != 0) {
        for (int t = 0; t < types.count; t++) {
          price[t] += multipliers[r] * matrix[r][t] * types.size[t];
        }
      }
    }
    return price;
  }

  private void settle(double least, double[] proof) {
    boolean all = proof.length == 0;
    double[] price = all ? new double[types.count] : price(proof);
    double most = 0;
    double sum = 0;
    for (int t = 0; t < types.count; t++) {
      if (!settled[t]) {
        most = Math.max(most, price[t]);
        sum += Math.max(0, price[t]);
      }
    }
    double[] x = simplex.solution();
    var now = new ArrayList<Integer>();
    for (int t = 0; t < types.count; t++) {
      if (!settled[t] && (all || price[t] > TIGHT * most)) {
        now.add(t);
        chance[t] = least;
      } else if (!settled[t]) {
        chance[t] = Math.clamp(x[t] / types.size[t], least, 1); // so far
      }
    }
    for (int t : now) {
      settled[t] = true;
    }
    left -= now.size();
    double scale = all ? 1 : sum;
    var leaf = ProofTree.Leaf.of(Arrays.stream(proof).map(m -> m / scale).toArray(), false);
    stages.add(new Stage(least, now, leaf.rows(), leaf.multipliers()));
  }
}
