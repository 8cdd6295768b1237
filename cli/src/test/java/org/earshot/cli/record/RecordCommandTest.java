package org.earshot.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCommandTest {

  @TempDir Path directory;
  private final TownLog log = new TownLog(1_000);

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void aReceiptIsCheckedWithoutTheServer() throws IOException {
    Path receipt = write("receipt.json", log.receipt(7));
    log.close();
    assertThat(verify("--receipt", receipt.toString()))
        .isEqualTo(
            new CommandRun(
                0,
                "ok: entry 7 of 1000 in record.example.org, \"voice\" at 2026-11-23T09:37:00Z\n",
                ""));
  }

  @Test
  void aForgedReceiptIsRefused() throws IOException {
    Path receipt = write("receipt.json", log.receipt(7).replace("T09:37Z", "T09:38Z"));
    var run = verify("--receipt", receipt.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("proves nothing. The leaf hash is not the hash of the entry.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "null",
        "{\"index\":1}",
        "{\"index\":1,\"index\":2}",
        "{} {}",
        "\u0000"
      })
  void whatIsNoReceiptIsWrongInput(String hostile) throws IOException {
    Path receipt = write("receipt.json", hostile);
    var run = verify("--receipt", receipt.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("receipt.json");
  }

  @Test
  void aServerIsCheckedWhole() {
    var run = verify("--server", log.address() + "/");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("ok: 1000 entries in record.example.org, root ");
  }

  @Test
  void aPartialFileThatIsGoneIsReadFromTheFullOne() {
    byte[] older = log.file("checkpoint");
    log.grow(100); // now 003.p/232 is gone and 003 is full
    log.files.put("checkpoint", older);
    log.files.put("tile/1/000.p/3", Arrays.copyOf(log.file("tile/1/000.p/4"), 96));
    assertThat(verify("--server", log.address()).err()).isEmpty();
  }

  @Test
  void aCopyIsMadeBroughtUpToDateAndChecked() throws IOException {
    String copy = directory.resolve("copy").toString();
    assertThat(mirror(copy).err()).isEqualTo("%s has 1000 entries.\n".formatted(copy));
    Path receipt = write("receipt.json", log.receipt(999));
    log.asked.clear();
    log.grow(300);
    assertThat(mirror(copy).exitCode()).isZero();
    assertThat(log.asked).doesNotContain("tile/0/000", "tile/entries/002").contains("tile/0/003");
    assertThat(verify("--mirror", copy, "--since", receipt.toString()).out())
        .startsWith("ok: 1300 entries");
    assertThat(filesIn(copy)).containsExactlyInAnyOrderElementsOf(log.files.keySet());
  }

  @Test
  void aCopyThatStoppedHalfwayIsStillWholeAndGoesOn() throws IOException {
    String copy = directory.resolve("copy").toString();
    mirror(copy);
    log.grow(300);
    byte[] lost = log.file("tile/0/004");
    log.files.remove("tile/0/004");
    var run = mirror(copy);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("The server's tile/0/004 is missing.");
    assertThat(verify("--mirror", copy).out()).startsWith("ok: 1000 entries");
    log.files.put("tile/0/004", lost);
    mirror(copy);
    assertThat(verify("--mirror", copy).out()).startsWith("ok: 1300 entries");
  }

  @Test
  void aServerThatContradictsTheCopyIsCaught() throws IOException {
    String copy = directory.resolve("copy").toString();
    mirror(copy);
    try (var shorter = new TownLog(900)) {
      var run = CommandRun.of("record", "mirror", "--server", shorter.address(), "--to", copy);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("contradicts the copy");
      assertThat(Files.readString(Path.of(copy, "checkpoint.refused")))
          .isEqualTo(shorter.checkpoint());
      assertThat(verify("--mirror", copy).exitCode()).isZero();
    }
  }

  @Test
  void tamperingIsNamed() {
    log.file("tile/entries/001")[30] ^= 1;
    var run = verify("--server", log.address());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Hash 0 of tile/0/001 is not that of the entries from 256 on");
  }

  @Test
  void wrongArgumentsExitWithTwo() throws IOException {
    String receipt = write("receipt.json", log.receipt(7)).toString();
    List<List<String>> wrong =
        List.of(
            List.of("--key", TownLog.KEY),
            List.of("--receipt", receipt),
            List.of("--receipt", receipt, "--key", "nonsense"),
            List.of("--receipt", receipt, "--mirror", "x", "--key", TownLog.KEY),
            List.of("--receipt", receipt, "--since", receipt, "--key", TownLog.KEY),
            List.of("--receipt", "nowhere.json", "--key", TownLog.KEY),
            List.of("--mirror", "nowhere", "--key", TownLog.KEY),
            List.of("--server", "nowhere", "--key", TownLog.KEY));
    for (List<String> arguments : wrong) {
      var command =
          Stream.concat(Stream.of("record", "verify"), arguments.stream()).toArray(String[]::new);
      assertThat(CommandRun.of(command).exitCode()).as(arguments.toString()).isEqualTo(2);
    }
  }

  @Test
  void helpAndVersion() {
    assertThat(CommandRun.of("--version").out()).startsWith("earshot ");
    assertThat(CommandRun.of("record", "verify", "--help").out())
        .contains("--receipt", "Exit codes:");
    assertThat(CommandRun.of("help", "import").exitCode()).isZero();
    assertThat(CommandRun.of("nonsense").exitCode()).isEqualTo(2);
  }

  private CommandRun mirror(String copy) {
    return CommandRun.of("record", "mirror", "--server", log.address(), "--to", copy);
  }

  private static CommandRun verify(String... arguments) {
    return CommandRun.of(
        Stream.of(
                Stream.of("record", "verify"),
                Stream.of(arguments),
                Stream.of("--key", TownLog.KEY))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static List<String> filesIn(String copy) throws IOException {
    Path root = Path.of(copy);
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }
}
