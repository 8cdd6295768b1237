package org.earshot.budgeting.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.earshot.budgeting.Budgeting;
import org.earshot.budgeting.Project;
import org.earshot.budgeting.Rule;
import org.earshot.budgeting.Variant;
import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: the same ballots under another rule or with another amount, and what
/// differs.
class F01_WhatIfTest {

  private static final Town TOWN =
      Town.of(
          100,
          """
          north1 50
          north2 50
          south 40
          """,
          """
          6 x north1,north2
          4 x south
          """);

  private static final Rule GREEDY = Rule.find("greedy_cost").orElseThrow();
  private static final Rule SHARES = Rule.find("mes_cost").orElseThrow();

  @Test
  void anotherRuleFundsTheSouthInPlaceOfTheSecondInTheNorth() {
    var from = Budgeting.decide(TOWN.election(), GREEDY);
    var variant = Variant.of(TOWN.election(), SHARES, 100, from);
    assertThat(variant.added()).extracting(Project::id).containsExactly("south");
    assertThat(variant.removed()).extracting(Project::id).containsExactly("north2");
  }

  @Test
  void anotherAmountFundsOneMore() {
    var from = Budgeting.decide(TOWN.election(), GREEDY);
    var variant = Variant.of(TOWN.election(), GREEDY, 140, from);
    assertThat(variant.added()).extracting(Project::id).containsExactly("south");
    assertThat(variant.removed()).isEmpty();
  }
}
