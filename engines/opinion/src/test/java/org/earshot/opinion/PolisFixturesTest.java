package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The method `polis` given the groups of a live Polis server, against that server's own results
/// (`math-pca2.json.gz`, computed with agree = -1, so that centre and places are negated).
class PolisFixturesTest {

  static Stream<String> fixtures() {
    return ReferenceData.FIXTURES.stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void drawsTheSameMap(String fixture) {
    var live = new Live(fixture);
    var map = live.landscape.map();
    JsonNode pca = live.math.get("pca");
    double[] signs = new double[2];
    for (int axis = 0; axis < 2; axis++) {
      double cosine = 0;
      double length = 0;
      for (int j = 0; j < map.statements(); j++) {
        double theirs = pca.get("comps").get(axis).get(live.column(j)).asDouble();
        cosine += theirs * map.component(axis, j);
        length += theirs * theirs;
      }
      signs[axis] = Math.signum(cosine);
      assertThat(Math.abs(cosine) / Math.sqrt(length)).isGreaterThanOrEqualTo(1 - 1e-9);
    }
    for (int j = 0; j < map.statements(); j++) {
      int column = live.column(j);
      assertThat(map.center(j)).isCloseTo(-pca.get("center").get(column).asDouble(), within(1e-9));
      for (int axis = 0; axis < 2; axis++) {
        assertThat(map.statementPosition(axis, j))
            .isCloseTo(
                -signs[axis] * pca.get("comment-projection").get(axis).get(column).asDouble(),
                within(1e-9));
      }
    }
    JsonNode base = live.math.get("base-clusters");
    for (int c = 0; c < base.get("id").size(); c++) {
      double x = 0;
      double y = 0;
      for (JsonNode member : base.get("members").get(c)) {
        int person = live.person(member.asText());
        x += map.position(0, person) / base.get("members").get(c).size();
        y += map.position(1, person) / base.get("members").get(c).size();
      }
      assertThat(x).isCloseTo(-signs[0] * base.get("x").get(c).asDouble(), within(1e-9));
      assertThat(y).isCloseTo(-signs[1] * base.get("y").get(c).asDouble(), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void tellsTheSameOfStatements(String fixture) {
    var live = new Live(fixture);
    for (int j = 0; j < live.votes.statements().size(); j++) {
      var id = live.votes.statements().get(j);
      assertThat(live.landscape.groupAwareConsensus(j))
          .isCloseTo(live.math.get("group-aware-consensus").get(id).asDouble(), within(1e-12));
      double priority = live.math.get("comment-priorities").get(id).asDouble();
      assertThat(live.landscape.priority(j)).isCloseTo(priority, within(1e-9 * priority));
      for (int group = 0; group < live.landscape.groups().count(); group++) {
        JsonNode counts =
            live.math.get("group-votes").get(Integer.toString(group)).get("votes").get(id);
        assertThat(live.landscape.count(group, j, Vote.AGREE)).isEqualTo(counts.get("A").asInt());
        assertThat(live.landscape.count(group, j, Vote.DISAGREE))
            .isEqualTo(counts.get("D").asInt());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findsTheSameRepresentativeStatementsAndCommonGround(String fixture) {
    var live = new Live(fixture);
    for (int group = 0; group < live.landscape.groups().count(); group++) {
      var ours =
          live.landscape.representative(group).stream().map(r -> Told.of(r, live.votes)).toList();
      Told.compare(ours, live.math.get("repness").get(Integer.toString(group)));
    }
    Told.compare(
        live.landscape.agreed().stream().map(s -> Told.of(s, live.votes)).toList(),
        live.math.get("consensus").get("agree"));
    Told.compare(
        live.landscape.rejected().stream().map(s -> Told.of(s, live.votes)).toList(),
        live.math.get("consensus").get("disagree"));
  }

  /// A live server's result, and ours for the same votes and the same groups.
  private static final class Live {

    final JsonNode math;
    final Votes votes;
    final Landscape landscape;

    Live(String fixture) {
      var folder = ReferenceData.folder().resolve("fixtures").resolve(fixture);
      math = ReferenceData.json(folder.resolve("math-pca2.json.gz"));
      votes = votes(ReferenceData.json(folder.resolve("votes.json.gz")));
      var moderation = new Moderation(ids(math.get("mod-out")), ids(math.get("meta-tids")));
      landscape =
          Landscape.of(
              votes, moderation, VoteWeights.EQUAL, Opinion.polisMap(votes, moderation), groups());
    }

    private static Votes votes(JsonNode rows) {
      var builder = new VotesBuilder();
      var people = new ArrayList<String>();
      var statements = new ArrayList<String>();
      for (JsonNode row : rows) {
        builder.add(
            number(people, row.get("pid").asText()),
            number(statements, row.get("tid").asText()),
            Vote.of(row.get("vote").asInt()),
            row.get("modified").asLong());
      }
      return builder.build(people, statements);
    }

    private static int number(List<String> ids, String id) {
      int at = ids.indexOf(id);
      if (at < 0) {
        ids.add(id);
        return ids.size() - 1;
      }
      return at;
    }

    private static Set<String> ids(JsonNode array) {
      var ids = new HashSet<String>();
      array.forEach(id -> ids.add(id.asText()));
      return ids;
    }

    private Groups groups() {
      int[] groupOf = new int[votes.people().size()];
      Arrays.fill(groupOf, Groups.NONE);
      JsonNode base = math.get("base-clusters");
      for (JsonNode group : math.get("group-clusters")) {
        var members = ids(group.get("members"));
        for (int c = 0; c < base.get("id").size(); c++) {
          if (members.contains(base.get("id").get(c).asText())) {
            base.get("members")
                .get(c)
                .forEach(member -> groupOf[person(member.asText())] = group.get("id").asInt());
          }
        }
      }
      return new Groups(groupOf, math.get("group-clusters").size(), new TreeMap<>());
    }

    int person(String id) {
      return votes.people().indexOf(id);
    }

    /// Where their arrays hold our statement.
    int column(int statement) {
      for (int at = 0; at < math.get("tids").size(); at++) {
        if (math.get("tids").get(at).asText().equals(votes.statements().get(statement))) {
          return at;
        }
      }
      throw new IllegalStateException("no statement " + statement);
    }
  }
}
