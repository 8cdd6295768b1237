package org.earshot.cli.budgeting;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Explanation;
import org.earshot.budgeting.Rational;
import org.earshot.budgeting.Rule;
import org.earshot.budgeting.Utility;
import org.earshot.cli.report.Numbers;

/// Reasons in sentences.
final class Reasons {

  private static final int MOST_RIVALS = 5;
  private static final int LONGEST_NAME = 90;

  private final Election election;
  private final Rule rule;

  Reasons(Election election, Rule rule) {
    this.election = election;
    this.rule = rule;
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
      case BOUGHT -> bought(one);
      case FITTED -> fitted(one);
      case NO_SUPPORT -> "Nobody voted for it.";
      case TOO_DEAR -> "It costs %s, more than the whole budget.".formatted(cost);
      case MONEY_SHORT ->
          one.moneyLeft()
              .map(
                  left ->
                      "Its %s supporters still had %s together when round %d began; it costs %s.%s"
                          .formatted(
                              Numbers.whole(one.votes()), money(left), one.shortIn(), cost, rest()))
              .orElse("Its supporters' money did not suffice." + rest());
      case DID_NOT_FIT ->
          "With %s votes its turn came when less than its cost of %s was left."
              .formatted(Numbers.whole(one.votes()), cost);
      case NOT_REACHED ->
          "With %s votes its turn did not come before the rule ended, or it was below the threshold."
              .formatted(Numbers.whole(one.votes()));
    };
  }

  private String bought(Explanation one) {
    boolean each = rule.utility() == Utility.COST || rule.utility() == Utility.CARDINALITY;
    var price =
        one.price()
            .map(amount -> each ? money(amount) : money(amount) + " for each point")
            .orElse("their part");
    var text =
        "Its %s supporters bought it in round %d: each paid %s"
            .formatted(Numbers.whole(one.votes()), one.round(), price);
    return one.payingLess() == 0
        ? text + "."
        : "%s, but %s of them had less and paid all of it."
            .formatted(text, Numbers.whole(one.payingLess()));
  }

  private String fitted(Explanation one) {
    var votes = Numbers.whole(one.votes());
    return switch (rule.method()) {
      case EQUAL_SHARES ->
          "With %s votes it came next among those that still fitted what was left."
              .formatted(votes);
      case PHRAGMEN -> "Its %s supporters held its cost in time.".formatted(votes);
      case GREEDY_TOTAL, GREEDY_PER_COST, CITY_GREEDY, CITY_NO_SKIP, CITY_THRESHOLD ->
          "With %s votes its turn came while there was enough for it.".formatted(votes);
    };
  }

  private String rest() {
    return switch (rule.completion()) {
      case UTILITARIAN, ADD1_UTILITARIAN, ADD1_EXHAUSTIVE_UTILITARIAN ->
          " It did not fit the rest of the money either.";
      case NONE, ADD1, ADD1_EXHAUSTIVE -> "";
    };
  }

  /// How many votes were missing, or nothing.
  String votes(Explanation one) {
    if (one.votesNeeded().isEmpty()) {
      return "";
    }
    long votes = one.votesNeeded().getAsLong();
    var what = votes == 1 ? "One more vote" : Numbers.whole(votes) + " more votes";
    var points = rule.utility() == Utility.POINTS ? " with all points" : "";
    return what + points + " would have been enough.";
  }

  /// How many if everything were counted again with them, where that is another number.
  String votesAgain(Explanation one, OptionalLong countedAgain) {
    if (countedAgain.isEmpty() || countedAgain.equals(one.votesNeeded())) {
      return "";
    }
    long votes = countedAgain.getAsLong();
    return "That leaves everybody the share they had; with the budget divided anew among all, it takes %s."
        .formatted(votes == 1 ? "one" : Numbers.whole(votes));
  }

  /// What its supporters' money was spent on, most first.
  List<String> rivals(Explanation one) {
    return one.rivals().stream()
        .limit(MOST_RIVALS)
        .map(
            rival ->
                "%s for \u201c%s\u201d, which %s of them voted for too"
                    .formatted(
                        money(Math.round(rival.paid())),
                        Pictures.shortened(rival.project().name(), LONGEST_NAME),
                        Numbers.percent((double) rival.supporters() / one.votes())))
        .toList();
  }

  /// How the rule works, a few sentences.
  List<String> method() {
    return switch (rule.method()) {
      case EQUAL_SHARES -> equalShares();
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

  private List<String> equalShares() {
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
