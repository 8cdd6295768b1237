package org.earshot.budgeting.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.earshot.budgeting.Explanation.Reason;
import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: every project has its reason, and a number of votes that was missing.
class C01_ReasonsTest {

  private static final Town TOWN =
      Town.of(
          100,
          """
          garden 30
          pool 45
          tower 900
          unloved 10
          """,
          """
          4 x garden
          4 x pool
          2 x
          """);

  @Test
  void eachProjectHasItsReason() {
    assertThat(TOWN.why("mes_cost", "garden").reason()).isEqualTo(Reason.BOUGHT);
    assertThat(TOWN.why("mes_cost", "pool").reason()).isEqualTo(Reason.MONEY_SHORT);
    assertThat(TOWN.why("mes_cost_u", "pool").reason()).isEqualTo(Reason.FITTED);
    assertThat(TOWN.why("mes_cost", "tower").reason()).isEqualTo(Reason.NO_SUPPORT);
    assertThat(TOWN.why("mes_cost", "unloved").reason()).isEqualTo(Reason.NO_SUPPORT);
  }

  @Test
  void oneMoreVoterWithTenWouldHaveBoughtThePool() {
    assertThat(TOWN.why("mes_cost", "pool").votesNeeded()).hasValue(1);
  }

  @Test
  void whatCostsMoreThanEverythingNeedsNoVotes() {
    assertThat(TOWN.why("greedy_cost", "tower").votesNeeded()).isEmpty();
  }
}
