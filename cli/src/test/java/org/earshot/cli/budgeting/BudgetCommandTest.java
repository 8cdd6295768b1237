package org.earshot.cli.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetCommandTest {

  private static final String HOSTILE = "<script>alert(1)</script>\"'&{page.title}";

  private static final String TOWN =
      """
      META
      key;value
      unit;Riverbend %1$s
      budget;100
      vote_type;approval
      rule;greedy
      currency;EUR
      PROJECTS
      project_id;cost;name;selected
      a;50;Playground %1$s;1
      b;50;Path;0
      c;40;Trees;1
      d;90;Pool;0
      VOTES
      voter_id;vote;sex
      1;a,b;F
      2;a,b;F
      3;a;M
      4;c;M
      5;c,d;F
      6;;M
      """
          .formatted("\"" + HOSTILE.replace("\"", "\"\"") + "\"")
          .replace("Riverbend \"", "\"Riverbend ")
          .replace("Playground \"", "\"Playground ");

  @TempDir private Path directory;
  private Path file = Path.of("town.pb");

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("town.pb");
    Files.writeString(file, TOWN);
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void theResultFollowsTheContract() throws IOException {
    var result = json(CommandRun.of("budget", file.toString(), "--rule", "mes_cost_add1u"));
    assertThat(result.get("file").asText()).isEqualTo(file.toString());
    assertThat(result.get("rule").asText()).isEqualTo("mes_cost_add1u");
    assertThat(result.get("method").asText()).isEqualTo("mes_cost_add1u, ties id");
    assertThat(result.get("winners")).extracting(JsonNode::asText).containsExactly("a", "c");
    assertThat(result.get("cost").asText()).isEqualTo("90");
    assertThat(result.get("endowment").asText()).matches("\\d+/\\d+");
    assertThat(result.has("ties")).isTrue();
    assertThat(result.has("explanations")).isFalse();
    assertThat(
            json(CommandRun.of("budget", file.toString(), "--rule", "greedy_cost"))
                .get("endowment")
                .isNull())
        .isTrue();
  }

  @Test
  void reasonsAndSegmentsComeWhenAsked() throws IOException {
    var result = json(CommandRun.of("budget", file.toString(), "--rule", "mes_cost", "--explain"));
    var pool = result.get("explanations").get(3);
    assertThat(pool.get("project").asText()).isEqualTo("d");
    assertThat(pool.get("funded").asBoolean()).isFalse();
    assertThat(pool.get("reason").asText()).isEqualTo("money_short");
    assertThat(pool.get("moneyLeft").asText()).isEqualTo("16.666667");
    assertThat(pool.get("votesNeeded").asInt()).isEqualTo(5);
    assertThat(pool.get("votesNeededCountedAgain").isNull()).isTrue(); // far more than it has
    assertThat(result.get("reach").get("voters").asInt()).isEqualTo(6);
  }

  @Test
  void variantsAreComparedByName() throws IOException {
    var result =
        json(
            CommandRun.of(
                "budget",
                file.toString(),
                "--rule",
                "greedy_cost",
                "--compare",
                "mes_cost",
                "--amounts",
                "60,200"));
    assertThat(result.get("variants")).hasSize(3);
    assertThat(result.get("variants").get(1).get("removed").get(0).asText()).isEqualTo("b");
    assertThat(result.get("variants").get(2).get("added").toString()).isEqualTo("[\"c\"]");
  }

  @Test
  void severalFilesAreSeveralLinesAndMayBeZipped() throws IOException {
    Path zipped = directory.resolve("town.pb.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(file, out);
    }
    var run = CommandRun.of("budget", file.toString(), zipped.toString(), "--rule", "phragmen");
    var lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).replace(".pb.gz", ".pb")).isEqualTo(lines.get(0));
  }

  @Test
  void theReportIsCompleteAndHostileNamesStayText() throws IOException {
    Path report = directory.resolve("report.html");
    Path bundle = directory.resolve("bundle.json");
    var run =
        CommandRun.of(
            "budget",
            file.toString(),
            "--rule",
            "mes_cost",
            "--report",
            report.toString(),
            "--bundle",
            bundle.toString(),
            "--compare",
            "greedy_cost");
    assertThat(run.err()).isEmpty();
    assertThat(report)
        .content()
        .contains("What is funded", "Why the others are not", "Who has what", "Fair shares")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("{page.title}")
        .contains("Funded there and not here:")
        .doesNotContain("<script", "http://", "https://", "NOT_FOUND");
    var json = new ObjectMapper().readTree(bundle.toFile());
    assertThat(json.get("ballots").asText()).matches("[0-9a-f]{64}");
    assertThat(json.get("rounds").get(0).get("project").asText()).isEqualTo("a");
    assertThat(json.get("rounds").get(0).get("price").asText()).contains("/");
  }

  @Test
  void manyProjectsWithoutLuckAreShownWhenAsked() throws IOException {
    var many = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      many.append("m%d;%d;Bench %d;0\n".formatted(i, 30 + i, i));
    }
    Files.writeString(file, TOWN.replace("VOTES", many + "VOTES"));
    Path report = directory.resolve("report.html");
    var run =
        CommandRun.of(
            "budget", file.toString(), "--rule", "mes_cost_add1", "--report", report.toString());
    assertThat(run.err()).isEmpty();
    assertThat(report)
        .content()
        .contains("And 10 more", "Bench 19", "Nobody voted for it.")
        .doesNotContain("NOT_FOUND");
  }

  @Test
  void aBundleIsCountedAgain() throws IOException {
    Path bundle = directory.resolve("bundle.json");
    var election = file.toString();
    var made =
        CommandRun.of("budget", election, "--rule", "mes_cost", "--bundle", bundle.toString());
    assertThat(made.exitCode()).isZero();
    var same = json(CommandRun.of("recount", election, bundle.toString()));
    assertThat(same.get("same").asBoolean()).isTrue();

    Files.writeString(file, TOWN.replace("4;c;M", "4;a;M"));
    var other = CommandRun.of("recount", election, bundle.toString());
    assertThat(other.exitCode()).isEqualTo(1);
    var differences = new ObjectMapper().readTree(other.out()).get("differences");
    assertThat(differences.get(0).asText()).startsWith("ballots: the bundle says");
    assertThat(differences.get(1).asText()).startsWith("round 1: the bundle says");
  }

  @Test
  void whatIsNoBundleIsRefused() throws IOException {
    Path bundle = directory.resolve("bundle.json");
    for (var text : new String[] {"", "{", "[]", "{\"rule\":\"mes_cost\"}", "null"}) {
      Files.writeString(bundle, text);
      var run = CommandRun.of("recount", file.toString(), bundle.toString());
      assertThat(run.exitCode()).as(text).isEqualTo(2);
      assertThat(run.err()).as(text).contains("bundle.json");
    }
  }

  @Test
  void aWrongRuleListsThoseThatFit() {
    var run = CommandRun.of("budget", file.toString(), "--rule", "mes_points");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("mes_points is no rule for approval ballots", "mes_cost_add1u");
  }

  @Test
  void everyFaultInAFileIsNamedByLine() throws IOException {
    Files.writeString(file, TOWN.replace("4;c;M", "4;nowhere;M").replace("b;50;", "b;fifty;"));
    var out = directory.resolve("out.json");
    var run =
        CommandRun.of("budget", file.toString(), "--rule", "phragmen", "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("line 11, column cost, \"fifty\"")
        .contains("line 19, column vote, \"nowhere\"")
        .contains("town.pb");
    assertThat(out).doesNotExist();
  }

  @Test
  void anOutcomeIsAudited() throws IOException {
    var fair = json(CommandRun.of("audit", file.toString(), "--outcome", "mes_cost"));
    assertThat(fair.get("proportional").asBoolean()).isTrue();
    var unfair = json(CommandRun.of("audit", file.toString(), "--outcome", "d"));
    assertThat(unfair.get("proportional").asBoolean()).isFalse();
    var violation = unfair.get("violations").get(0);
    assertThat(violation.get("project").asText()).isEqualTo("a");
    assertThat(violation.get("group").toString()).isEqualTo("[1,2,3]");
    assertThat(violation.get("entitled").decimalValue()).isEqualByComparingTo("50");
    assertThat(violation.get("received").asInt()).isZero();
    var official = json(CommandRun.of("audit", file.toString(), "--outcome", "official"));
    assertThat(official.get("outcome").toString()).isEqualTo("[\"a\",\"c\"]");
  }

  @Test
  void anUnknownOutcomeIsRefused() {
    var run = CommandRun.of("audit", file.toString(), "--outcome", "a,zebra");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("zebra");
  }
}
