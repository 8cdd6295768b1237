package org.earshot.cli.representation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.earshot.cli.CommandRun;
import org.earshot.representation.sortition.PublicDraw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelCommandTest {

  private static final String HOSTILE = "<script>alert(1)</script>\"'&{page.lead}";

  @TempDir private Path directory;
  private Path people = Path.of("respondents.csv");
  private Path quotas = Path.of("categories.csv");

  @BeforeEach
  void write() throws IOException {
    people = directory.resolve("respondents.csv");
    quotas = directory.resolve("categories.csv");
    var rows = new StringBuilder("id,gender,age,street,town\n");
    for (int i = 0; i < 20; i++) {
      rows.append(
          "r%d,%s,%s,Road %d,T\n"
              .formatted(i, i < 14 ? "f" : "m", i % 3 == 0 ? "young" : "old", i < 2 ? 0 : i));
    }
    Files.writeString(people, rows);
    Files.writeString(
        quotas,
        "category,feature,min,max\ngender,f,3,3\ngender,m,3,3\nage,young,2,4\nage,old,2,4\n");
  }

  private CommandRun panel(String... more) {
    var all = new String[7 + more.length];
    all[0] = "panel";
    all[1] = "--people";
    all[2] = people.toString();
    all[3] = "--quotas";
    all[4] = quotas.toString();
    all[5] = "--size";
    all[6] = "6";
    System.arraycopy(more, 0, all, 7, more.length);
    return CommandRun.of(all);
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private Path ids(String... ids) throws IOException {
    return Files.writeString(directory.resolve("ids.txt"), String.join("\n", ids) + "\n");
  }

  @Test
  void theResultFollowsTheContract() throws IOException {
    var result = json(panel());
    assertThat(result.get("method").asText()).isEqualTo("leximin");
    assertThat(result.get("size").asInt()).isEqualTo(6);
    assertThat(result.get("objective").asText()).isEqualTo("leximin");
    assertThat(result.get("people")).hasSize(20);
    assertThat(result.get("people").get(3).get("id").asText()).isEqualTo("r3");
    assertThat(result.get("people").get(3).get("probability").asDouble())
        .isCloseTo(3.0 / 14, within(1e-9));
    assertThat(result.get("people").get(19).get("probability").asDouble())
        .isCloseTo(.5, within(1e-9));
    assertThat(result.get("minimum").asDouble()).isCloseTo(3.0 / 14, within(1e-9));
    assertThat(result.get("gini").asDouble()).isBetween(0.0, 1.0);
    assertThat(result.get("geometricMean").asDouble()).isBetween(3.0 / 14, .5);
    assertThat(result.get("certificate").get("gap").asDouble()).isLessThan(1e-6);
    assertThat(result.has("selected")).isFalse();
    double sum = 0;
    for (var one : result.get("panels")) {
      sum += one.get("probability").asDouble();
      assertThat(one.get("members")).hasSize(6);
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(panel().out()).isEqualTo(panel().out());
  }

  @Test
  void allObjectivesAreThere() throws IOException {
    for (var objective : new String[] {"leximin", "maximin", "nash"}) {
      var result = json(panel("--objective", objective));
      assertThat(result.get("method").asText()).isEqualTo(objective);
      assertThat(result.get("certificate").get("checked").asBoolean()).as(objective).isTrue();
    }
    assertThat(panel("--objective", "dice").err()).contains("leximin, maximin or nash");
  }

  @Test
  void nobodySitsWithTheirHousehold() throws IOException {
    var result = json(panel("--same-address", "street,town"));
    for (var one : result.get("panels")) {
      var members = text(one.get("members"));
      assertThat(members.contains("r0") && members.contains("r1")).isFalse();
    }
  }

  @Test
  void replacementsKeepTheQuotas() throws IOException {
    var seated = ids("r0", "r1", "r3", "r14", "r15", "r16");
    Path gone = Files.writeString(directory.resolve("gone.csv"), "id,why\nr0,ill\nr15,moved\n");
    var result = json(panel("--selected", seated.toString(), "--replace", gone.toString()));
    assertThat(result.get("people").get(0).get("probability").asDouble()).isZero();
    assertThat(result.get("people").get(1).get("probability").asDouble()).isEqualTo(1);
    for (var one : result.get("panels")) {
      assertThat(text(one.get("members")))
          .hasSize(6)
          .contains("r1", "r3", "r14", "r16")
          .doesNotContain("r0", "r15");
    }
    assertThat(panel("--selected", ids("r0", "nobody").toString()).err())
        .contains("line 2, column r0: 'nobody'; nobody in the pool has this id");
  }

  @Test
  void anybodyCanRepeatTheDraw() throws IOException, NoSuchAlgorithmException {
    var result = json(panel("--draw", "100", "--nonce", "00ff", "--beacon", "abcd"));
    var draw = result.get("draw");
    var text = new StringBuilder();
    for (var one : draw.get("equalPanels")) {
      text.append(String.join(",", text(one))).append('\n');
    }
    var hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8)));
    assertThat(draw.get("lotterySha256").asText()).isEqualTo(hash);
    var again = PublicDraw.draw(hash, "00ff", "abcd", 100);
    assertThat(draw.get("commitment").asText()).isEqualTo(again.commitment());
    assertThat(result.get("selected")).isEqualTo(draw.get("equalPanels").get(again.index()));
    assertThat(draw.get("leastChance").asDouble()).isGreaterThanOrEqualTo(.2);
    var committed = json(panel("--draw", "100", "--nonce", "00ff"));
    assertThat(committed.get("draw").get("commitment").asText()).isEqualTo(again.commitment());
    assertThat(committed.has("selected")).isFalse();
    assertThat(panel("--draw", "100", "--nonce", "xyz").err()).contains("hexadecimal");
    assertThat(panel("--draw", "2").err()).contains("Ask for 4 or more");
    assertThat(panel("--nonce", "00").exitCode()).isEqualTo(2);
  }

  @Test
  void aResultIsCheckedByArithmetic() throws IOException {
    for (var objective : new String[] {"leximin", "maximin", "nash"}) {
      Path file = directory.resolve("result.json");
      panel("--objective", objective, "--same-address", "street,town", "--out", file.toString());
      var checked = json(panel("--same-address", "street,town", "--check", file.toString()));
      assertThat(checked.get("holds").asBoolean()).as(objective).isTrue();
      assertThat(checked.get("gap").asDouble()).isLessThan(1e-6);
      var text = Files.readString(file);
      int members = text.indexOf("\"members\":");
      Files.writeString(
          file,
          text.substring(0, members)
              + text.substring(members).replaceFirst("\"r1[4-9]\"", "\"r12\""));
      var changed = panel("--same-address", "street,town", "--check", file.toString());
      assertThat(changed.exitCode()).as(objective).isEqualTo(1);
      assertThat(changed.err()).contains("breaks a quota");
    }
  }

  @Test
  void whatIsNoResultIsRefused() throws IOException {
    Path file = directory.resolve("result.json");
    for (var text :
        new String[] {
          "",
          "{",
          "[]",
          "{\"panels\":[{\"probability\":\"x\",\"members\":[]}]}",
          "{\"panels\":[{\"probability\":1,\"members\":[\"nobody\"]}]}",
          "{\"panels\":[],\"certificate\":{\"stages\":[],\"cuts\":[{\"worth\":[],\"most\":1,\"proof\":%s1%s}]}}"
              .formatted("{\"below\":".repeat(900), "}".repeat(900))
        }) {
      Files.writeString(file, text);
      var run = panel("--check", file.toString());
      assertThat(run.exitCode()).as(text.substring(0, Math.min(60, text.length()))).isEqualTo(2);
      assertThat(run.err()).contains("result.json").doesNotContain("at org.");
    }
  }

  @Test
  void quotasThatCannotBeFilledAreExplained() throws IOException {
    Files.writeString(
        quotas,
        "category,feature,min,max\ngender,f,3,3\ngender,m,4,4\nage,young,2,4\nage,old,2,4\n");
    var run = panel();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("The minimums of gender add up to 7, and the panel has 6 seats.");
    var result = new ObjectMapper().readTree(run.out());
    assertThat(result.get("infeasible").asBoolean()).isTrue();
    assertThat(result.get("objective").asDouble()).isEqualTo(1.5);
    var change = result.get("changes").get(0);
    assertThat(change.get("feature").asText()).isEqualTo("gender");
    assertThat(change.get("value").asText()).isEqualTo("m");
    assertThat(change.get("bound").asText()).isEqualTo("min");
    assertThat(change.get("from").asInt()).isEqualTo(4);
    assertThat(change.get("to").asInt()).isEqualTo(3);
    assertThat(result.get("message").asText()).contains("The least change");
  }

  @Test
  void faultsNameFileLineColumnAndValue() throws IOException {
    Files.writeString(
        quotas,
        "category,feature,min,max\ngender,f,3,x\ngender,m,4,3\nage,young,2,4\nage,young,2,4\n");
    assertThat(panel().err())
        .contains("categories.csv, line 2, column max: 'x'; a whole number from 0 on is needed")
        .contains("line 3, column max: '3'; max is at least min, 4")
        .contains("line 5, column feature: 'young'; it has a row already");
    Files.writeString(quotas, "category,feature,min,max\ngender,f,3,6\n");
    var run = panel();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("respondents.csv, line 16, column gender: 'm'")
        .contains("has no quota for it");
    Files.writeString(quotas, "category,feature,min\n");
    assertThat(panel().err()).contains("has no column 'max'");
    assertThat(panel("--same-address", "postcode").exitCode()).isEqualTo(2);
  }

  @Test
  void theReportExplainsEveryChanceAndEscapesEverything() throws IOException {
    var text =
        Files.readString(people).replace("r7,", "\"" + HOSTILE.replace("\"", "\"\"") + "\",");
    Files.writeString(people, text.replace(",young,", ",<b>young</b>,"));
    Files.writeString(quotas, Files.readString(quotas).replace("young", "<b>young</b>"));
    Path report = directory.resolve("report.html");
    var run =
        panel("--draw", "50", "--nonce", "00", "--beacon", "01", "--report", report.toString());
    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(report))
        .contains("1 in 4.7")
        .contains("gender = f is over-subscribed: 14 volunteers, and at most 3 may sit")
        .contains("The proof holds")
        .contains("&lt;script&gt;")
        .contains("{page.lead}")
        .doesNotContain("<script")
        .doesNotContain("<b>young")
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain("src=");
    var explained = json(panel("--explain"));
    assertThat(explained.get("people").get(0).get("because").asText())
        .startsWith("1 in 4.7: gender = f is over-subscribed");
  }

  private static Set<String> text(JsonNode array) {
    var all = new LinkedHashSet<String>();
    StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(all::add);
    return all;
  }
}
