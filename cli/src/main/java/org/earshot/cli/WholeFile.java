package org.earshot.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// A file that appears under its name when it is complete, and not before.
///
/// An instance is a text file for its owner's eyes only; closing it without [#keep] leaves nothing
/// behind. The static methods write results that anybody may read.
public final class WholeFile implements Closeable {

  private final Path target;
  private final Path unfinished;
  private final BufferedWriter writer;

  private WholeFile(Path target, Path unfinished) throws IOException {
    this.target = target;
    this.unfinished = unfinished;
    this.writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
  }

  /// Begins the file that will be `target`; only its owner may ever read it.
  public static WholeFile ownerOnly(Path target) throws IOException {
    return new WholeFile(
        target,
        Files.createTempFile(
            directoryOf(target), "." + target.getFileName(), ".unfinished", ownerOnly()));
  }

  /// Writes `bytes` so that `target` is at any time either what it was or all of `bytes`.
  public static void write(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(directoryOf(target));
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
    Files.write(unfinished, bytes);
    move(unfinished, target);
  }

  /// Writes `content` so that `target` is at any time either what it was or all of the new content.
  /// A target that is no ordinary file, such as `/dev/null`, is written to as it is.
  public static void write(Path target, ResultOptions.Content content) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (var stream = ResultOptions.buffered(Files.newOutputStream(target))) {
        content.writeTo(stream);
      }
      return;
    }
    Path unfinished =
        target.resolveSibling(
            ".%s.%d.unfinished".formatted(target.getFileName(), ProcessHandle.current().pid()));
    try {
      try (var stream = ResultOptions.buffered(Files.newOutputStream(unfinished))) {
        content.writeTo(stream);
      }
      move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// Makes sure, before the work begins, that a file could be written there.
  ///
  /// @throws WrongInputException naming `option` if not
  public static void requirePlace(String option, @Nullable Path target) {
    if (target == null) {
      return;
    }
    if (Files.isDirectory(target)) {
      throw new WrongInputException(
          "%s %s is a directory.%nName a file in it.".formatted(option, target));
    }
    Path directory = directoryOf(target.toAbsolutePath());
    if (!Files.isDirectory(directory)) {
      throw new WrongInputException(
          "%s %s: there is no directory %s.%nMake it first, or name another."
              .formatted(option, target, directory));
    }
  }

  public BufferedWriter writer() {
    return writer;
  }

  /// Gives the file its name.
  public void keep() throws IOException {
    keepAs(target);
  }

  /// Gives the file another name than the one it was begun for.
  public void keepAs(Path name) throws IOException {
    writer.close();
    move(unfinished, name);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(unfinished);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path directoryOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0]; // there, a new file is as private as its directory
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
