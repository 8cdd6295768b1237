package org.earshot.representation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What published tools pass over in silence, and what is said here instead.
class WeightingFaultsTest {

  private static final Margin AGE = new Margin("age", List.of("young", "old"), List.of(40.0, 60.0));
  private static final Margin AREA = new Margin("area", List.of("east", "west"), List.of(50., 50.));

  @Test
  void aLevelWithoutAnyoneIsNamed() {
    assertThat(messages(new int[][] {{0, 0, 0}, {0, 1, 1}}, AGE, AREA))
        .containsExactly(
            "Nobody with age = old was heard, but 60 people live here; no weight can repair that."
                + " Merge the level with a neighbouring one, or report it as not heard.");
  }

  @Test
  void totalsThatDifferAreListed() {
    var other = new Margin("area", List.of("east", "west"), List.of(50., 51.));
    assertThat(messages(new int[][] {{0, 1}, {0, 1}}, AGE, other))
        .singleElement()
        .asString()
        .contains("age counts 100 people and area counts 101: a difference of 1.");
  }

  @Test
  void negativeAndMissingCountsAreRefused() {
    var bad = new Margin("age", List.of("young", "old"), List.of(-1.0, Double.NaN));
    assertThat(messages(new int[][] {{0, 1}, {0, 1}}, bad, AREA))
        .hasSize(2)
        .allMatch(message -> message.contains("zero or more"));
  }

  @Test
  void peopleFromAnEmptyTargetAreCounted() {
    var bad = new Margin("age", List.of("young", "old"), List.of(0.0, 100.0));
    assertThat(messages(new int[][] {{0, 1}, {0, 1}}, bad, AREA))
        .singleElement()
        .asString()
        .startsWith("1 people with age = young were heard");
  }

  @Test
  void boundsThatALevelCannotMeetAreNamed() {
    var sample = Sample.unweighted(new int[][] {{0, 1, 1, 1}, {0, 1, 0, 1}});
    var result = Weighting.weigh(sample, List.of(AGE, AREA), new WeightingMethod.Logit(.9, 1.2));
    assertThat(faults(result))
        .first()
        .isEqualTo(new WeightingFault.BoundsTooTight("age", "young", 1.6, .9, 1.2));
  }

  @Test
  void boundsThatOnlyTogetherAreTooTightAreFound() {
    // Each margin alone fits within the bounds; the people who would carry both do not exist.
    var sample = Sample.unweighted(new int[][] {{0, 0, 1, 1}, {0, 0, 1, 1}});
    var one = new Margin("age", List.of("young", "old"), List.of(60.0, 40.0));
    var two = new Margin("area", List.of("east", "west"), List.of(40.0, 60.0));
    var result = Weighting.weigh(sample, List.of(one, two), new WeightingMethod.Logit(.5, 2));
    assertThat(faults(result)).singleElement().isInstanceOf(WeightingFault.BoundsTooTight.class);
    var raked = Weighting.weigh(sample, List.of(one, two), new WeightingMethod.Raking());
    assertThat(faults(raked)).singleElement().isInstanceOf(WeightingFault.NoSolution.class);
  }

  @Test
  void trimmingWithoutRoomIsRefused() {
    var sample = Sample.unweighted(new int[][] {{0, 1, 1, 1}, {0, 1, 0, 1}});
    var result =
        Weighting.weigh(
            sample,
            List.of(AGE, AREA),
            new WeightingMethod.Raking(),
            Optional.of(new Trim(26, 27)));
    assertThat(faults(result)).singleElement().isInstanceOf(WeightingFault.TrimTooTight.class);
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> new WeightingMethod.Logit(1.2, 2)).hasMessageContaining("1.2");
    assertThatThrownBy(() -> new Trim(3, 2)).hasMessageContaining("3.0");
    assertThatThrownBy(() -> Sample.of(new int[][] {{0}}, new double[] {0}))
        .hasMessageContaining("person 0");
    assertThatThrownBy(
            () ->
                Weighting.weigh(
                    Sample.unweighted(new int[][] {{2}}),
                    List.of(AGE),
                    new WeightingMethod.Raking()))
        .hasMessageContaining("Level 2 of margin 0");
  }

  private static List<String> messages(int[][] levels, Margin... margins) {
    var result =
        Weighting.weigh(Sample.unweighted(levels), List.of(margins), new WeightingMethod.Raking());
    return faults(result).stream().map(WeightingFault::message).toList();
  }

  private static List<WeightingFault> faults(WeightingResult result) {
    assertThat(result).isInstanceOf(WeightingResult.Impossible.class);
    return ((WeightingResult.Impossible) result).faults();
  }
}
