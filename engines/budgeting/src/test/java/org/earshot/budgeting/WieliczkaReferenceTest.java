package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Wieliczka's Green Million of 2023, the first decision of a city by equal shares, and what its
/// official page says about single projects.
class WieliczkaReferenceTest {

  private Election election = Towns.approvals(1, java.util.List.of("a 1"), java.util.List.of());
  private JsonNode expected = new ObjectMapper().createObjectNode();

  @BeforeEach
  void read() throws IOException, PbFormatException {
    election = ReferenceData.election("Poland_Wieliczka_2023_Green_Budget.pb");
    expected =
        new ObjectMapper()
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .readTree(Files.readString(ReferenceData.folder().resolve("explain_wieliczka.json")));
  }

  private Explanations.Explained explained() {
    return Explanations.explain(election, Rule.find("mes_cost_add1").orElseThrow());
  }

  private static Explanation of(Explanations.Explained explained, String id) {
    return explained.explanations().stream()
        .filter(explanation -> explanation.project().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theEndowmentAndTheCostAreExact() {
    var outcome = explained().outcome();
    assertThat(outcome.endowment().orElseThrow())
        .hasToString(expected.get("endowment_exact").asText());
    assertThat(outcome.cost()).isEqualTo(expected.get("total_cost").asLong());
    assertThat(outcome.funded()).hasSize(expected.get("winners").asInt());
  }

  @Test
  void theMoneyThatWasLeftIsRightToTheCent() {
    var explained = explained();
    for (var left : expected.get("money_left").properties()) {
      var money = of(explained, left.getKey()).moneyLeft().orElseThrow();
      var told = left.getValue().decimalValue();
      assertThat(money.rounded(told.scale())).isEqualByComparingTo(told);
    }
  }

  @Test
  void theVotesThatWereMissingAreRight() {
    var explained = explained();
    for (var votes : expected.get("extra_fresh_votes_to_win_at_fixed_endowment").properties()) {
      assertThat(of(explained, votes.getKey()).votesNeeded())
          .as(votes.getKey())
          .hasValue(votes.getValue().asLong());
    }
  }

  @Test
  void whoSupportedWhatElseIsAsTheCityTold() {
    var explained = explained();
    var rivals = of(explained, "21").rivals();
    var six = rivals.stream().filter(r -> r.project().id().equals("6")).findFirst().orElseThrow();
    assertThat(six.supporters() / 496.0).isCloseTo(0.43, within(0.005));
    assertThat(six.paid()).isCloseTo(40_000, within(5_000.0));
  }

  @Test
  void whoWasLeftWithNothing() {
    var outcome = explained().outcome();
    var reach = Segments.reach(election, outcome.funded());
    assertThat((double) reach.withNothing() / reach.voters()).isCloseTo(0.17795, within(0.000005));
    assertThat(reach.average()).isCloseTo(expected.get("avg_projects").asDouble(), within(0.00005));
    assertThat((double) reach.byNumber().get(1) / reach.voters())
        .isCloseTo(expected.get("share_one").asDouble(), within(0.000005));
    assertThat((double) reach.byNumber().get(2) / reach.voters())
        .isCloseTo(expected.get("share_two").asDouble(), within(0.000005));
    var greedy = Budgeting.decide(election, Rule.find("greedy_cost").orElseThrow());
    assertThat(Segments.reach(election, greedy.funded()).average()).isCloseTo(1.47, within(0.005));
  }

  @Test
  void equalSharesWrongsNobodyAndGreedyWould() {
    var fair = explained().outcome().funded();
    var greedy = Budgeting.decide(election, Rule.find("greedy_cost").orElseThrow()).funded();
    var cost = ProportionalityAudit.Measure.COST;
    assertThat(ProportionalityAudit.of(election, fair, cost)).isEmpty();
    assertThat(ProportionalityAudit.of(election, greedy, cost)).isNotEmpty();
  }
}
