package org.earshot.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the statements that say what a group stands for: at most five, the one it agrees with
/// best first, agreement before disagreement.
final class RepresentativeStatements {

  private static final int MOST = 5;

  private final List<StatementInGroup> sufficient = new ArrayList<>();
  private @Nullable StatementInGroup best;
  private @Nullable StatementInGroup bestAgree;

  private RepresentativeStatements() {}

  static List<Representative> of(Tallies tallies, int group, boolean[] out) {
    var choice = new RepresentativeStatements();
    for (int j = 0; j < tallies.statements(); j++) {
      if (!out[j]) {
        choice.consider(StatementInGroup.of(tallies, group, j));
      }
    }
    return choice.chosen();
  }

  private void consider(StatementInGroup next) {
    if (next.isSufficient()) {
      sufficient.add(next);
    } else if (sufficient.isEmpty()
        && (best == null || next.strongestRatioTest() > best.strongestRatioTest())) {
      best = next;
    }
    if (agreesBetter(next)) {
      bestAgree = next;
    }
  }

  private boolean agreesBetter(StatementInGroup next) {
    if (next.agrees() == 0 && next.disagrees() == 0) {
      return false;
    }
    if (bestAgree == null) {
      return next.agreeTest() > StatementInGroup.SIGNIFICANT
          || (next.agreeRatio() > 1 && next.agreeShare() > 0.5);
    }
    return bestAgree.agreeRatio() > 1
        ? next.agreeMetric() > bestAgree.agreeMetric()
        : next.agreeShare() * next.agreeTest() > bestAgree.agreeShare() * bestAgree.agreeTest();
  }

  private List<Representative> chosen() {
    var chosen = new ArrayList<Representative>();
    var lead = bestAgree;
    if (lead != null) {
      chosen.add(Representative.of(lead, true));
    } else if (sufficient.isEmpty() && best != null) {
      chosen.add(Representative.of(best, false));
    }
    sufficient.stream()
        .filter(in -> !in.equals(lead))
        .sorted(Comparator.comparingDouble(StatementInGroup::metric).reversed())
        .limit(MOST - chosen.size())
        .forEach(in -> chosen.add(Representative.of(in, false)));
    return chosen.stream()
        .sorted(Comparator.comparing((Representative r) -> r.direction() != Vote.AGREE))
        .toList();
  }
}
