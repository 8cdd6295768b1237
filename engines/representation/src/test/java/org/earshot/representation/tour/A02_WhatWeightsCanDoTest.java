package org.earshot.representation.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.earshot.representation.weighting.Margin;
import org.earshot.representation.weighting.Sample;
import org.earshot.representation.weighting.Weighting;
import org.earshot.representation.weighting.WeightingMethod;
import org.earshot.representation.weighting.WeightingResult.Impossible;
import org.earshot.representation.weighting.WeightingResult.Weighted;
import org.junit.jupiter.api.Test;

/// The same ten people, weighted; and what nobody can weigh.
class A02_WhatWeightsCanDoTest {

  private static final int RENTS = 0;
  private static final int OWNS = 1;
  private static final int[] HEARD = {RENTS, RENTS, OWNS, OWNS, OWNS, OWNS, OWNS, OWNS, OWNS, OWNS};

  @Test
  void eachRenterCountsForThirtyAndTenVoicesAreWorthFive() {
    var tenure = new Margin("tenure", List.of("rents", "owns"), List.of(60.0, 40.0));
    var result =
        Weighting.weigh(
            Sample.unweighted(new int[][] {HEARD}), List.of(tenure), new WeightingMethod.Raking());

    assertThat(result).isInstanceOf(Weighted.class);
    var weights = ((Weighted) result).weights();
    assertThat(weights.of(0)).isCloseTo(30, within(1e-9));
    assertThat(weights.of(9)).isCloseTo(5, within(1e-9));
    assertThat(weights.effectiveSampleSize()).isCloseTo(5, within(1e-9)); // 100² / 2000
  }

  @Test
  void nobodySpeaksForThoseWhoSleepRough() {
    var tenure = new Margin("tenure", List.of("rents", "owns", "none"), List.of(58.0, 40.0, 2.0));
    var result =
        Weighting.weigh(
            Sample.unweighted(new int[][] {HEARD}), List.of(tenure), new WeightingMethod.Raking());

    assertThat(((Impossible) result).faults().getFirst().message())
        .startsWith("Nobody with tenure = none was heard, but 2 people live here");
  }
}
