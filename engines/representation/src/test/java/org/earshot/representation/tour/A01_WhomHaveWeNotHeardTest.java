package org.earshot.representation.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earshot.representation.coverage.Coverage;
import org.earshot.representation.weighting.Margin;
import org.junit.jupiter.api.Test;

/// A first look: ten people were heard in a town of a hundred, and renters are missing.
class A01_WhomHaveWeNotHeardTest {

  @Test
  void rentersAreMissing() {
    var tenure = new Margin("tenure", List.of("rents", "owns"), List.of(60.0, 40.0));
    int rents = 0;
    int owns = 1;
    int[] heard = {rents, rents, owns, owns, owns, owns, owns, owns, owns, owns};

    var report = Coverage.compare(new int[][] {heard}, List.of(tenure), List.of(), List.of());

    var first = report.segments().getFirst();
    assertThat(first.names()).containsExactly("rents");
    assertThat(first.ratio()).isEqualTo(.2 / .6); // a third of their share
    assertThat(first.missing()).isEqualTo(10); // 12 of 20 would be 60 %
    assertThat(first.message())
        .isEqualTo("2 people with tenure = rents were heard; 10 more would be a fair share.");
  }
}
