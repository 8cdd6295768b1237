package org.earshot.server.operate;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.keys.KeyFolder;
import org.earshot.server.platform.mail.Outbox;
import org.earshot.server.platform.mail.OutgoingMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How the system is, for its operator: facts, and in words what is wrong and what to do.
@ApplicationScoped
public class Health {

  private static final Duration BACKUP_TOO_OLD = Duration.ofHours(36);
  private static final Duration MESSAGE_TOO_LATE = Duration.ofHours(1);
  private static final Duration CHECKPOINT_TOO_LATE = Duration.ofMinutes(5);
  private static final Duration KEY_TOO_OLD = Duration.ofDays(730);
  private static final long DISK_TOO_FULL = 2_000_000_000L;

  /// Something to do, as a message key below `operate.advice` and its arguments.
  record Advice(String key, List<Object> arguments) {

    Advice {
      arguments = List.copyOf(arguments);
    }

    static Advice of(String key, Object... arguments) {
      return new Advice("operate.advice." + key, List.of(arguments));
    }
  }

  /// A key as far as it may be shown.
  ///
  /// @param fingerprint the beginning of its SHA-256, in hexadecimal
  /// @param madeAt when its file was written, if it can be seen
  record Key(String name, String fingerprint, Optional<Instant> madeAt) {}

  /// Everything that the page shows.
  record Report(
      String version,
      Instant startedAt,
      StatusRows.Numbers numbers,
      List<StatusRows.JobRun> jobs,
      List<Key> keys,
      long diskFree,
      List<Advice> advice) {

    Report {
      jobs = List.copyOf(jobs);
      keys = List.copyOf(keys);
      advice = List.copyOf(advice);
    }
  }

  private final Database database;
  private final KeyFolder keyFolder;
  private final Outbox outbox;
  private final Clock clock;
  private final String version;
  private final Path data;

  Health(
      Database database,
      KeyFolder keyFolder,
      Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.version") String version,
      @ConfigProperty(name = "earshot.data", defaultValue = ".earshot") String data) {
    this.database = database;
    this.keyFolder = keyFolder;
    this.outbox = outbox;
    this.clock = clock;
    this.version = version;
    this.data = Path.of(data);
  }

  Report report() {
    var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    return database.read(
        handle -> {
          var rows = new StatusRows(handle);
          var numbers = rows.numbers();
          var jobs = rows.jobs();
          var keys = rows.keys().stream().map(this::withAge).toList();
          long free = diskFree();
          return new Report(
              version, started, numbers, jobs, keys, free, advice(numbers, jobs, keys, free));
        });
  }

  private List<Advice> advice(
      StatusRows.Numbers numbers, List<StatusRows.JobRun> jobs, List<Key> keys, long diskFree) {
    var now = clock.instant();
    var advice = new ArrayList<Advice>();
    if (diskFree < DISK_TOO_FULL) {
      advice.add(Advice.of("disk", diskFree / 1_000_000));
    }
    if (numbers.backupAt().isEmpty()) {
      advice.add(Advice.of("no-backup"));
    } else if (isBefore(numbers.backupAt(), now.minus(BACKUP_TOO_OLD))) {
      advice.add(Advice.of("old-backup"));
    }
    if (!outbox.carries(OutgoingMessage.Channel.EMAIL)) {
      advice.add(Advice.of("no-mail"));
    }
    if (numbers.waitingSms() > 0 && !outbox.carries(OutgoingMessage.Channel.SMS)) {
      advice.add(Advice.of("no-sms", numbers.waitingSms()));
    }
    if (isBefore(numbers.oldestWaiting(), now.minus(MESSAGE_TOO_LATE))) {
      advice.add(Advice.of("outbox", numbers.waiting()));
    }
    if (numbers.failed() > 0) {
      advice.add(Advice.of("failed", numbers.failed()));
    }
    if (numbers.recordSize() > numbers.signedSize()
        && !isBefore(Optional.of(now.minus(CHECKPOINT_TOO_LATE)), started())
        && isBefore(numbers.checkpointAt(), now.minus(CHECKPOINT_TOO_LATE))) {
      advice.add(Advice.of("checkpoint"));
    }
    for (var job : jobs) {
      if (job.failedAt().isPresent()) {
        advice.add(Advice.of("job", job.name()));
      }
    }
    for (var key : keys) {
      if (isBefore(key.madeAt(), now.minus(KEY_TOO_OLD))) {
        advice.add(Advice.of("key", key.name()));
      }
    }
    return advice;
  }

  private static Instant started() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  private static boolean isBefore(Optional<Instant> moment, Instant limit) {
    return moment.isPresent() && moment.get().isBefore(limit);
  }

  private Key withAge(StatusRows.Fingerprint key) {
    var file = keyFolder.directory().resolve(key.name() + ".key");
    try {
      var madeAt =
          Files.exists(file)
              ? Optional.of(Files.getLastModifiedTime(file).toInstant())
              : Optional.<Instant>empty();
      return new Key(key.name(), key.start(), madeAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long diskFree() {
    try {
      Path existing = data.toAbsolutePath();
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      return Files.getFileStore(existing).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
