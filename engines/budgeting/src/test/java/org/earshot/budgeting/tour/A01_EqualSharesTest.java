package org.earshot.budgeting.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: everybody has the same share of the budget and spends it on what they want.
///
/// Six people in the north want two projects there, four in the south one. By votes alone the north
/// takes everything; with shares of 10 each the south can pay for its own.
class A01_EqualSharesTest {

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

  @Test
  void byVotesTheLargerPartTakesAll() {
    assertThat(TOWN.funds("greedy_cost")).containsExactly("north1", "north2");
  }

  @Test
  void withSharesEachPartGetsItsOwn() {
    assertThat(TOWN.funds("mes_cost")).containsExactly("north1", "south");
  }

  @Test
  void theSixPayEightAndAThirdEach() {
    assertThat(TOWN.why("mes_cost", "north1").price().orElseThrow()).hasToString("25/3");
  }

  @Test
  void theyHaveTenTogetherWhereTheSecondWouldCostFifty() {
    var why = TOWN.why("mes_cost", "north2");
    assertThat(why.moneyLeft().orElseThrow()).hasToString("10");
    assertThat(why.rivals().getFirst().project().id()).isEqualTo("north1");
  }
}
