package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What cities decided by their own rules, where their files say enough to repeat it.
class CityDecisionsReferenceTest {

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
