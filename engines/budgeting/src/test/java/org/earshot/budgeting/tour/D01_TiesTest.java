package org.earshot.budgeting.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earshot.budgeting.Budgeting;
import org.earshot.budgeting.Project;
import org.earshot.budgeting.Rule;
import org.earshot.budgeting.TieBreak;
import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: projects that are exactly equal, the order that decides between them, and
/// whether that mattered.
class D01_TiesTest {

  private static final Town TOWN = Town.of(50, "b 40\na 50", "3 x a,b");

  @Test
  void byIdUnlessTheRuleSaysOtherwise() {
    assertThat(TOWN.funds("greedy_cost")).containsExactly("a");
    assertThat(TOWN.funds("greedy_cost_mincost")).containsExactly("b");
  }

  @Test
  void aLotDecidesTheSameEveryTime() {
    var rule = Rule.find("greedy_cost").orElseThrow().withTies(TieBreak.byLot("drawn on 3 May"));
    var first = Budgeting.decide(TOWN.election(), rule).sortedIds();
    assertThat(first).hasSize(1);
    assertThat(Budgeting.decide(TOWN.election(), rule).sortedIds()).isEqualTo(first);
  }

  @Test
  void aTieMatteredWhenTheOtherOrderFundsOthers() {
    var outcome = Budgeting.decide(TOWN.election(), Rule.find("greedy_cost").orElseThrow());
    var mattered = Budgeting.tiesThatMattered(TOWN.election(), outcome);
    assertThat(mattered).hasSize(1);
    assertThat(mattered.getFirst().chosen().id()).isEqualTo("a");
    assertThat(mattered.getFirst().equals()).extracting(Project::id).isEqualTo(List.of("b"));
  }

  @Test
  void aTieThatChangesNothingDidNotMatter() {
    var roomy = Town.of(90, "b 40\na 50", "3 x a,b");
    var outcome = Budgeting.decide(roomy.election(), Rule.find("greedy_cost").orElseThrow());
    assertThat(outcome.ties()).hasSize(1);
    assertThat(Budgeting.tiesThatMattered(roomy.election(), outcome)).isEmpty();
  }
}
