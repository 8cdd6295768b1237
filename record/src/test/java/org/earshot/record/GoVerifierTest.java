package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Other people's code agrees with ours: `src/test/go/verify.go` checks our mirrors with
/// golang.org/x/mod. Needs Go and that module's source (Debian: `golang-go`,
/// `golang-golang-x-mod-dev`); without them the test is skipped, or fails where
/// `EARSHOT_REQUIRE_GO=1`.
class GoVerifierTest {

  private static final String SOURCES = "/usr/share/gocode"; // where Debian puts Go libraries
  private static final String KEY = SampleLog.SIGNER.verifier().vkey();

  private static String missing = "";

  @TempDir static Path built;
  @TempDir Path mirror;

  private record Outcome(int status, String output) {}

  @BeforeAll
  static void build() throws Exception {
    Outcome outcome;
    try {
      outcome = run(List.of("go", "build", "-o", program(), "src/test/go/verify.go"));
    } catch (IOException e) {
      outcome = new Outcome(127, "There is no Go: " + e.getMessage());
    }
    if (outcome.status != 0) {
      missing =
          "The independent verifier was not built. Install golang-go and golang-golang-x-mod-dev. "
              + outcome.output;
    }
  }

  @BeforeEach
  void requireProgram() {
    if (!missing.isEmpty()) {
      if ("1".equals(System.getenv("EARSHOT_REQUIRE_GO"))) {
        fail(missing);
      }
      abort(missing);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256, 1_000, 65_536, 70_000})
  void everyEntryIsProven(int size) throws Exception {
    SampleLog.of(size).writeTo(mirror);
    assertThat(verify()).isEqualTo(new Outcome(0, "ok %d entries\n".formatted(size)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 300, 512, 999, 1_000})
  void aGrownLogIsConsistent(int size) throws Exception {
    var log = SampleLog.of(size);
    Path older = Files.write(mirror.resolve("older"), log.file("checkpoint"));
    log.grow(1_000 - size);
    log.writeTo(mirror);
    assertThat(verify(older.toString())).isEqualTo(new Outcome(0, "ok 1000 entries\n"));
  }

  @Test
  void aRewrittenHistoryIsRefused() throws Exception {
    var fork =
        new Checkpoint(SampleLog.ORIGIN, 300, SampleLog.of(301).edge().root())
            .sign(SampleLog.SIGNER);
    Path older = Files.writeString(mirror.resolve("older"), fork);
    SampleLog.of(1_000).writeTo(mirror);
    assertThat(verify(older.toString()).status).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/entries/000",
        "tile/entries/200",
        "tile/entries/273.p/112",
        "tile/0/000",
        "tile/0/272",
        "tile/0/273.p/112",
        "tile/1/000",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
        "checkpoint"
      })
  void oneChangedBitIsRefused(String path) throws Exception {
    var log = SampleLog.of(70_000);
    log.damage(path, 31);
    log.writeTo(mirror);
    assertThat(verify().status).as(path).isEqualTo(1);
  }

  @Test
  void aSignedLieIsRefused() throws Exception {
    var log = SampleLog.of(1_000);
    var lie = new Checkpoint(SampleLog.ORIGIN, 1_000, SampleLog.of(999).edge().root());
    log.files.put("checkpoint", lie.sign(SampleLog.SIGNER).getBytes(UTF_8));
    log.writeTo(mirror);
    assertThat(verify().status).isEqualTo(1);
  }

  private Outcome verify(String... older) throws Exception {
    var command = new ArrayList<>(List.of(program(), mirror.toString(), KEY));
    command.addAll(List.of(older));
    return run(command);
  }

  private static String program() {
    return built.resolve("verify").toString();
  }

  private static Outcome run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GO111MODULE", "off");
    builder.environment().putIfAbsent("GOPATH", SOURCES);
    if (System.getenv("HOME") == null) {
      builder.environment().putIfAbsent("GOCACHE", built.resolve("cache").toString());
    }
    var process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), output);
  }
}
