package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What cities decided by their own rules, where their files say enough to repeat it.
class CityDecisionsReferenceTest {

  @Test
  void theTwoOfficialDecisionsByEqualSharesAreRepeated() throws IOException, PbFormatException {
    for (var file : List.of("Poland_Wieliczka_2023_Green_Budget.pb", "Poland_Swiecie_2023.pb")) {
      var election = ReferenceData.election(file);
      var rule = Budgeting.cityRule(election).orElseThrow();
      assertThat(rule.name()).as(file).startsWith("mes_cost_add1");
      var official = Budgeting.official(election).orElseThrow();
      assertThat(Budgeting.decide(election, rule).funded())
          .as(file)
          .containsExactlyInAnyOrderElementsOf(official);
      assertThat(Budgeting.decide(election, Rule.find("mes_cost_add1").orElseThrow()).funded())
          .as(file)
          .containsExactlyInAnyOrderElementsOf(official);
    }
  }

  @Test
  void theirDecisionsAreRepeated() throws IOException, PbFormatException {
    var wrong = new ArrayList<String>();
    int compared = 0;
    for (var line : ReferenceData.expected()) {
      if (!line.get("city_rule_reproduces").asBoolean(false)) {
        continue;
      }
      var file = line.get("file").asText();
      var election = ReferenceData.election(file);
      var outcome = Budgeting.decide(election, Budgeting.cityRule(election).orElseThrow());
      var official =
          Budgeting.official(election).orElseThrow().stream()
              .map(Project::id)
              .collect(Collectors.toCollection(TreeSet::new));
      compared++;
      if (!official.equals(new TreeSet<>(outcome.ids()))) {
        wrong.add(file + " " + outcome.rule().name() + " " + official + " " + outcome.sortedIds());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isEqualTo(185);
  }
}
