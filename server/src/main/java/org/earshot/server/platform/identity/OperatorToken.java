package org.earshot.server.platform.identity;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.earshot.server.platform.keys.Vault;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The token by which programs on this machine act as the operator: `operator.token` in the data
/// folder, readable by its owner only, made on the first start. Removing the file and starting
/// again makes a new one.
@Startup
@ApplicationScoped
class OperatorToken {

  private static final int BYTES = 32;

  private final Path file;
  private final Vault vault;
  private volatile byte[] token = new byte[0];

  OperatorToken(
      @ConfigProperty(name = "earshot.data", defaultValue = ".earshot") String data, Vault vault) {
    this.file = Path.of(data).resolve("operator.token");
    this.vault = vault;
  }

  @PostConstruct
  void load() {
    try {
      if (!Files.exists(file)) {
        create();
      }
      var text = Files.readString(file).strip();
      if (text.length() < BYTES) {
        throw new IllegalStateException(
            "The file %s holds no token.\nRemove it and start again.".formatted(file));
      }
      token = text.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean is(String given) {
    return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
  }

  private void create() throws IOException {
    var directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    var half =
        Files.createTempFile(
            directory,
            "operator",
            ".half",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, HexFormat.of().formatHex(vault.randomBytes(BYTES)) + "\n");
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
