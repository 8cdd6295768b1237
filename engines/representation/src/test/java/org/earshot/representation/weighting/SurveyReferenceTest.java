package org.earshot.representation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.earshot.representation.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every weight of R survey 4.1-1 on the California schools, within 1e-8.
class SurveyReferenceTest {

  private static final double CLOSE = 1e-8;

  @ParameterizedTest
  @CsvSource({
    "A_apiclus1.csv, A_margins.csv, w_rake, A_clus1_tight",
    "B_apistrat.csv, B_margins.csv, w_rake, B_strat3",
    "B_apistrat.csv, B_margins.csv, w_calraking, B_cal_raking",
    "B_apistrat.csv, B_margins.csv, w_linear, B_cal_linear",
    "B_apistrat.csv, B_margins.csv, w_logit, B_cal_logit_0.6_1.8",
    "B_apistrat.csv, B_margins.csv, w_trim, B_trim_15_60_strict",
  })
  void weightsAgree(String people, String margins, String column, String scalars) {
    var schools = CaliforniaSchools.read(people, margins);
    var weights = weigh(schools, column);
    double[] expected = schools.column(column);
    for (int i = 0; i < expected.length; i++) {
      assertThat(weights.of(i)).isCloseTo(expected[i], within(CLOSE * expected[i]));
    }
    checkScalars(weights, scalars);
  }

  @Test
  void trimmingMovesTheMargins() {
    var schools = CaliforniaSchools.read("B_apistrat.csv", "B_margins.csv");
    assertThat(weigh(schools, "w_trim").largestDiscrepancy()).isGreaterThan(1e-4);
    assertThat(weigh(schools, "w_rake").largestDiscrepancy()).isLessThan(1e-11);
  }

  private static Weights weigh(CaliforniaSchools schools, String column) {
    var method =
        switch (column) {
          case "w_linear" -> new WeightingMethod.Linear();
          case "w_logit" -> new WeightingMethod.Logit(.6, 1.8);
          default -> new WeightingMethod.Raking();
        };
    Optional<Trim> trim =
        column.equals("w_trim") ? Optional.of(new Trim(15, 60)) : Optional.empty();
    var result = Weighting.weigh(schools.sample(), schools.margins(), method, trim);
    assertThat(result).isInstanceOf(WeightingResult.Weighted.class);
    return ((WeightingResult.Weighted) result).weights();
  }

  private static void checkScalars(Weights weights, String name) {
    Map<String, Double> expected = new TreeMap<>();
    for (var row : ReferenceData.rows(ReferenceData.path("raking/expected_scalars.csv"))) {
      if (name.equals(row.get("case"))) {
        expected.put(row.get("key"), Double.valueOf(row.get("value")));
      }
    }
    Map<String, Double> actual =
        Map.of(
            "sum_w", weights.sum(),
            "sum_w2", weights.sumOfSquares(),
            "ess_kish", weights.effectiveSampleSize(),
            "deff_kish", weights.designEffect(),
            "w_min", weights.minimum(),
            "w_max", weights.maximum(),
            "cv_w", weights.variation());
    actual.forEach(
        (key, value) ->
            assertThat(value).as(key).isCloseTo(expected.get(key), withinPercentage(1e-6)));
  }
}
