package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// 288 real elections under every rule. `expected.jsonl.gz` was made by an exact implementation of
/// its own and, where it says so, certified by a second one (pabutools).
class ExpectedOutcomesReferenceTest {

  private static final String OTHER_TOOL = "mes_tool_default_add1u_exh_int";
  private static final int MOST_TURNED = 2_000;

  @Test
  void theOrderOfRowsChangesNothing() throws IOException, PbFormatException {
    int compared = 0;
    for (var line : ReferenceData.expected()) {
      if (line.get("voters").asInt() > MOST_TURNED) {
        continue;
      }
      var election = Towns.turned(ReferenceData.election(line.get("file").asText()));
      for (var expected : line.get("rules").properties()) {
        if (!expected.getKey().equals(OTHER_TOOL)) {
          var winners = new TreeSet<String>();
          expected.getValue().get("winners").forEach(id -> winners.add(id.asText()));
          compared++;
          assertThat(
                  new TreeSet<>(
                      Budgeting.decide(election, Rule.find(expected.getKey()).orElseThrow()).ids()))
              .as(line.get("file").asText() + " " + expected.getKey())
              .isEqualTo(winners);
        }
      }
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  @Test
  void everyWinnerSetIsTheExpectedOne() throws IOException, PbFormatException {
    var wrong = new ArrayList<String>();
    int compared = 0;
    for (var line : ReferenceData.expected()) {
      var file = line.get("file").asText();
      var election = ReferenceData.election(file);
      assertThat(election.ballots().count()).as(file).isEqualTo(line.get("voters").asInt());
      assertThat(election.projects()).as(file).hasSize(line.get("projects").asInt());
      for (var expected : line.get("rules").properties()) {
        if (expected.getKey().equals(OTHER_TOOL)) {
          continue;
        }
        var rule = Rule.find(expected.getKey()).orElseThrow();
        var outcome = Budgeting.decide(election, rule);
        var winners = new TreeSet<String>();
        expected.getValue().get("winners").forEach(id -> winners.add(id.asText()));
        compared++;
        if (!winners.equals(outcome.ids())
            || expected
                    .getValue()
                    .get("cost")
                    .decimalValue()
                    .compareTo(new java.math.BigDecimal(election.amount(outcome.cost())))
                != 0) {
          var more = new TreeSet<>(outcome.ids());
          more.removeAll(winners);
          var less = new TreeSet<>(winners);
          less.removeAll(outcome.ids());
          wrong.add(
              "%s %s: too much %s, missing %s, endowment %s"
                  .formatted(file, expected.getKey(), more, less, outcome.endowment()));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(3000);
  }
}
