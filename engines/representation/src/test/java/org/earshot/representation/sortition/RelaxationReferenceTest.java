package org.earshot.representation.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Quotas that cannot be filled: the stated least change, and its cause.
class RelaxationReferenceTest {

  @Test
  void theLeastChangeIsFound() {
    for (var instance : Instance.allIn("infeasible")) {
      var relaxation = relax(instance);
      var expected = instance.expected().get("minimal_relaxation_objective");
      if (expected.isNull()) {
        assertThat(relaxation.objective()).as(instance.name()).isEmpty();
      } else {
        assertThat(relaxation.objective().orElseThrow())
            .as(instance.name())
            .isCloseTo(expected.asDouble(), within(1e-6));
      }
    }
  }

  @Test
  void theCauseIsNamed() {
    assertThat(relax(Instance.read("infeasible/min_sum_over_k")).message())
        .contains("The minimums of gender add up to 26, and the panel has 24 seats.");
    assertThat(relax(Instance.read("infeasible/too_few_in_pool")).message())
        .contains("The pool has 1 person with education = edu_4, and at least 6 are asked for.");
  }

  private static Relaxation relax(Instance instance) {
    var result =
        Sortition.lottery(instance.pool(), Lottery.Objective.LEXIMIN, Lottery.Progress.NONE);
    assertThat(result).isInstanceOf(LotteryResult.Infeasible.class);
    return ((LotteryResult.Infeasible) result).relaxation();
  }
}
