package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Elections that come from a program and not from a file.
class ElectionTest {

  private static Election made() {
    var ballots = new Ballots.Builder(false);
    ballots.choose(0, 1);
    ballots.choose(1, 1);
    ballots.endBallot();
    ballots.endBallot(); // an empty one
    return new Election(
        Map.of("vote_type", "approval", "budget", "0"),
        VoteType.APPROVAL,
        10_050,
        2,
        List.of(Project.of("a", 5_025), Project.of("b;\"", 9_000)),
        ballots.build(),
        PackedText.none(),
        List.of(),
        List.of());
  }

  @Test
  void itIsDecidedAsOneFromAFile() {
    var outcome = Budgeting.decide(made(), Rule.find("greedy_cost").orElseThrow());
    assertThat(outcome.sortedIds()).containsExactly("a");
    assertThat(outcome.cost()).isEqualTo(5_025);
  }

  @Test
  void itIsWrittenWithNumberedVotersAndReadBack() throws IOException {
    var out = new ByteArrayOutputStream();
    PbWriter.write(made(), out);
    var again = Towns.read(out.toString(UTF_8));
    assertThat(BallotHash.of(again)).isEqualTo(BallotHash.of(made()));
    assertThat(again.voterIds().get(1)).isEqualTo("2");
    assertThat(again.projects().get(1).id()).isEqualTo("b;\"");
  }

  @Test
  void amountsThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> made().withBudget(-1))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Project.of("a", 0))
        .withMessageContaining("a costs 0");
  }
}
