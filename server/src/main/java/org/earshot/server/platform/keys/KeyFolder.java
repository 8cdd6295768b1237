package org.earshot.server.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The folder of secret keys: `EARSHOT_KEYS_DIR`, or `keys` in the data folder. Each key is one
/// file of 32 random bytes in hexadecimal, readable by its owner only, made when it is first asked
/// for.
@ApplicationScoped
public class KeyFolder {

  private static final int KEY_BYTES = 32;

  private final Path directory;

  KeyFolder(
      @ConfigProperty(name = "earshot.data", defaultValue = ".earshot") String data,
      @ConfigProperty(name = "earshot.keys.dir", defaultValue = "")
          java.util.Optional<String> keys) {
    this.directory =
        keys.filter(text -> !text.isBlank()).map(Path::of).orElse(Path.of(data).resolve("keys"));
  }

  public Path directory() {
    return directory;
  }

  /// The key of this name, 32 bytes; makes it when `mayCreate` and it is not there.
  public byte[] load(String name, boolean mayCreate) {
    var file = directory.resolve(name + ".key");
    try {
      if (!Files.exists(file)) {
        if (!mayCreate) {
          throw new IllegalStateException(
              "The key file %s is missing, but this database was written with it.\nPut the keys back, or set EARSHOT_KEYS_DIR to the folder that holds them."
                  .formatted(file));
        }
        create(file);
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create(Path file) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    var half =
        Files.createTempFile(
            directory,
            "half",
            ".key",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, HexFormat.of().formatHex(key));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
