package org.earshot.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One run of a program, with what it printed on both of its outputs.
record ProgramRun(int exitCode, String printed) {

  /// The command line's jar, as `./earshot` starts it.
  static ProgramRun ofEarshot(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(Programs.java(Programs.commandLine(), "-Xmx512m"));
    command.addAll(List.of(arguments));
    return of(command, Map.of());
  }

  static ProgramRun of(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new ProgramRun(process.exitValue(), printed);
  }
}
