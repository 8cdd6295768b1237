package org.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

class ResultOptionsTest {

  record Sum(long sum) {}

  record NoSum(boolean infeasible, String message) {}

  /// A command as the engines' commands are: reads, computes, writes.
  @Command(name = "sum")
  static final class SumCommand implements Callable<Integer> {
    @Mixin private final ResultOptions result = new ResultOptions();

    @Parameters private int number;

    @Override
    public Integer call() {
      int read = result.reading(() -> number);
      if (read == 0) {
        throw result.noAnswer("sum", new NoSum(true, "nothing"), "There is nothing to add.");
      }
      long sum = result.computing(() -> read * (read + 1L) / 2);
      if (read == 13) {
        result.write(
            out -> {
              out.write("half".getBytes(java.nio.charset.StandardCharsets.UTF_8));
              throw new IOException("the disk is full");
            });
      }
      result.write("sum", new Sum(sum));
      return 0;
    }
  }

  @TempDir private Path directory;

  private static CommandRun run(String... arguments) {
    var line = new String[arguments.length + 1];
    line[0] = "sum";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return CommandRun.of(
        () -> {
          CommandLine main = Main.commandLine();
          return main.addSubcommand(new SumCommand()).execute(line);
        });
  }

  @Test
  void aResultGoesToStandardOutput() {
    var run = run("4");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("\"method\":\"sum\",\"sum\":10}\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aResultGoesToItsFileAndNothingElseIsLeft() throws IOException {
    Path out = directory.resolve("sum.json");
    Files.writeString(out, "old");
    assertThat(run("4", "--out", out.toString()).out()).isEmpty();
    assertThat(out).content().isEqualTo(run("4").out());
    assertThat(names()).containsExactly("sum.json");
  }

  @Test
  void whatItCostIsWrittenBeside() throws IOException {
    Path stats = directory.resolve("stats.json");
    run("4", "--stats", stats.toString());
    assertThat(stats)
        .content()
        .matches("\\{\"seconds\":\\{\"read\":[^,]+,\"compute\":[^}]+},\"peakHeapBytes\":\\d+}\n");
  }

  @Test
  void aFailureLeavesTheOldResultAndNoHalfOfTheNew() throws IOException {
    Path out = directory.resolve("sum.json");
    Files.writeString(out, "old");
    var run = run("13", "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("the disk is full");
    assertThat(out).content().isEqualTo("old");
    assertThat(names()).containsExactly("sum.json");
    assertThat(run("13").out()).isEmpty();
  }

  @Test
  void noAnswerIsExplainedInJsonWithItsOwnExitCode() {
    Path out = directory.resolve("sum.json");
    var run = run("0", "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("There is nothing to add.");
    assertThat(out).content().endsWith("\"infeasible\":true,\"message\":\"nothing\"}\n");
    assertThat(run("0").out()).contains("\"infeasible\":true");
  }

  @Test
  void aPlaceThatIsNoneIsRefusedBeforeTheWorkBegins() {
    var nowhere = run("4", "--out", directory.resolve("no/such/place.json").toString());
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("--out").contains("there is no directory");
    var isDirectory = run("4", "--stats", directory.toString());
    assertThat(isDirectory.exitCode()).isEqualTo(2);
    assertThat(isDirectory.err()).contains("--stats").contains("is a directory");
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() {
    assertThat(run("4", "--out", "/dev/null").exitCode()).isZero();
    assertThat(Path.of("/dev/null"))
        .exists()
        .satisfies(p -> assertThat(Files.isRegularFile(p)).isFalse());
  }

  private java.util.List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
