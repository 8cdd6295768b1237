package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The list of erased voices, `erasures.log` in the data folder: one line `id instant` each. It is
/// kept outside the backups, so that a restore of an older one can erase them again.
@ApplicationScoped
public class ErasureList {

  private final Path file;

  ErasureList(@ConfigProperty(name = "earshot.data", defaultValue = ".earshot") String data) {
    this.file = Path.of(data).resolve("erasures.log");
  }

  synchronized void add(UUID voice, Instant at) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(
          file, voice + " " + at + "\n", StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void addMissing(Collection<UUID> erased, Instant at) {
    var known = ids();
    erased.stream().filter(voice -> !known.contains(voice)).forEach(voice -> add(voice, at));
  }

  /// The ids on the list; for a restore.
  public synchronized Set<UUID> ids() {
    Set<UUID> ids = new HashSet<>();
    if (Files.exists(file)) {
      try (var lines = Files.lines(file)) {
        lines
            .filter(line -> line.length() >= 36)
            .forEach(line -> ids.add(UUID.fromString(line.substring(0, 36))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ids;
  }
}
