package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The method `polis` from a cold start, against an independent implementation of the same
/// mathematics on nine real conversations (`ref-coldstart.json.gz`; its numbers carry nine digits).
class PolisReferenceTest {

  private static final double NINE_DIGITS = 6e-9;

  static Stream<String> conversations() {
    return ReferenceData.CONVERSATIONS.stream();
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void drawsTheSameMap(String conversation) {
    var reference = new Reference(conversation);
    var people = reference.landscape.votes().people();
    assertThat(people).containsExactlyInAnyOrderElementsOf(reference.ids("pids"));
    assertThat(reference.landscape.votes().statements())
        .containsExactlyElementsOf(reference.ids("tids"));
    var map = reference.landscape.map();
    double ratio = map.variance(0) / map.variance(1);
    assertThat(ratio).as("the axes can be told apart").isGreaterThan(1.05);
    for (int j = 0; j < map.statements(); j++) {
      close(map.center(j), reference.number("center", j));
      close(map.extremity(j), reference.number("extremity", j));
    }
    for (int axis = 0; axis < 2; axis++) {
      close(map.variance(axis), reference.number("eig", axis));
      double[] theirs = reference.numbers(reference.json.get("comps").get(axis));
      double cosine = 0;
      double length = 0;
      for (int j = 0; j < theirs.length; j++) {
        cosine += theirs[j] * map.component(axis, j);
        length += theirs[j] * theirs[j];
      }
      assertThat(Math.abs(cosine) / Math.sqrt(length)).isGreaterThanOrEqualTo(1 - 1e-9);
      for (int i = 0; i < map.people(); i++) {
        int person = people.indexOf(reference.json.get("pids").get(i).asText());
        double place = reference.number(axis == 0 ? "proj_x" : "proj_y", i);
        close(Math.signum(cosine) * map.position(axis, person), place);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void findsTheSameGroups(String conversation) {
    var reference = new Reference(conversation);
    var groups = reference.landscape.groups();
    assertThat(groups.count()).isEqualTo(reference.json.get("k").asInt());
    int[] theirs = reference.groups();
    for (int i = 0; i < theirs.length; i++) {
      assertThat(groups.inConversation(i)).isEqualTo(theirs[i] >= 0);
    }
    assertThat(PartitionAgreement.adjustedRand(groups.groupOf(), theirs)).isEqualTo(1.0);
    groups
        .silhouettes()
        .forEach(
            (k, value) ->
                assertThat(value)
                    .isCloseTo(
                        reference.json.get("silhouette").get(Integer.toString(k)).asDouble(),
                        within(1e-7)));
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void tellsTheSameOfStatementsAndGroups(String conversation) {
    var reference = new Reference(conversation);
    var landscape = reference.landscape;
    for (int j = 0; j < landscape.votes().statements().size(); j++) {
      close(landscape.groupAwareConsensus(j), reference.number("gac", j));
      close(landscape.priority(j), reference.number("priority", j));
    }
    for (int group = 0; group < landscape.groups().count(); group++) {
      var ours =
          landscape.representative(group).stream().map(r -> Told.of(r, landscape.votes())).toList();
      Told.compare(ours, reference.json.get("repness").get(Integer.toString(group)));
    }
    Told.compare(
        landscape.agreed().stream().map(s -> Told.of(s, landscape.votes())).toList(),
        reference.json.get("consensus").get("agree"));
    Told.compare(
        landscape.rejected().stream().map(s -> Told.of(s, landscape.votes())).toList(),
        reference.json.get("consensus").get("disagree"));
  }

  private static void close(double ours, double theirs) {
    assertThat(ours).isCloseTo(theirs, within(NINE_DIGITS * Math.max(1, Math.abs(theirs))));
  }

  /// One conversation: our result and theirs.
  private static final class Reference {

    final JsonNode json;
    final Landscape landscape;

    Reference(String conversation) {
      json =
          ReferenceData.json(
              ReferenceData.conversation(conversation).resolve("ref-coldstart.json.gz"));
      landscape =
          Opinion.polis(ReferenceData.votes(conversation), ReferenceData.moderation(conversation));
    }

    List<String> ids(String field) {
      var ids = new ArrayList<String>();
      json.get(field).forEach(id -> ids.add(id.asText()));
      return ids;
    }

    double number(String field, int at) {
      return json.get(field).get(at).asDouble();
    }

    double[] numbers(JsonNode array) {
      var numbers = new double[array.size()];
      Arrays.setAll(numbers, i -> array.get(i).asDouble());
      return numbers;
    }

    int[] groups() {
      var people = landscape.votes().people();
      var groups = new int[people.size()];
      Arrays.fill(groups, Groups.NONE);
      for (int i = 0; i < json.get("in_conv").size(); i++) {
        groups[people.indexOf(json.get("in_conv").get(i).asText())] =
            json.get("group_label").get(i).asInt();
      }
      return groups;
    }
  }
}
