package org.earshot.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The reference data beside the repository, or where `EARSHOT_SHARED` says. It is never copied
/// into the repository, and may not be there.
public final class SharedData {

  private SharedData() {}

  /// A file or folder by its path below the data, if it is there.
  public static Optional<Path> find(String path) {
    var shared =
        Optional.ofNullable(System.getenv("EARSHOT_SHARED"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("earshot.root", ".."), "../shared"));
    return Optional.of(shared.resolve("data").resolve(path).normalize()).filter(Files::exists);
  }

  /// The same; the test that asks is reported as skipped if it is not there.
  public static Path get(String path) {
    var found = find(path);
    Assumptions.assumeTrue(
        found.isPresent(), () -> "The reference data " + path + " is not on this machine.");
    return found.orElseThrow();
  }
}
