package org.earshot.journeys;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests a [Town]: one demo server and one browser, started once for all classes.
///
/// To try a test again and again, start `./earshot demo` by hand and name its address:
/// `-Dearshot.running=http://127.0.0.1:8080`. Without a Chromium on the `PATH` the tests are
/// skipped, or fail where `EARSHOT_REQUIRE_BROWSER=1`.
final class RunningEarshot implements ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(RunningEarshot.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Town.class;
  }

  @Override
  public Town resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return opened(context).town();
  }

  /// Everybody goes home, and nobody may have met anything broken.
  @Override
  public void afterEach(ExtensionContext context) {
    opened(context).town().sendEverybodyHome();
  }

  private static Opened opened(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(Opened.class, _ -> Opened.once(), Opened.class);
  }

  /// The town, or why there is none: a start that failed is not tried again for every test.
  record Opened(Optional<Town> found, Optional<RuntimeException> failure) implements AutoCloseable {

    static Opened once() {
      try {
        return new Opened(Optional.of(open()), Optional.empty());
      } catch (RuntimeException failure) {
        return new Opened(Optional.empty(), Optional.of(failure));
      }
    }

    Town town() {
      return found.orElseThrow(failure::orElseThrow);
    }

    @Override
    public void close() {
      found.ifPresent(Town::end);
    }
  }

  private static Town open() {
    var chromium = Chromium.require();
    var running = System.getProperty("earshot.running");
    return running == null
        ? Town.around(ServerProcess.start(ServerProcess.freshFolder(), "--demo"), chromium)
        : Town.at(URI.create(running), chromium);
  }
}
