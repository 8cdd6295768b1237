package org.earshot.budgeting.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earshot.budgeting.Project;
import org.earshot.budgeting.ProportionalityAudit;
import org.earshot.budgeting.ProportionalityAudit.Measure;
import org.earshot.budgeting.Segments;
import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: the audit names the group that got less than its part would have bought.
class E01_FairnessTest {

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

  private static List<Project> projects(String... ids) {
    return TOWN.election().projects().stream().filter(p -> List.of(ids).contains(p.id())).toList();
  }

  @Test
  void theSouthIsWrongedWhenTheNorthTakesAll() {
    var wronged =
        ProportionalityAudit.of(TOWN.election(), projects("north1", "north2"), Measure.COST);
    assertThat(wronged).hasSize(1);
    assertThat(wronged.getFirst().project().id()).isEqualTo("south");
    assertThat(wronged.getFirst().ballots()).containsExactly(6, 7, 8, 9);
    assertThat(wronged.getFirst().entitled()).hasToString("40");
    assertThat(wronged.getFirst().received()).isZero();
  }

  @Test
  void nobodyIsWhenEachPartHasItsOwn() {
    assertThat(ProportionalityAudit.of(TOWN.election(), projects("north1", "south"), Measure.COST))
        .isEmpty();
  }

  @Test
  void whoHasNothingIsCounted() {
    var reach = Segments.reach(TOWN.election(), projects("north1", "north2"));
    assertThat(reach.withNothing()).isEqualTo(4);
    assertThat(reach.byNumber()).containsExactly(4L, 0L, 6L);
    assertThat(reach.average()).isEqualTo(1.2);
  }
}
