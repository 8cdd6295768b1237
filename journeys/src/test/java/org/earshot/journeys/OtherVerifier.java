package org.earshot.journeys;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The verifier in Go, which shares no code with ours. Where there is no Go it is left out with a
/// message, unless `EARSHOT_REQUIRE_GO=1`.
final class OtherVerifier {

  private final Path program;

  private OtherVerifier(Path program) {
    this.program = program;
  }

  static Optional<OtherVerifier> buildIn(Path folder) throws InterruptedException {
    var program = folder.resolve("verify").toAbsolutePath();
    var source = Programs.ROOT.resolve("record/src/test/go/verify.go");
    var why = "";
    try {
      var built = go(List.of("go", "build", "-o", program.toString(), source.toString()));
      if (built.exitCode() == 0) {
        return Optional.of(new OtherVerifier(program));
      }
      why = built.printed();
    } catch (IOException noGo) {
      why = String.valueOf(noGo.getMessage());
    }
    var message = "The verifier in Go was not built, so it checks nothing here. " + why;
    if ("1".equals(System.getenv("EARSHOT_REQUIRE_GO"))) {
      fail(message);
    }
    System.out.println(message);
    return Optional.empty();
  }

  ProgramRun verify(Path mirror, String key) throws IOException, InterruptedException {
    return ProgramRun.of(List.of(program.toString(), mirror.toString(), key), Map.of());
  }

  private static ProgramRun go(List<String> command) throws IOException, InterruptedException {
    return ProgramRun.of(command, Map.of("GO111MODULE", "off", "GOPATH", "/usr/share/gocode"));
  }
}
