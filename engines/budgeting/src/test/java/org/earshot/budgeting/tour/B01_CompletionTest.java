package org.earshot.budgeting.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: what is done with money that equal shares leaves over.
///
/// Shares are 10. Three people have 30 for a project of 36, two have 20 for one of 22: nothing can
/// be bought. With shares of 11 the two can, with 12 the three too, which together still fits.
class B01_CompletionTest {

  private static final Town TOWN =
      Town.of(
          60,
          """
          hall 36
          path 22
          """,
          """
          3 x hall
          2 x path
          1 x
          """);

  @Test
  void withoutCompletionNothingIsBought() {
    assertThat(TOWN.funds("mes_cost")).isEmpty();
  }

  @Test
  void add1RaisesTheShareAsLongAsTheResultFits() {
    assertThat(TOWN.funds("mes_cost_add1")).containsExactly("hall", "path");
  }

  @Test
  void uTakesWhatFitsInOrderOfVotes() {
    assertThat(TOWN.funds("mes_cost_u")).containsExactly("hall", "path");
  }

  @Test
  void add1StopsBeforeTheFirstShareThatOverspends() {
    var tight = Town.of(54, "hall 36\npath 22", "3 x hall\n2 x path\n1 x ");
    assertThat(tight.funds("mes_cost_add1")).containsExactly("path");
    assertThat(tight.funds("mes_cost_u")).containsExactly("hall");
  }
}
