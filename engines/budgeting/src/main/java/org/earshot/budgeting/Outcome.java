package org.earshot.budgeting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which projects are funded.
///
/// @param funded in the order in which the rule funded them
/// @param completed how many of them, the last ones, were added because they still fitted
/// @param cost in smallest money units
/// @param endowment what everybody had at the beginning, in smallest units, where the rule gives it
/// @param ties where the order of ties decided, with any endowment that was tried; see
///   [Budgeting#tiesThatMattered]
/// @param replacedByGreedy whether the comparison step put the greedy outcome in place
public record Outcome(
    Rule rule,
    List<Project> funded,
    int completed,
    long cost,
    Optional<Rational> endowment,
    List<Tie> ties,
    boolean replacedByGreedy) {

  public Outcome {
    funded = List.copyOf(funded);
    ties = List.copyOf(ties);
  }

  /// The funded projects' ids, sorted as text.
  public List<String> sortedIds() {
    return funded.stream().map(Project::id).sorted().toList();
  }

  /// The funded projects' ids.
  public Set<String> ids() {
    return funded.stream().map(Project::id).collect(Collectors.toSet());
  }
}
