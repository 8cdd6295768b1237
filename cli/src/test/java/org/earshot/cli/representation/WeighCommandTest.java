package org.earshot.cli.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeighCommandTest {

  @TempDir private Path directory;
  private String people = "";
  private String margins = "";

  @BeforeEach
  void write() throws IOException {
    people =
        file(
            "people.csv",
            """
            id,age,area,asked
            a,young,east,1
            b,old,east,1
            "c, the third",old,west,2
            d,old,west,1
            """);
    margins =
        file(
            "margins.csv",
            """
            dimension,segment,population
            age,young,50
            age,old,50
            area,east,60
            area,west,40
            """);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private CommandRun weigh(String... more) {
    var all = new String[5 + more.length];
    all[0] = "weigh";
    all[1] = "--people";
    all[2] = people;
    all[3] = "--margins";
    all[4] = margins;
    System.arraycopy(more, 0, all, 5, more.length);
    return CommandRun.of(all);
  }

  @Test
  void weightsMeetTheMarginsAndTheSummaryFollowsTheContract() throws IOException {
    Path summary = directory.resolve("summary.json");
    var run = weigh("--summary", summary.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    var lines = run.out().lines().toList();
    assertThat(lines).hasSize(5).first().isEqualTo("id,weight");
    assertThat(lines.get(3)).startsWith("\"c, the third\",");
    double[] weights =
        lines.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
            .toArray();
    assertThat(weights[0]).isCloseTo(50, within(1e-8));
    assertThat(weights[2] + weights[3]).isCloseTo(40, within(1e-8));
    var json = new ObjectMapper().readTree(summary.toFile());
    assertThat(json.get("method").asText()).isEqualTo("rake");
    assertThat(json.get("converged").asBoolean()).isTrue();
    assertThat(json.get("iterations").asInt()).isPositive();
    assertThat(json.get("largestDiscrepancy").asDouble()).isLessThan(1e-10);
    assertThat(json.get("designEffect").asDouble() * json.get("effectiveSampleSize").asDouble())
        .isCloseTo(4, within(1e-9));
    assertThat(json.get("minimum").asDouble()).isLessThan(json.get("maximum").asDouble());
  }

  @Test
  void baseWeightsMethodsAndOtherColumnNamesAreRead() throws IOException {
    margins =
        file(
            "margins.csv",
            "margin,level,target\nage,young,50\nage,old,50\narea,east,60\narea,west,40\n");
    var run = weigh("--base", "asked", "--method", "linear", "--id", "area");
    assertThat(run.exitCode()).isEqualTo(2); // ids are not unique there
    assertThat(run.err()).contains("line 3, column area: 'east'; somebody above has this id");
    var lines = weigh("--base", "asked").out().lines().toList();
    double third = Double.parseDouble(lines.get(3).substring(lines.get(3).lastIndexOf(',') + 1));
    double fourth = Double.parseDouble(lines.get(4).substring(2));
    assertThat(third).isCloseTo(2 * fourth, within(1e-9));
    var logit = weigh("--method", "logit", "--bounds", "0.2,3");
    assertThat(logit.err()).isEmpty();
    assertThat(logit.exitCode()).isZero();
  }

  @Test
  void peopleWithoutIdsAreNumbered() throws IOException {
    people = file("people.csv", "age,area\nyoung,east\nold,east\nold,west\n");
    assertThat(weigh().out().lines().toList().get(1)).startsWith("p00000,");
  }

  @Test
  void whoWasNotHeardCannotBeWeighed() throws IOException {
    margins =
        file("margins.csv", "dimension,segment,population\nage,young,5\nage,old,5\nage,mid,2\n");
    Path out = directory.resolve("weights.csv");
    var run = weigh("--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("Nobody with age = mid was heard").contains("Merge");
    var json = new ObjectMapper().readTree(out.toFile());
    assertThat(json.get("impossible").asBoolean()).isTrue();
    assertThat(json.get("faults").get(0).get("kind").asText()).isEqualTo("EmptyLevel");
  }

  @Test
  void faultsNameFileLineColumnAndValue() throws IOException {
    margins =
        file(
            "margins.csv",
            "dimension,segment,population\nage,young,5\nage,old,-5\nage,young,3\nage,,3\n");
    var run = weigh();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("margins.csv, line 3, column population: '-5'")
        .contains("margins.csv, line 4, column segment: 'young'; it is there already")
        .contains("line 5, column segment: ''");
    margins = file("margins.csv", "dimension,segment,population\nage,young,5\narea,east,9\n");
    run = weigh();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("people.csv, line 3, column age: 'old'; the margins have no such segment");
  }

  @Test
  void marginsThatCountDifferentPeopleAreRefused() throws IOException {
    margins =
        file(
            "margins.csv",
            "dimension,segment,population\nage,young,5\nage,old,5\narea,east,9\narea,west,9\n");
    var run = weigh();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("age counts 10 people and area counts 18");
  }

  @Test
  void boundsAreChecked() {
    assertThat(weigh("--bounds", "0.5,2").err()).contains("--bounds are for --method logit");
    assertThat(weigh("--method", "logit").err()).contains("needs --bounds");
    assertThat(weigh("--method", "logit", "--bounds", "2,1").exitCode()).isEqualTo(2);
    assertThat(weigh("--trim", "1").err()).contains("two numbers with a comma");
    var tight = weigh("--method", "logit", "--bounds", "0.99,1.01");
    assertThat(tight.exitCode()).isEqualTo(3);
    assertThat(tight.err()).contains("Widen the bounds or merge levels");
  }

  @Test
  void hostileFilesAreRefusedWithTheirPlace() throws IOException {
    for (var text :
        new String[] {
          "",
          "\n",
          "id,age,area,asked\na,young\n",
          "id,id,age\n",
          "id,age,area,asked\n\"a,young,east,1\n",
          "id,age,area,asked\n,young,east,1\n",
          "id,age,area,asked\na,<script>,east,1\n",
          "id,age,area,asked\na,,east,1\n",
          "id,age,area,asked\na,\u202eyoung,east,1\n",
          "x".repeat(2_000_000)
        }) {
      people = file("people.csv", text);
      var run = weigh("--out", directory.resolve("never.csv").toString());
      assertThat(run.exitCode()).as(text.substring(0, Math.min(40, text.length()))).isEqualTo(2);
      assertThat(run.err())
          .contains("people.csv")
          .doesNotContain("\u202e")
          .doesNotContain("at org.");
      assertThat(directory.resolve("never.csv")).doesNotExist();
    }
    Files.write(Path.of(people), new byte[] {'i', 'd', '\n', (byte) 0xff, (byte) 0xfe, '\n'});
    margins = file("margins.csv", "dimension,segment,population\nid,x,5\n");
    assertThat(weigh().err()).contains("not UTF-8");
  }
}
