package org.earshot.cli.record;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.earshot.cli.FailedException;
import org.earshot.cli.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `earshot record mirror`.
@Command(
    name = "mirror",
    description = {
      "Copies the whole public record into a directory, or brings the copy up to date.",
      "Can be interrupted at any time and run again. Then check it: earshot record verify --mirror"
          + " DIR --key VERIFIER_KEY"
    },
    mixinStandardHelpOptions = true)
final class MirrorCommand implements Callable<Integer> {

  @Option(
      names = "--server",
      required = true,
      paramLabel = "URL",
      description = "The record's address.")
  private @Nullable URI server;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where the copy is; made if it is not there.")
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() {
    try (var source = new ServerSource(VerifyCommand.server(server), Duration.ofMillis(500));
        var progress = Progress.of("entries", -1)) {
      long size = new Mirror(directory, source, progress).update();
      if (command != null) {
        command.commandLine().getErr().printf("%s has %d entries.%n", directory, size);
      }
      return 0;
    } catch (IOException e) {
      throw new FailedException(
          "The copy is not complete. %s%nRun the command again to go on.".formatted(e.getMessage()),
          e);
    }
  }
}
