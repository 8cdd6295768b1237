package org.earshot.representation.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.earshot.representation.weighting.Margin;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Margin AGE =
      new Margin("age", List.of("16-24", "25-64", "65+"), List.of(200.0, 600.0, 200.0));
  private static final Margin AREA =
      new Margin("area", List.of("Eastside", "Hill"), List.of(300.0, 700.0));

  @Test
  void whoeverIsMissingMostComesFirst() {
    // 100 people heard: 2 young, 60 of middle age, 38 old; a fair share of the young would be 20
    var report = compare(people(2, 60, 38));
    var first = report.segments().getFirst();
    assertThat(first.names()).containsExactly("16-24");
    assertThat(first.heard()).isEqualTo(2);
    assertThat(first.ratio()).isCloseTo(.1, within(1e-12));
    assertThat(first.missing()).isEqualTo(23); // (2 + 23) / (100 + 23) is just above 20 %
    assertThat(first.missingTo80()).isEqualTo(17); // (2 + 17) / 117 is just above 16 %
    assertThat(first.residual()).isCloseTo(-18 / 4.0, within(1e-12));
    assertThat(first.certainlyMissing()).isBetween(10L, 22L);
    assertThat(report.population()).isEqualTo(1000);
  }

  @Test
  void theIntervalIsWilsons() {
    var segment = compare(people(2, 60, 38)).segments().getFirst();
    // Wilson's interval of 2 out of 100 is 0.0055 to 0.0700 (Newcombe's tables)
    assertThat(segment.lower()).isCloseTo(.0055 / .2, within(.0005));
    assertThat(segment.upper()).isCloseTo(.0700 / .2, within(.0005));
  }

  @Test
  void silenceIsNamed() {
    var report = compare(people(0, 60, 40));
    var silent = report.segments().getFirst();
    assertThat(silent.silent()).isTrue();
    assertThat(silent.message())
        .isEqualTo("Nobody with age = 16-24 was heard; no weight can repair that.");
    assertThat(silent.lower()).isZero();
    assertThat(report.effectiveSampleSize()).isEmpty();
  }

  @Test
  void whatAnotherDimensionExplainsIsNotCountedTwice() {
    // Tenure says the same as age: alike in one, people are alike in the other.
    var tenure = new Margin("tenure", List.of("rents", "owns"), List.of(200.0, 800.0));
    var age = new Margin("age", List.of("young", "old"), List.of(200.0, 800.0));
    var area = new Margin("area", List.of("Eastside", "Hill"), List.of(500.0, 500.0));
    var levels = new int[3][100];
    for (int i = 0; i < 100; i++) {
      levels[0][i] = i < 10 ? 0 : 1;
      levels[1][i] = levels[0][i];
      levels[2][i] = i % 2;
    }
    var report = Coverage.compare(levels, List.of(tenure, age, area), List.of(), List.of());
    for (var dimension : report.dimensions()) {
      assertThat(dimension.conditional().orElseThrow()).isCloseTo(0, within(1e-9));
    }
    assertThat(report.dimensions().getFirst().partial()).isCloseTo(.025, within(1e-9));
    var alone =
        Coverage.compare(
            new int[][] {levels[1], levels[2]}, List.of(age, area), List.of(), List.of());
    assertThat(alone.dimensions().getFirst().conditional().orElseThrow())
        .isCloseTo(.025, within(1e-9));
  }

  @Test
  void equalPropensityIsPerfect() {
    var report = compare(people(20, 60, 20));
    assertThat(report.rIndicator()).isCloseTo(1, within(1e-9));
    assertThat(report.effectiveSampleSize().orElseThrow()).isCloseTo(100, within(1e-6));
    assertThat(report.segments()).allMatch(segment -> segment.missing() == 0);
  }

  @Test
  void theIndicatorIsTheSpreadOfPropensities() {
    // propensities .01, .1, .19 with shares .2, .6, .2: mean .1, variance .4 · .09²
    var report = compare(people(2, 60, 38));
    assertThat(report.rIndicator()).isCloseTo(1 - 2 * .09 * Math.sqrt(.4), within(1e-9));
    assertThat(report.dimensions().getFirst().partial())
        .isCloseTo(.09 * Math.sqrt(.4), within(1e-9));
  }

  @Test
  void pairsAreComparedWithWhatIsKnownOfThem() {
    int[][] levels = {
      people(20, 60, 20), IntStream.range(0, 100).map(i -> i < 30 ? 0 : 1).toArray()
    };
    var assumed =
        Coverage.compare(levels, List.of(AGE, AREA), List.of(new int[] {0, 1}), List.of());
    var young = pair(assumed, "16-24", "Eastside");
    assertThat(young.assumed()).isTrue();
    assertThat(young.population()).isCloseTo(60, within(1e-9));
    assertThat(young.heard()).isEqualTo(20);
    var counted =
        new JointPopulation(
            0, 1, List.of(List.of(200.0, 0.0), List.of(50.0, 550.0), List.of(50.0, 150.0)));
    var exact =
        Coverage.compare(levels, List.of(AGE, AREA), List.of(new int[] {0, 1}), List.of(counted));
    assertThat(pair(exact, "16-24", "Eastside").ratio()).isCloseTo(1, within(1e-9));
    assertThat(pair(exact, "16-24", "Eastside").assumed()).isFalse();
    var silent = pair(exact, "65+", "Eastside");
    assertThat(silent.message())
        .isEqualTo(
            "Nobody with age = 65+ and area = Eastside was heard; no weight can repair that.");
  }

  @Test
  void peopleOfUnknownSegmentAreLeftOutOfIt() {
    int[] levels = people(20, 60, 20);
    levels[0] = -1;
    var report = compare(levels);
    assertThat(report.heard()).isEqualTo(100);
    assertThat(report.dimensions().getFirst().known()).isEqualTo(99);
  }

  @Test
  void nobodyAtAllIsStillAnAnswer() {
    var report = compare(new int[0]);
    assertThat(report.segments()).hasSize(3).allMatch(Segment::silent);
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> compare(new int[] {3})).hasMessageContaining("Segment 3 of age");
    assertThatThrownBy(
            () ->
                Coverage.compare(
                    new int[][] {{0}},
                    List.of(new Margin("age", List.of("x"), List.of(0.0))),
                    List.of(),
                    List.of()))
        .hasMessageContaining("population of 0.0");
  }

  private static Segment pair(CoverageReport report, String one, String two) {
    return report.segments().stream()
        .filter(segment -> segment.names().equals(List.of(one, two)))
        .findFirst()
        .orElseThrow();
  }

  private static CoverageReport compare(int[] levels) {
    return Coverage.compare(new int[][] {levels}, List.of(AGE), List.of(), List.of());
  }

  private static int[] people(int young, int middle, int old) {
    return IntStream.range(0, young + middle + old)
        .map(i -> i < young ? 0 : i < young + middle ? 1 : 2)
        .toArray();
  }
}
