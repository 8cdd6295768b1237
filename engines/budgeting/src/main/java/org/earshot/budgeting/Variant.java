package org.earshot.budgeting;

import java.util.HashSet;
import java.util.List;

/// What would be funded by the same ballots under another rule or with another amount.
///
/// @param budget the amount, in smallest units
/// @param added funded here and not in the outcome that it is compared with
/// @param removed funded there and not here
public record Variant(long budget, Outcome outcome, List<Project> added, List<Project> removed) {

  public Variant {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /// Decides with `rule` and `budget` and compares with `from`.
  public static Variant of(Election election, Rule rule, long budget, Outcome from) {
    var outcome = Budgeting.decide(election.withBudget(budget), rule);
    return new Variant(
        budget, outcome, without(outcome.funded(), from), without(from.funded(), outcome));
  }

  private static List<Project> without(List<Project> projects, Outcome outcome) {
    var ids = new HashSet<>(outcome.ids());
    return projects.stream().filter(project -> !ids.contains(project.id())).toList();
  }
}
