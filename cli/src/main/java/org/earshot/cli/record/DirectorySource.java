package org.earshot.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.earshot.record.LogSource;

/// Reads a log from a directory with a copy of it.
final class DirectorySource implements LogSource {

  private final Path directory;

  DirectorySource(Path directory) {
    this.directory = directory;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    Path file = directory.resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > ServerSource.LARGEST_FILE) {
      throw new IOException("%s is larger than any file of a log.".formatted(file));
    }
    return Optional.of(Files.readAllBytes(file));
  }
}
