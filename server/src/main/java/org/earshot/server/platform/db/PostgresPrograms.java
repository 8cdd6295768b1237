package org.earshot.server.platform.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's own programs, unpacked once from the class path.
///
/// PostgreSQL refuses to run as root: there the programs run in a user namespace of their own
/// (`unshare`), in which they own the same files under another name.
final class PostgresPrograms {

  private final Path directory;
  private final List<String> prefix;

  private PostgresPrograms(Path directory, List<String> prefix) {
    this.directory = directory;
    this.prefix = prefix;
  }

  static PostgresPrograms unpackedIn(Path directory) throws IOException {
    var archive = archiveName();
    var home = directory.resolve(archive.replace(".txz", ""));
    if (!Files.exists(home.resolve("bin/postgres"))) {
      unpack(archive, home);
    }
    return new PostgresPrograms(home, prefixForUser());
  }

  ProcessBuilder command(String program, String... arguments) {
    var words = new ArrayList<>(prefix);
    words.add(directory.resolve("bin").resolve(program).toString());
    words.addAll(List.of(arguments));
    var builder = new ProcessBuilder(words);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    return builder;
  }

  void run(String program, String... arguments) throws IOException {
    var process = command(program, arguments).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("%s failed: %s".formatted(program, said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while %s ran".formatted(program), e);
    }
  }

  /// The archive inside the binaries' jar for this machine.
  private static String archiveName() {
    var arch =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var family = os.contains("mac") ? "darwin" : "linux";
    return "postgres-%s-%s.txz".formatted(family, arch);
  }

  private static void unpack(String archive, Path home) throws IOException {
    var half = home.resolveSibling(home.getFileName() + ".half");
    Files.createDirectories(half);
    try (InputStream packed = PostgresPrograms.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new IOException(
            "No embedded PostgreSQL for this machine (%s).\nSet EARSHOT_DB_URL to a PostgreSQL 17 or newer."
                .formatted(archive));
      }
      var tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, half);
      }
    }
    Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(TarArchiveEntry entry, InputStream tar, Path home) throws IOException {
    var target = home.resolve(entry.getName()).normalize();
    if (!target.startsWith(home)) {
      throw new IOException("The archive names a file outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
    var executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static List<String> prefixForUser() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    var tried = new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true);
    try {
      if (tried.start().waitFor() == 0) {
        return List.of("unshare", "-U");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException noSuchProgram) {
      // the message below says what to do
    }
    throw new IOException(
        """
        PostgreSQL does not run as root, and this machine forbids a user namespace for it.
        Run Earshot as an ordinary user, or set EARSHOT_DB_URL to a PostgreSQL 17 or newer.""");
  }
}
