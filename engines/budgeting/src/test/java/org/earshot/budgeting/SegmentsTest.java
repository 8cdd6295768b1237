package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.earshot.budgeting.Segments.Segment;
import org.junit.jupiter.api.Test;

/// Voters divided by a column; columns are read from a file as they come.
class SegmentsTest {

  /// Voters by how many there are of each value; all choose project a, those with "n" nothing.
  private static List<Segment> of(String column, Object... valuesAndCounts) {
    var text = new StringBuilder("META\nkey;value\nbudget;10\nvote_type;approval\n");
    text.append("PROJECTS\nproject_id;cost\na;10\nVOTES\nvoter_id;vote;" + column + "\n");
    for (int i = 0; i < valuesAndCounts.length; i += 2) {
      for (int voter = 0; voter < (int) valuesAndCounts[i + 1]; voter++) {
        var value = valuesAndCounts[i].toString();
        text.append("1;").append(value.startsWith("n") ? "" : "a").append(';').append(value);
        text.append('\n');
      }
    }
    var election = Towns.read(text.toString());
    return Segments.of(election, election.projects());
  }

  @Test
  void sharesOfVotersOfChoicesAndOfMoney() {
    var segments = of("sex", "M", 30, "F", 10, "no", 10);
    assertThat(segments).extracting(Segment::value).containsExactly("F", "M", "no");
    assertThat(segments).extracting(Segment::voterShare).containsExactly(0.2, 0.6, 0.2);
    assertThat(segments.get(1).choiceShare()).isCloseTo(0.75, within(1e-12));
    assertThat(segments.get(1).moneyShare()).isCloseTo(0.75, within(1e-12));
    assertThat(segments).extracting(Segment::withNothing).containsExactly(0L, 0L, 10L);
  }

  @Test
  void fewVotersAreJoinedUntilTheyAreEnough() {
    assertThat(of("area", "A", 50, "B", 6, "C", 7))
        .extracting(Segment::value)
        .containsExactly("A", "other");
    // two alone could be found by subtraction, so the next to them joins them
    assertThat(of("area", "A", 50, "B", 2, "C", 20))
        .extracting(Segment::value, Segment::voters)
        .containsExactly(tuple("A", 50L), tuple("other", 22L));
    assertThat(of("area", "A", 50, "B", 2)).isEmpty();
  }

  @Test
  void manyNumbersBecomeRangesOfTen() {
    var ages = new Object[60];
    for (int i = 0; i < 30; i++) {
      ages[2 * i] = 20 + i;
      ages[2 * i + 1] = 2;
    }
    assertThat(of("age", ages))
        .extracting(Segment::value)
        .containsExactly("20-29", "30-39", "40-49");
  }

  @Test
  void whoDidNotSaySaysSo() {
    assertThat(of("sex", "M", 30, "", 10)).extracting(Segment::value).contains("not said");
  }

  @Test
  void aColumnWithOneValueDividesNobody() {
    assertThat(of("method", "internet", 30)).isEmpty();
  }

  @Test
  void oneColumnShowsAtMostAHundredSegmentsAndTheRest() {
    var areas = new Object[300];
    for (int i = 0; i < 150; i++) {
      areas[2 * i] = "A" + i;
      areas[2 * i + 1] = 10;
    }
    var segments = of("area", areas);
    assertThat(segments).hasSize(101);
    assertThat(segments.stream().mapToLong(Segment::voters).sum()).isEqualTo(1_500);
  }
}
