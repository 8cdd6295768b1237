package org.earshot.cli.budgeting;

import java.util.ArrayList;
import java.util.List;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Explanation;
import org.earshot.budgeting.Rational;
import org.earshot.budgeting.Rule;
import org.earshot.cli.report.Numbers;

/// Reasons in sentences.
final class Reasons {

  private static final int MOST_RIVALS = 3;

  private final Election election;

  Reasons(Election election) {
    this.election = election;
  }

  /// An amount with its currency; cents only where there are some.
  String money(Rational amount) {
    var units = amount.dividedBy(election.currencyUnit());
    boolean whole = units.denominator().bitLength() == 1;
    return Numbers.fixed(units.rounded(2), whole ? 0 : 2) + currency();
  }

  String money(long amount) {
    return money(Rational.of(amount));
  }

  private String currency() {
    return election.currency().isEmpty() ? "" : "\u00a0" + election.currency();
  }

  /// Why a project is not funded.
  String sentence(Explanation one) {
    var cost = money(one.project().cost());
    return switch (one.reason()) {
      case BOUGHT -> "Its supporters bought it in round %d.".formatted(one.round());
      case FITTED -> "It had the most support of what the rest of the money could pay.";
      case NO_SUPPORT -> "Nobody voted for it.";
      case TOO_DEAR -> "It costs %s, more than the whole budget.".formatted(cost);
      case MONEY_SHORT ->
          one.moneyLeft()
              .map(
                  left ->
                      "Its %s supporters still had %s together when round %d began; it costs %s. Later it did not fit what was left."
                          .formatted(Numbers.whole(one.votes()), money(left), one.shortIn(), cost))
              .orElse("Its supporters' money did not suffice, and it did not fit what was left.");
      case DID_NOT_FIT ->
          "With %s votes its turn came when less than its cost of %s was left."
              .formatted(Numbers.whole(one.votes()), cost);
      case NOT_REACHED ->
          "With %s votes its turn did not come before the rule ended, or it was below the threshold."
              .formatted(Numbers.whole(one.votes()));
    };
  }

  /// What else is known about why.
  List<String> details(Explanation one) {
    var details = new ArrayList<String>();
    one.votesNeeded()
        .ifPresent(
            votes ->
                details.add(
                    votes == 1
                        ? "One more vote for it would have been enough."
                        : "%s more votes for it would have been enough."
                            .formatted(Numbers.whole(votes))));
    for (var rival : one.rivals().stream().limit(MOST_RIVALS).toList()) {
      details.add(
          "%s of its supporters also voted for \u201c%s\u201d and paid %s for it."
              .formatted(
                  Numbers.percent((double) rival.supporters() / one.votes()),
                  rival.project().name(),
                  money(Math.round(rival.paid()))));
    }
    return details;
  }

  /// How the rule works, a few sentences.
  List<String> method(Rule rule) {
    return switch (rule.method()) {
      case EQUAL_SHARES -> equalShares(rule);
      case GREEDY_TOTAL ->
          List.of(
              "Projects are taken in order of support, most first. One that costs more than what is"
                  + " left is passed over.");
      case GREEDY_PER_COST ->
          List.of(
              "Projects are taken in order of support for each unit of money they cost, most first."
                  + " One that costs more than what is left is passed over.");
      case PHRAGMEN ->
          List.of(
              "Money arrives at all voters at the same speed. As soon as a project's supporters hold"
                  + " its cost together, they buy it and begin again from nothing.");
      case CITY_GREEDY, CITY_NO_SKIP, CITY_THRESHOLD ->
          List.of("The city's own rule, on the scores that the city published.");
    };
  }

  private static List<String> equalShares(Rule rule) {
    var text = new ArrayList<String>();
    text.add(
        "The budget is divided equally among all voters. A project is bought by its supporters, who"
            + " share its cost equally; who has too little left pays what they have. The project that"
            + " asks least of its supporters for what it is worth to them comes first.");
    switch (rule.completion()) {
      case NONE -> text.add("It ends when no project's supporters can pay for it any more.");
      case UTILITARIAN -> {}
      case ADD1, ADD1_UTILITARIAN ->
          text.add(
              "When money is left, everybody's share is raised by one unit of the currency and all is"
                  + " counted again, as long as the result stays within the budget.");
      case ADD1_EXHAUSTIVE, ADD1_EXHAUSTIVE_UTILITARIAN ->
          text.add(
              "When money is left, everybody's share is raised by one unit of the currency and all is"
                  + " counted again, as long as the result stays within the budget and a project"
                  + " would still fit.");
    }
    switch (rule.completion()) {
      case UTILITARIAN, ADD1_UTILITARIAN, ADD1_EXHAUSTIVE_UTILITARIAN ->
          text.add("What then remains is spent in order of support, each project that fits.");
      case NONE, ADD1, ADD1_EXHAUSTIVE -> {}
    }
    if (rule.comparison() != Rule.Comparison.NONE) {
      text.add(
          "The result is compared with that of the simple order of votes, and gives way to it if more"
              + " voters prefer that.");
    }
    return text;
  }
}
