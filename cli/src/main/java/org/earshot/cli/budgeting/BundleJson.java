package org.earshot.cli.budgeting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.earshot.budgeting.BallotHash;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Explanations;
import org.jspecify.annotations.Nullable;

/// What anybody needs to count again and compare: a fingerprint of the ballots, the rule with its
/// ties, and each round with its exact price. Fractions are "num/den" in currency units.
record BundleJson(
    String ballots,
    String budget,
    String rule,
    String ties,
    @Nullable String endowment,
    List<RoundJson> rounds,
    List<String> winners,
    String cost) {

  BundleJson {
    requireNonNull(ballots, "ballots");
    requireNonNull(budget, "budget");
    requireNonNull(rule, "rule");
    requireNonNull(ties, "ties");
    requireNonNull(cost, "cost");
    rounds = List.copyOf(rounds);
    winners = List.copyOf(winners);
  }

  /// @param price what each supporter pays for one unit of utility, at most all they have
  /// @param payingLess how many had less and paid that
  record RoundJson(String project, String price, long supporters, long payingLess) {}

  static BundleJson of(Election election, Explanations.Explained explained) {
    var outcome = explained.outcome();
    return new BundleJson(
        BallotHash.of(election),
        election.amount(election.budget()),
        outcome.rule().name(),
        outcome.rule().ties().word(),
        outcome.endowment().map(e -> BudgetJson.fraction(e, election)).orElse(null),
        explained.rounds().stream()
            .map(
                round ->
                    new RoundJson(
                        round.project().id(),
                        BudgetJson.fraction(round.price(), election),
                        round.supporters(),
                        round.payingLess()))
            .toList(),
        outcome.sortedIds(),
        election.amount(outcome.cost()));
  }
}
