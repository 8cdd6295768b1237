package org.earshot.cli.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpinionReportTest {

  private static final String HOSTILE = "<script>alert(1)</script>'&{page.title}";

  @TempDir private Path directory;

  private String report(String votes, String... options) throws IOException {
    var file = Files.writeString(directory.resolve("votes.csv"), votes);
    var page = directory.resolve("page.html");
    var line =
        new java.util.ArrayList<>(List.of("opinion", file.toString(), "--report", page.toString()));
    line.addAll(List.of(options));
    var run = CommandRun.of(line.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return Files.readString(page);
  }

  @Test
  void showsGroupsCommonGroundAndWhatDivides() throws IOException {
    var comments = new StringBuilder("comment-id,moderated,comment-body\n");
    for (int statement = 0; statement < 10; statement++) {
      comments.append("%d,1,Sentence number %d.\n".formatted(statement, statement));
    }
    var file = Files.writeString(directory.resolve("comments.csv"), comments.toString());
    var page =
        report(OpinionCommandTest.twoCamps(), "--comments", file.toString(), "--bootstrap", "30");
    assertThat(page)
        .contains("What 60 people think", "2 groups of opinion stand apart")
        .contains("Group A", "Group B", "Sentence number 9.", "How sure is this?")
        .contains("highly stable")
        .doesNotContain("NOT_FOUND");
  }

  @Test
  void asksNothingOfAnyNetworkAndEscapesEverything() throws IOException {
    var votes = new StringBuilder(OpinionCommandTest.HEADING);
    OpinionCommandTest.twoCamps()
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            f ->
                votes.append(
                    "5,\"%s%s\",\"%s%s\",%s\n".formatted(HOSTILE, f[1], HOSTILE, f[2], f[3])));
    var comments =
        Files.writeString(
            directory.resolve("comments.csv"),
            "comment-id,moderated,comment-body\n\"%s9\",1,\"%s\"\n".formatted(HOSTILE, HOSTILE));
    var page = report(votes.toString(), "--comments", comments.toString(), "--bootstrap", "5");
    assertThat(page)
        .doesNotContain("<script")
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("url(")
        .doesNotContain(" src=")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;{page.title}");
  }

  @Test
  void saysThatNothingStandsApart() throws IOException {
    var votes = new StringBuilder(OpinionCommandTest.HEADING);
    var random = new java.util.Random(5);
    for (int person = 0; person < 80; person++) {
      for (int statement = 0; statement < 12; statement++) {
        votes.append("5,%d,%d,%d\n".formatted(person, statement, random.nextInt(3) - 1));
      }
    }
    assertThat(report(votes.toString(), "--bootstrap", "0"))
        .contains("No distinct groups of opinion stand apart");
  }

  @Test
  void worksForPolisAndForNobody() throws IOException {
    assertThat(report(OpinionCommandTest.twoCamps(), "--method", "polis"))
        .contains("depend on the order in which people came")
        .doesNotContain("How sure is this?");
    assertThat(report(OpinionCommandTest.HEADING)).contains("Nobody has voted yet.");
    assertThat(report(OpinionCommandTest.HEADING + "1,a,s,1\n")).contains("What 1 person thinks");
  }
}
