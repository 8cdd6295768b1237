package org.earshot.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the packed programs lie, and how they are started.
final class Programs {

  /// The root of the repository.
  static final Path ROOT = Path.of(System.getProperty("earshot.root"));

  private Programs() {}

  static Path server() {
    return jar("server/target", "server-*-runner.jar");
  }

  static Path commandLine() {
    return jar("cli/target", "earshot-cli.jar");
  }

  /// The command that runs a jar with the Java that runs the tests.
  static List<String> java(Path jar, String heap) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        heap,
        "-jar",
        jar.toString());
  }

  private static Path jar(String folder, String name) {
    try (var found = Files.newDirectoryStream(ROOT.resolve(folder), name)) {
      for (var jar : found) {
        return jar;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(
        "There is no %s in %s.\nRun ./mvnw package first.".formatted(name, folder));
  }
}
