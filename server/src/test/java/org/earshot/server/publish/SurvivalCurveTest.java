package org.earshot.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.earshot.server.publish.SurvivalCurve.Waits;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// How long people wait, when some still do.
class SurvivalCurveTest {

  /// The textbook example of the 6-MP arm of the leukaemia trial (Freireich and others, 1963):
  /// remission in weeks, 9 events among 21, the rest censored.
  private static final List<Waits> SIX_MP =
      List.of(
          new Waits(6, 3, 1),
          new Waits(7, 1, 0),
          new Waits(9, 0, 1),
          new Waits(10, 1, 1),
          new Waits(11, 0, 1),
          new Waits(13, 1, 0),
          new Waits(16, 1, 0),
          new Waits(17, 0, 1),
          new Waits(19, 0, 1),
          new Waits(20, 0, 1),
          new Waits(22, 1, 0),
          new Waits(23, 1, 0),
          new Waits(25, 0, 1),
          new Waits(32, 0, 2),
          new Waits(34, 0, 1),
          new Waits(35, 0, 1));

  @Test
  void agreesWithTheTextbook() {
    var curve = SurvivalCurve.of(SIX_MP);
    assertThat(curve.people()).isEqualTo(21);
    assertThat(curve.answered()).isEqualTo(9);
    assertThat(curve.waitingAfter(6)).isCloseTo(0.8571, within(5e-5));
    assertThat(curve.waitingAfter(10)).isCloseTo(0.7529, within(5e-5));
    assertThat(curve.waitingAfter(22)).isCloseTo(0.5378, within(5e-5));
    assertThat(curve.waitingAfter(40)).isCloseTo(0.4482, within(5e-5));
    assertThat(curve.findMedianDays()).hasValue(23);
  }

  @Test
  void thePeopleWhoStillWaitAreNotDropped() {
    var curve = SurvivalCurve.of(List.of(new Waits(1, 10, 0), new Waits(30, 0, 90)));
    assertThat(curve.waitingAfter(29)).isCloseTo(0.9, within(1e-12));
    assertThat(curve.findMedianDays()).isEmpty();
  }

  @RandomSeeds
  void isTheShareStillWaitingWhenNobodyIsCensored(long seed) {
    var random = new Random(seed);
    var waits = new ArrayList<Waits>();
    for (int day = 0; day < 30; day++) {
      waits.add(new Waits(day, random.nextInt(20), 0));
    }
    long people = waits.stream().mapToLong(Waits::answered).sum();
    var curve = SurvivalCurve.of(waits);
    for (int day = 0; day < 30; day++) {
      int last = day;
      long left = waits.stream().filter(w -> w.days() > last).mapToLong(Waits::answered).sum();
      assertThat(curve.waitingAfter(day)).isCloseTo((double) left / people, within(1e-9));
    }
  }

  @RandomSeeds
  void theIntervalHoldsTheShareAndStaysBetweenNoneAndAll(long seed) {
    var random = new Random(seed);
    var waits = new ArrayList<Waits>();
    for (int day = 0; day < 40; day++) {
      waits.add(new Waits(random.nextInt(60), random.nextInt(5), random.nextInt(5)));
    }
    for (var step : SurvivalCurve.of(waits).steps()) {
      assertThat(step.low()).isBetween(0.0, step.waiting());
      assertThat(step.high()).isBetween(step.waiting(), 1.0);
    }
  }

  @Test
  void nobodyIsNoCurve() {
    assertThat(SurvivalCurve.of(List.of()).steps()).isEmpty();
  }

  @Test
  void negativeCountsAreRefused() {
    assertThatThrownBy(() -> SurvivalCurve.of(List.of(new Waits(3, -1, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("days=3");
  }
}
