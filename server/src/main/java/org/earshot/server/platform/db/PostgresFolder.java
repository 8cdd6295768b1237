package org.earshot.server.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The files of one embedded PostgreSQL: its cluster, password, log and the port it last used.
///
/// @param directory holds everything; readable by its owner only
record PostgresFolder(Path directory) {

  static PostgresFolder in(Path directory) throws IOException {
    Files.createDirectories(
        directory.toAbsolutePath().getParent(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.createDirectories(directory);
    return new PostgresFolder(directory.toAbsolutePath());
  }

  private static final java.util.Set<java.nio.file.attribute.PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  boolean exists() {
    return Files.exists(cluster().resolve("PG_VERSION"));
  }

  Path cluster() {
    return directory.resolve("cluster");
  }

  Path log() {
    return directory.resolve("postgres.log");
  }

  String password() {
    return read(directory.resolve("password")).strip();
  }

  int port() {
    return Integer.parseInt(read(directory.resolve("port")).strip());
  }

  void writePort(int port) throws IOException {
    Files.writeString(directory.resolve("port"), Integer.toString(port));
  }

  Path writeNewPassword() throws IOException {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var file = directory.resolve("password");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, HexFormat.of().formatHex(bytes));
  }

  Path freshTemporary() throws IOException {
    var half = directory.resolve("cluster.half");
    if (Files.exists(half)) {
      try (var files = Files.walk(half)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return half;
  }

  void adoptTemporary(Path half) throws IOException {
    Files.move(half, cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /// The port of a PostgreSQL that was started on this cluster and has not been shut down.
  Optional<Integer> findRunningPort() {
    var pid = cluster().resolve("postmaster.pid");
    if (!Files.exists(pid)) {
      return Optional.empty();
    }
    List<String> lines = read(pid).lines().toList();
    if (lines.size() < 4 || !lines.get(3).strip().matches("\\d+")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(lines.get(3).strip());
    try {
      writePort(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(port);
  }

  boolean logSaysLocked() {
    var log = lastLogLines();
    return log.contains("lock file") || log.contains("shared memory block");
  }

  String lastLogLines() {
    if (!Files.exists(log())) {
      return "(none)";
    }
    var lines = read(log()).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
