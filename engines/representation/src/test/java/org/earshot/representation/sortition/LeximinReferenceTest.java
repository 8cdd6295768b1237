package org.earshot.representation.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Published and enumerated lotteries within 1e-6, and the certificate of every instance.
class LeximinReferenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example_small_20",
        "example_large_200",
        "fixture150_22",
        "like_mass_24",
        "like_sf_a_35",
        "like_sf_b_20",
        "like_cca_75"
      })
  void chancesAgree(String name) {
    agrees(Instance.read(name));
  }

  @Test
  void tinyPoolsAgreeWithFullEnumeration() {
    for (var instance : Instance.allIn("tiny")) {
      agrees(instance);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"big_2000_200", "like_sf_e_110"})
  void whereNothingIsPublishedTheCertificateHolds(String name) {
    certified(solve(Instance.read(name)));
  }

  @Test
  void maximinReachesTheSameLeast() {
    for (var instance : Instance.allIn("tiny")) {
      var result =
          Sortition.lottery(instance.pool(), Lottery.Objective.MAXIMIN, Lottery.Progress.NONE);
      assertThat(result).isInstanceOf(LotteryResult.Found.class);
      assertThat(((LotteryResult.Found) result).lottery().minimum())
          .as(instance.name())
          .isCloseTo(instance.expected().get("maximin_value").asDouble(), within(1e-6));
    }
  }

  private static void agrees(Instance instance) {
    var lottery = solve(instance);
    var expected = instance.expectedChances();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(lottery.chances().get(i))
          .as(instance.name())
          .isCloseTo(expected.get(i), within(1e-6));
    }
    certified(lottery);
  }

  private static void certified(Lottery lottery) {
    assertThat(lottery.certificate().gap()).isLessThanOrEqualTo(1e-6);
    assertThat(lottery.certificate().checked()).as(lottery.certificate().remark()).isTrue();
  }

  private static Lottery solve(Instance instance) {
    var result =
        Sortition.lottery(instance.pool(), Lottery.Objective.LEXIMIN, Lottery.Progress.NONE);
    assertThat(result).as(instance.name()).isInstanceOf(LotteryResult.Found.class);
    return ((LotteryResult.Found) result).lottery();
  }
}
