package org.earshot.server.platform.mail;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// Writes each message as a line of JSON to a file that only the owner may read.
final class FileCarrier implements Carrier {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final ReentrantLock lock = new ReentrantLock();

  FileCarrier(Path file) {
    this.file = file;
  }

  @Override
  public SendResult carry(StoredMessage stored) {
    var message = stored.message();
    var line = new LinkedHashMap<String, Object>();
    line.put("id", stored.id());
    line.put("to", message.to());
    line.put("subject", message.subject());
    line.put("text", message.text());
    line.put("language", message.language().code());
    line.put("voice", String.valueOf(message.voice()));
    lock.lock();
    try {
      if (Files.notExists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.APPEND);
      return new SendResult.Sent();
    } catch (IOException e) {
      return new SendResult.Later("The file could not be written: " + e.getClass().getSimpleName());
    } finally {
      lock.unlock();
    }
  }

  /// Takes out every line about an erased voice.
  void forget(UUID voice) {
    lock.lock();
    try {
      if (Files.notExists(file)) {
        return;
      }
      var mark = "\"voice\":\"%s\"".formatted(voice);
      var kept =
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .filter(line -> !line.contains(mark))
              .toList();
      var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "outbox", ".tmp");
      Files.write(fresh, kept, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }
}
