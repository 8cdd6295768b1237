package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiveCountTest {

  private static final Election TOWN =
      Towns.approvals(50, List.of("a 50", "b 50"), List.of("a", "a", "b"));

  @Test
  void oneChangedBallotTurnsTheResult() {
    var live = new LiveCount(TOWN, Rule.find("greedy_cost").orElseThrow());
    assertThat(live.outcome().sortedIds()).containsExactly("a");
    live.change(0, List.of(TOWN.projects().get(1)));
    assertThat(live.outcome().sortedIds()).containsExactly("b");
  }

  @Test
  void whatIsNotInTheElectionIsRefusedAndChangesNothing() {
    var live = new LiveCount(TOWN, Rule.find("greedy_cost").orElseThrow());
    var a = TOWN.projects().getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> live.change(3, List.of(a)))
        .withMessageContaining("0 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> live.change(2, List.of(Project.of("zebra", 1))))
        .withMessageContaining("zebra");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> live.change(2, List.of(a, a)))
        .withMessageContaining("twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> live.change(2, List.of(a), List.of()))
        .withMessageContaining("Points for 0");
    assertThat(live.outcome().sortedIds()).containsExactly("a");
  }

  @Test
  void aRuleThatTheBallotsDoNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LiveCount(TOWN, Rule.find("mes_points").orElseThrow()))
        .withMessageContaining("mes_points does not fit approval ballots");
  }
}
