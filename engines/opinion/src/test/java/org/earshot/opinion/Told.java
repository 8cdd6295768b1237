package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// What is told of a statement in a list, to compare with another implementation's.
record Told(String statement, String direction, boolean bestAgree, List<Double> numbers) {

  private static final List<String> OF_GROUPS =
      List.of("n-success", "n-trials", "repness", "repness-test", "p-success", "p-test");
  private static final List<String> OF_ALL =
      List.of("n-success", "n-trials", "p-success", "p-test");

  static Told of(Representative r, Votes votes) {
    return new Told(
        votes.statements().get(r.statement()),
        r.direction() == Vote.AGREE ? "agree" : "disagree",
        r.bestAgree(),
        List.of(r.count(), r.seen(), r.repness(), r.repnessTest(), r.success(), r.successTest()));
  }

  static Told of(Shared s, Votes votes) {
    return new Told(
        votes.statements().get(s.statement()),
        "",
        false,
        List.of(s.count(), s.seen(), s.success(), s.successTest()));
  }

  private static Told of(JsonNode node) {
    boolean ofGroup = node.has("repness");
    return new Told(
        node.get("tid").asText(),
        ofGroup ? node.get("repful-for").asText() : "",
        node.has("best-agree"),
        (ofGroup ? OF_GROUPS : OF_ALL).stream().map(name -> node.get(name).asDouble()).toList());
  }

  /// The same statements in the same order, numbers to 1e-6.
  static void compare(List<Told> ours, JsonNode array) {
    var theirs = StreamSupport.stream(array.spliterator(), false).map(Told::of).toList();
    assertThat(ours)
        .extracting(Told::statement)
        .containsExactlyElementsOf(theirs.stream().map(Told::statement).toList());
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i).direction).isEqualTo(theirs.get(i).direction);
      assertThat(ours.get(i).bestAgree).isEqualTo(theirs.get(i).bestAgree);
      for (int n = 0; n < ours.get(i).numbers.size(); n++) {
        double number = theirs.get(i).numbers.get(n);
        assertThat(ours.get(i).numbers.get(n))
            .isCloseTo(number, within(1e-6 * Math.max(1, Math.abs(number))));
      }
    }
  }
}
