package org.earshot.cli.budgeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Explanation;
import org.earshot.budgeting.Explanations;
import org.earshot.budgeting.Outcome;
import org.earshot.budgeting.Project;
import org.earshot.budgeting.Rational;
import org.earshot.budgeting.Segments;
import org.earshot.budgeting.Tie;
import org.earshot.budgeting.Variant;
import org.jspecify.annotations.Nullable;

/// The result of `earshot budget` for one file; the contract is in docs/cli.md. Amounts are decimal
/// numbers of currency units, as text so that no reader rounds them.
record BudgetJson(
    String file,
    String rule,
    List<String> winners,
    String cost,
    @Nullable String endowment,
    List<TieJson> ties,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ExplanationJson> explanations,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Segments.Segment> segments,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReachJson reach,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VariantJson> variants,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> remarks) {

  private static final int DECIMALS = 6;

  /// @param mattered whether another order of these would have changed the outcome
  record TieJson(String chosen, List<String> equal, boolean mattered) {}

  record RivalJson(String project, long supporters, String paid) {}

  record ExplanationJson(
      String project,
      String name,
      boolean funded,
      String reason,
      int round,
      long votes,
      String cost,
      @Nullable String price,
      long payingLess,
      @Nullable String moneyLeft,
      int shortInRound,
      @Nullable Long votesNeeded,
      @Nullable Long votesNeededCountedAgain,
      List<RivalJson> rivals) {}

  record ReachJson(long voters, long withNothing, List<Long> byNumber, double average) {}

  record VariantJson(
      String rule,
      String budget,
      List<String> winners,
      String cost,
      List<String> added,
      List<String> removed) {}

  static BudgetJson of(
      String file,
      Election election,
      Outcome outcome,
      List<Tie> mattered,
      Explanations.@Nullable Explained explained,
      List<OptionalLong> countedAgain,
      List<Variant> variants) {
    var reach = explained == null ? null : Segments.reach(election, outcome.funded());
    return new BudgetJson(
        file,
        outcome.rule().name(),
        outcome.sortedIds(),
        election.amount(outcome.cost()),
        outcome.endowment().map(e -> fraction(e, election)).orElse(null),
        outcome.ties().stream().map(tie -> tie(tie, mattered)).toList(),
        explained == null ? null : explanations(election, explained.explanations(), countedAgain),
        explained == null ? null : Segments.of(election, outcome.funded()),
        reach == null
            ? null
            : new ReachJson(reach.voters(), reach.withNothing(), reach.byNumber(), reach.average()),
        variants.stream().map(variant -> variant(election, variant)).toList(),
        election.remarks());
  }

  private static TieJson tie(Tie tie, List<Tie> mattered) {
    boolean changes = mattered.stream().anyMatch(one -> one.chosen().equals(tie.chosen()));
    return new TieJson(tie.chosen().id(), ids(tie.equals()), changes);
  }

  private static List<ExplanationJson> explanations(
      Election election, List<Explanation> explanations, List<OptionalLong> countedAgain) {
    return IntStream.range(0, explanations.size())
        .mapToObj(p -> explanation(election, explanations.get(p), countedAgain.get(p)))
        .toList();
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static ExplanationJson explanation(
      Election election, Explanation one, OptionalLong countedAgain) {
    return new ExplanationJson(
        one.project().id(),
        one.project().name(),
        one.isFunded(),
        one.reason().name().toLowerCase(Locale.ROOT),
        one.round(),
        one.votes(),
        election.amount(one.project().cost()),
        one.price().map(price -> money(election, price)).orElse(null),
        one.payingLess(),
        one.moneyLeft().map(money -> money(election, money)).orElse(null),
        one.shortIn(),
        orNull(one.votesNeeded()),
        orNull(countedAgain),
        one.rivals().stream()
            .map(
                rival ->
                    new RivalJson(
                        rival.project().id(),
                        rival.supporters(),
                        election.amount(Math.round(rival.paid()))))
            .toList());
  }

  private static VariantJson variant(Election election, Variant variant) {
    return new VariantJson(
        variant.outcome().rule().name(),
        election.amount(variant.budget()),
        variant.outcome().sortedIds(),
        election.amount(variant.outcome().cost()),
        ids(variant.added()),
        ids(variant.removed()));
  }

  private static List<String> ids(List<Project> projects) {
    return projects.stream().map(Project::id).sorted().toList();
  }

  /// "num/den" in currency units, in lowest terms; the contract wants the denominator even if it is
  /// 1.
  static String fraction(Rational money, Election election) {
    var units = money.dividedBy(election.currencyUnit());
    return units.numerator() + "/" + units.denominator();
  }

  private static String money(Election election, Rational money) {
    return money.dividedBy(election.currencyUnit()).rounded(DECIMALS).toPlainString();
  }
}
