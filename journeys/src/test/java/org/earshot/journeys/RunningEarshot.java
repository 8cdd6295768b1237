package org.earshot.journeys;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests a [Riverbend]: one demo server and one browser, started once for all classes.
///
/// Without a Chromium on the `PATH` the tests are skipped, or fail where
/// `EARSHOT_REQUIRE_BROWSER=1`.
final class RunningEarshot implements ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(RunningEarshot.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Riverbend.class;
  }

  @Override
  public Riverbend resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(Riverbend.class, _ -> open(), Riverbend.class);
  }

  /// Everybody goes home, and nobody may have met anything broken.
  @Override
  public void afterEach(ExtensionContext context) {
    var town = context.getRoot().getStore(OURS).get(Riverbend.class, Riverbend.class);
    if (town != null) {
      town.sendEverybodyHome();
    }
  }

  private static Riverbend open() {
    var chromium = Chromium.find();
    if (chromium.isEmpty()) {
      var missing = "There is no Chromium on the PATH. Install it to run the journeys.";
      if ("1".equals(System.getenv("EARSHOT_REQUIRE_BROWSER"))) {
        fail(missing);
      }
      abort(missing);
    }
    return Riverbend.open(chromium.orElseThrow(), freshFolder());
  }

  /// Below `target`, so that what a failed run leaves is found and goes with the next clean build.
  private static Path freshFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "riverbend-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
