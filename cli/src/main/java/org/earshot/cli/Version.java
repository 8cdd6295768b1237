package org.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.IVersionProvider;

/// Which Earshot this is, as results and `--version` say it.
public final class Version implements IVersionProvider {

  /// The version's number, for example "0.1.0"; the same from a jar and from a developer's build.
  public static String number() {
    try (var text = Version.class.getResourceAsStream("version.txt")) {
      if (text == null) {
        throw new IllegalStateException("The build forgot version.txt.");
      }
      return new String(text.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"earshot " + number()};
  }
}
