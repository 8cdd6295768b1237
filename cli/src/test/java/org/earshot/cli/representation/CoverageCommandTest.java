package org.earshot.cli.representation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageCommandTest {

  private static final String HOSTILE = "<script>alert(1)</script>\"'&{page.lead}";

  @TempDir private Path directory;
  private Path people = Path.of("people.csv");
  private Path margins = Path.of("margins.csv");

  @BeforeEach
  void write() throws IOException {
    people = directory.resolve("people.csv");
    margins = directory.resolve("margins.csv");
    var rows = new StringBuilder("age,area\n");
    rows.append("young,east\n".repeat(10)).append("old,east\n".repeat(60));
    rows.append("old,west\n".repeat(30)).append(",west\n");
    Files.writeString(people, rows);
    Files.writeString(
        margins,
        "dimension,segment,population\nage,young,400\nage,old,500\nage,\"%s\",100\n"
                .formatted(HOSTILE.replace("\"", "\"\""))
            + "area,east,500\narea,west,500\n");
  }

  private CommandRun coverage(String... more) {
    var all = new String[5 + more.length];
    all[0] = "coverage";
    all[1] = "--people";
    all[2] = people.toString();
    all[3] = "--margins";
    all[4] = margins.toString();
    System.arraycopy(more, 0, all, 5, more.length);
    return CommandRun.of(all);
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void theLargestSilenceStandsFirst() throws IOException {
    var result = json(coverage());
    assertThat(result.get("population").asDouble()).isEqualTo(1000);
    assertThat(result.get("heard").asInt()).isEqualTo(101);
    assertThat(result.get("rIndicator").asDouble()).isLessThan(1);
    assertThat(result.get("segments")).hasSize(5);
    var first = result.get("segments").get(0);
    assertThat(first.get("dimension").asText()).isEqualTo("age");
    assertThat(first.get("segment").asText()).isEqualTo("young");
    assertThat(first.get("heard").asInt()).isEqualTo(10);
    assertThat(first.get("population").asDouble()).isEqualTo(400);
    assertThat(first.get("ratio").asDouble()).isEqualTo(.25);
    assertThat(first.get("interval")).hasSize(2);
    assertThat(first.get("missing").asInt()).isEqualTo(50); // (10 + 50) of (100 + 50) is 0.4
    assertThat(first.get("missingTo80").asInt()).isEqualTo(33);
    assertThat(first.get("residual").asDouble()).isNegative();
  }

  @Test
  void oneDimensionOrPairsOfTwoAreShownWhenAsked() throws IOException {
    assertThat(json(coverage("--by", "area")).get("segments")).hasSize(2);
    var pairs = json(coverage("--by", "age,area")).get("segments");
    assertThat(pairs).hasSize(6);
    assertThat(pairs.get(0).get("dimension").asText()).isEqualTo("age,area");
    assertThat(coverage("--by", "tenure").err()).contains("Its dimensions: age, area");
    assertThat(coverage("--by", "a,b,c").exitCode()).isEqualTo(2);
  }

  @Test
  void theReportNamesWhoWasNotHeardAndEscapesEverything() throws IOException {
    Path report = directory.resolve("report.html");
    assertThat(coverage("--report", report.toString()).exitCode()).isZero();
    var html = Files.readString(report);
    assertThat(html)
        .contains("Not heard at all")
        .contains("&lt;script&gt;")
        .contains("{page.lead}")
        .doesNotContain("<script")
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain("src=");
    assertThat(html).contains("<table>").contains("<svg");
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    assertThat(coverage().out()).isEqualTo(coverage().out());
  }
}
