package org.earshot.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earshot.cli.FailedException;
import org.earshot.cli.Progress;
import org.earshot.cli.WholeFile;
import org.earshot.record.Checkpoint;
import org.earshot.record.EntryBundle;
import org.earshot.record.Hash;
import org.earshot.record.LogPath;
import org.earshot.record.LogSource;
import org.earshot.record.TileId;

/// A directory that copies a log. The checkpoint is written last, so that at every instant the
/// directory holds all that its checkpoint calls for. Full files are never fetched twice: a server
/// that rewrites them is found out by the next `verify`.
final class Mirror {

  /// Where a checkpoint goes that contradicts the copy.
  static final String CONTRADICTION = "checkpoint.refused";

  private final Path directory;
  private final LogSource source;
  private final Progress progress;

  Mirror(Path directory, LogSource source, Progress progress) {
    this.directory = directory;
    this.source = source;
    this.progress = progress;
  }

  /// Fetches what is missing; gives the number of entries the copy now has.
  long update() throws IOException {
    byte[] note =
        source
            .read(LogPath.CHECKPOINT)
            .orElseThrow(() -> new FailedException("The server has no record to copy."));
    Checkpoint newest = unverified(note);
    Path kept = directory.resolve(LogPath.CHECKPOINT);
    if (Files.exists(kept)) {
      refuseContradiction(unverified(Files.readAllBytes(kept)), newest, note);
    }
    progress.endsAt(newest.size());
    var partial = new TreeSet<Path>();
    for (int level = 0; level < 8 && newest.size() >> (8 * level) > 0; level++) {
      long hashes = newest.size() >> (8 * level);
      for (long index = 0; index * TileId.WIDTH < hashes; index++) {
        int width = (int) Math.min(TileId.WIDTH, hashes - index * TileId.WIDTH);
        copy(new LogPath.Hashes(new TileId(level, index), width), partial);
        if (level == 0) {
          copy(new LogPath.Entries(index, width), partial);
          progress.at(index * TileId.WIDTH + width);
        }
      }
    }
    WholeFile.write(kept, note);
    removePartialsExcept(partial);
    return newest.size();
  }

  private void copy(LogPath path, Set<Path> partial) throws IOException {
    Path file = directory.resolve(path.path());
    if (path.width() < TileId.WIDTH) {
      partial.add(file);
    }
    if (Files.exists(file) && isWhole(path, Files.readAllBytes(file))) {
      return;
    }
    Optional<byte[]> bytes = source.read(path.path());
    if (bytes.isEmpty() || !isWhole(path, bytes.get())) {
      throw new IOException(
          "The server's %s is %s.".formatted(path.path(), bytes.isEmpty() ? "missing" : "damaged"));
    }
    WholeFile.write(file, bytes.get());
  }

  private static boolean isWhole(LogPath path, byte[] bytes) {
    return switch (path) {
      case LogPath.Hashes(_, int width) -> bytes.length == width * Hash.BYTES;
      case LogPath.Entries(_, int width) -> {
        try {
          yield EntryBundle.decode(bytes, width).size() == width;
        } catch (IllegalArgumentException e) {
          yield false;
        }
      }
    };
  }

  private void refuseContradiction(Checkpoint before, Checkpoint newest, byte[] note)
      throws IOException {
    if (!before.origin().equals(newest.origin())) {
      throw new FailedException(
          "%s is a copy of %s, and the server has %s. Copy it to another directory."
              .formatted(directory, before.origin(), newest.origin()));
    }
    boolean sameSizeOtherRoot =
        before.size() == newest.size() && !before.root().equals(newest.root());
    if (before.size() > newest.size() || sameSizeOtherRoot) {
      Path refused = directory.resolve(CONTRADICTION);
      WholeFile.write(refused, note);
      throw new FailedException(
          "The server's record (%d entries) contradicts the copy (%d entries), which is left as it"
                  .formatted(newest.size(), before.size())
              + " is. The server's checkpoint is in %s: both together are proof."
                  .formatted(refused));
    }
  }

  private static Checkpoint unverified(byte[] note) {
    try {
      return Checkpoint.readUnverified(note);
    } catch (IllegalArgumentException e) {
      throw new FailedException("The checkpoint is malformed: " + e.getMessage(), e);
    }
  }

  private void removePartialsExcept(Set<Path> needed) throws IOException {
    Path tiles = directory.resolve("tile");
    if (!Files.isDirectory(tiles)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tiles)) {
      for (Path file : files.filter(Mirror::isPartial).toList()) {
        if (!needed.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isPartial(Path file) {
    Path parent = file.getParent();
    return parent != null && parent.toString().endsWith(".p") && Files.isRegularFile(file);
  }
}
