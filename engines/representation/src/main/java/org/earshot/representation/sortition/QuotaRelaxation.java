package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Finds the least change of quotas, and the true cause of their failure.
final class QuotaRelaxation {

  private static final int NODES = 200_000;
  private static final int SECONDS = 120;

  private final Pool pool;

  private QuotaRelaxation(Pool pool) {
    this.pool = pool;
  }

  static Relaxation of(Pool pool) {
    return new QuotaRelaxation(pool).find();
  }

  /// Whether some panel fills all quotas.
  static boolean feasible(PanelTypes types) {
    return types.count == 0
        ? types.allows(new int[0])
        : !types.contradictory() && search(types, new double[types.count]).panel() != null;
  }

  private Relaxation find() {
    var types = PanelTypes.of(pool);
    var slack = types.withSlack(pool);
    var worth = new double[slack.count];
    int quotas = pool.quotas().size();
    for (int q = 0; q < quotas; q++) {
      worth[types.count + q] = -(1 + 2.0 / Math.max(1, pool.quotas().get(q).min()));
      worth[types.count + quotas + q] = -1;
    }
    var found = search(slack, worth);
    int[] panel = found.panel();
    if (panel == null) {
      return new Relaxation(OptionalDouble.empty(), List.of(), causes(types));
    }
    var changes = new ArrayList<Relaxation.Change>();
    double objective = 0;
    for (int q = 0; q < quotas; q++) {
      var quota = pool.quotas().get(q);
      int less = panel[types.count + q];
      int more = panel[types.count + quotas + q];
      objective -= worth[types.count + q] * less + worth[types.count + quotas + q] * more;
      if (less > 0) {
        changes.add(change(quota, true, quota.min(), quota.min() - less));
      }
      if (more > 0) {
        changes.add(change(quota, false, quota.max(), quota.max() + more));
      }
    }
    return new Relaxation(OptionalDouble.of(objective), changes, causes(types));
  }

  private static Relaxation.Change change(Quota quota, boolean minimum, int from, int to) {
    return new Relaxation.Change(quota.category(), quota.feature(), minimum, from, to);
  }

  private static PanelSearch.Found search(PanelTypes types, double[] worth) {
    try {
      var found = new PanelSearch(types).best(worth, Double.NEGATIVE_INFINITY, NODES);
      if (found.proof() != null) {
        return found;
      }
    } catch (SolverLostException e) {
      // the second solver decides
    }
    return Solvers.best(types, worth, SECONDS);
  }

  private List<String> causes(PanelTypes types) {
    var causes = new ArrayList<String>();
    int people = Arrays.stream(types.size).sum();
    if (people < pool.seats()) {
      causes.add("The panel has %d seats and the pool %s.".formatted(pool.seats(), people(people)));
    }
    for (String category : pool.categories()) {
      var quotas = pool.quotas().stream().filter(q -> q.category().equals(category)).toList();
      long least = quotas.stream().mapToLong(Quota::min).sum();
      long most = quotas.stream().mapToLong(Quota::max).sum();
      if (least > pool.seats()) {
        causes.add(
            "The minimums of %s add up to %d, and the panel has %d seats."
                .formatted(category, least, pool.seats()));
      }
      if (most < pool.seats()) {
        causes.add(
            "The maximums of %s add up to %d, and the panel has %d seats."
                .formatted(category, most, pool.seats()));
      }
    }
    for (int q = 0; q < pool.quotas().size(); q++) {
      var quota = pool.quotas().get(q);
      int there = 0;
      for (int t = 0; t < types.count; t++) {
        there += types.matrix[1 + q][t] > 0 ? types.size[t] : 0;
      }
      if (there < quota.min()) {
        causes.add(
            "The pool has %s with %s = %s, and at least %d are asked for."
                .formatted(people(there), quota.category(), quota.feature(), quota.min()));
      }
    }
    if (types.rows() > 1 + types.quotaRows) {
      var alone = pool.people().stream().map(p -> new Person(p.id(), p.features(), null)).toList();
      if (feasible(PanelTypes.of(new Pool(pool.seats(), pool.quotas(), alone)))) {
        causes.add(
            "Without the rule of one person per household there would be a panel: the rule is the"
                + " cause.");
      }
    }
    if (causes.isEmpty()) {
      causes.add("Each quota could be filled alone, but with these people not all together.");
    }
    return causes;
  }

  private static String people(int count) {
    return count == 1 ? "1 person" : count + " people";
  }
}
