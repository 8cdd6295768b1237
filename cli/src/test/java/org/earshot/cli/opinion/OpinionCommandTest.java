package org.earshot.cli.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionCommandTest {

  static final String HEADING = "timestamp,voter-id,comment-id,vote\n";

  @TempDir private Path directory;
  private Path votes = Path.of("votes.csv");

  @BeforeEach
  void write() throws IOException {
    votes = file("votes.csv", twoCamps());
  }

  /// Sixty people in two camps; they agree on statement 9 and on nothing else.
  static String twoCamps() {
    var text = new StringBuilder(HEADING);
    var random = new Random(3);
    for (int person = 0; person < 60; person++) {
      for (int statement = 0; statement < 10; statement++) {
        boolean odd = random.nextInt(8) == 0;
        int vote = statement == 9 || (person % 2 == statement % 2) != odd ? 1 : -1;
        text.append("5,%d,%d,%d\n".formatted(person, statement, vote));
      }
    }
    return text.toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void theResultFollowsTheContract() throws IOException {
    var result = json(CommandRun.of("opinion", votes.toString(), "--bootstrap", "20"));
    assertThat(names(result))
        .startsWith(
            "earshot",
            "method",
            "participants",
            "statements",
            "votes",
            "cells",
            "center",
            "components",
            "variance",
            "statementIds",
            "people",
            "groups",
            "k",
            "silhouette",
            "consensus",
            "statementResults");
    assertThat(result.get("method").asText()).isEqualTo("stable");
    assertThat(result.get("participants").asInt()).isEqualTo(60);
    assertThat(result.get("center")).hasSize(10);
    assertThat(result.get("components").get(1)).hasSize(10);
    assertThat(result.get("k").asInt()).isEqualTo(2);
    assertThat(names(result.get("silhouette"))).containsExactly("2", "3", "4", "5");
    var person = result.get("people").get(3);
    assertThat(names(person))
        .containsExactly("id", "x", "y", "group", "inConversation", "confidence");
    assertThat(person.get("confidence").asDouble()).isBetween(0.5, 1.0);
    var group = result.get("groups").get(0);
    assertThat(names(group)).containsExactly("id", "size", "center", "stability", "representative");
    assertThat(group.get("size").asInt()).isEqualTo(30);
    assertThat(names(group.get("representative").get(0)))
        .contains("statement", "direction", "repness", "repnessTest", "pSuccess", "pTest");
    assertThat(result.get("consensus").get("agree").get(0).get("statement").asText())
        .isEqualTo("9");
    var statement = result.get("statementResults").get(9);
    assertThat(names(statement))
        .containsExactly(
            "id",
            "agree",
            "disagree",
            "pass",
            "groupAwareConsensus",
            "interval",
            "extremity",
            "priority");
    assertThat(statement.get("agree").toString()).isEqualTo("60");
    assertThat(statement.get("interval").get(0).asDouble())
        .isLessThanOrEqualTo(statement.get("groupAwareConsensus").asDouble());
    assertThat(result.get("shown").get("corrected").asBoolean()).isFalse();
  }

  @Test
  void polisSaysNothingOfConfidence() throws IOException {
    var result = json(CommandRun.of("opinion", votes.toString(), "--method", "polis"));
    assertThat(result.get("method").asText()).isEqualTo("polis");
    assertThat(result.get("k").asInt()).isEqualTo(2);
    assertThat(result.get("people").get(0).get("confidence").isNull()).isTrue();
    assertThat(result.get("groups").get(0).get("stability").isNull()).isTrue();
    assertThat(result.get("statementResults").get(0).get("interval").isNull()).isTrue();
    assertThat(result.has("confidence")).isFalse();
  }

  @Test
  void theSameInputGivesTheSameBytesZippedOrNot() throws IOException {
    Path zipped = directory.resolve("votes.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(votes, out);
    }
    var plain = CommandRun.of("opinion", votes.toString(), "--seed", "7");
    assertThat(CommandRun.of("opinion", zipped.toString(), "--seed", "7").out())
        .isEqualTo(plain.out());
  }

  @Test
  void statementsThatAreOutOrAboutTheConversationTakeNoPart() throws IOException {
    var comments =
        file(
            "comments.csv",
            "comment-id,is-meta,moderated,comment-body\n1,false,-1,out\n2,true,1,\"two\nlines\"\n3,,0,in\n");
    var result =
        json(CommandRun.of("opinion", votes.toString(), "--comments", comments.toString()));
    assertThat(result.get("center").get(1).asDouble()).isZero();
    assertThat(result.get("center").get(2).asDouble()).isZero();
    assertThat(result.get("statementResults").get(2).get("priority").asDouble()).isEqualTo(49);
    assertThat(result.get("components").get(0).get(3).asDouble()).isNotZero();
  }

  @Test
  void weightsDecideHowMuchEachVoterCounts() throws IOException {
    var weights = new StringBuilder("id,weight\n");
    for (int person = 0; person < 60; person++) {
      weights.append("%d,%s\n".formatted(person, person % 2 == 0 ? "0" : "1.5"));
    }
    var file = file("weights.csv", weights.append("stranger,4\n").toString());
    var result = json(CommandRun.of("opinion", votes.toString(), "--weights", file.toString()));
    assertThat(result.get("statementResults").get(9).get("agree").asDouble()).isEqualTo(30);
  }

  @Test
  void aLogOfWhatWasShownIsUsedAndSaidToBe() throws IOException {
    var log = file("shown.csv", "voter-id,comment-id,chance\n0,1,0.5\n0,2,0.25\n");
    var result = json(CommandRun.of("opinion", votes.toString(), "--shown", log.toString()));
    assertThat(result.get("shown").toString())
        .isEqualTo("{\"corrected\":true,\"logged\":2,\"trimmed\":0}");
  }

  @Test
  void aConversationWithoutVotesIsAnEmptyResult() throws IOException {
    var none = file("none.csv", HEADING);
    for (var method : List.of("stable", "polis")) {
      var result = json(CommandRun.of("opinion", none.toString(), "--method", method));
      assertThat(result.get("participants").asInt()).isZero();
      assertThat(result.get("k").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|votes.csv, line 1: The file is empty",
        "~voter-id,comment-id,vote/a,s,2~|votes.csv, line 2: Column vote is '2', and must be 1",
        "~voter-id,comment-id/a,s~|There is no column 'vote'",
      })
  void saysWhatIsWrongWithVotes(String text, String message) throws IOException {
    var out = directory.resolve("out.json");
    var run =
        CommandRun.of(
            "opinion",
            file("votes.csv", text.replace('/', '\n')).toString(),
            "--out",
            out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "--comments|~~|line 1: the file is empty",
        "--comments|~comment-id/1~|column 'moderated' must be in the heading once",
        "--comments|~comment-id,moderated/1,2~|line 2: column moderated is '2', and must be -1",
        "--comments|~comment-id,moderated/1,1/1,1~|line 3: column comment-id is '1'",
        "--comments|~comment-id,moderated/1,1,1~|line 2: the line has 3 fields",
        "--comments|~comment-id,moderated,is-meta/1,1,maybe~|column is-meta is 'maybe'",
        "--weights|~id,weight/1,-1~|line 2: column weight is '-1', and must be a number, zero or more",
        "--weights|~id,weight/1,NaN~|column weight is 'NaN'",
        "--weights|~id,weight/1,1/1,1~|line 3: column id is '1', and must be once in the file",
        "--weights|~id,weight/1,1~|voter '0' has no weight",
        "--shown|~voter-id,comment-id,chance/0,1,0~|line 2: column chance is '0'",
      })
  void saysWhatIsWrongWithTheOtherFiles(String option, String text, String message)
      throws IOException {
    var other = file("other.csv", text.replace('/', '\n'));
    var run = CommandRun.of("opinion", votes.toString(), option, other.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message).contains("other.csv");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesBrokenFilesAndArguments() throws IOException {
    var cut = directory.resolve("cut.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cut))) {
      Files.copy(votes, out);
    }
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    refused("cut.csv.gz cannot be read", cut.toString());
    refused("There is no file", directory.resolve("nowhere.csv").toString());
    var latin = directory.resolve("latin.csv");
    Files.write(latin, new byte[] {'a', ',', 'm', (byte) 0xE9, '\n'});
    refused("not UTF-8", votes.toString(), "--comments", latin.toString());
    refused("--bootstrap is -1", votes.toString(), "--bootstrap", "-1");
    refused("--method polis knows no", votes.toString(), "--method", "polis", "--bootstrap", "5");
    refused("there is no directory", votes.toString(), "--report", directory + "/none/r.html");
    var nobody = new StringBuilder("id,weight\n");
    for (int person = 0; person < 60; person++) {
      nobody.append(person).append(",0\n");
    }
    var zeros = file("zeros.csv", nobody.toString());
    refused("Nobody has any weight", votes.toString(), "--weights", zeros.toString());
  }

  private static void refused(String message, String... arguments) {
    var line = new ArrayList<>(List.of("opinion"));
    line.addAll(List.of(arguments));
    var run = CommandRun.of(line.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }
}
