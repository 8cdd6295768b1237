package org.earshot.server.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An own PostgreSQL below one folder: made on the first start, kept over restarts, adopted when a
/// crashed server left it running.
///
/// It listens on 127.0.0.1 and a free port only, asks for a random password (scram), and syncs
/// every commit. It survives `kill -9` of itself and of this process.
public final class EmbeddedPostgres {

  private static final String USER = "earshot";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PostgresFolder folder;
  private final PostgresPrograms programs;
  private boolean wasRunning;

  private EmbeddedPostgres(PostgresFolder folder, PostgresPrograms programs) {
    this.folder = folder;
    this.programs = programs;
  }

  /// Starts the database in `directory`, or adopts the one that runs there; returns when it
  /// answers.
  public static EmbeddedPostgres start(Path directory) {
    try {
      var folder = PostgresFolder.in(directory);
      var programs = PostgresPrograms.unpackedIn(directory.resolve("programs"));
      var postgres = new EmbeddedPostgres(folder, programs);
      if (!folder.exists()) {
        postgres.create();
      }
      postgres.wasRunning = postgres.adopt();
      if (!postgres.wasRunning) {
        postgres.launch();
      }
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded database in %s".formatted(directory), e);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(folder.port());
  }

  /// Whether it ran already, for another process or after a crash.
  public boolean wasRunning() {
    return wasRunning;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return folder.password();
  }

  /// Stops the database cleanly; safe to call twice.
  public void stop() {
    var stop =
        programs.command(
            "pg_ctl", "-D", folder.cluster().toString(), "-m", "fast", "-w", "-t", "20", "stop");
    try {
      stop.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      stop.start().waitFor(25, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Makes the cluster beside its place and renames it at the end, so that a crash leaves no half
  /// of one.
  private void create() throws IOException {
    var half = folder.freshTemporary();
    var password = folder.writeNewPassword();
    programs.run(
        "initdb",
        "-D",
        half.toString(),
        "-U",
        USER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--lc-collate=C",
        "--lc-ctype=C.UTF-8",
        "-E",
        "UTF8");
    folder.adoptTemporary(half);
  }

  /// A crash of this process leaves the database running: if it answers, it is ours again.
  private boolean adopt() {
    return folder.findRunningPort().map(port -> answers(port, Duration.ofSeconds(3))).orElse(false);
  }

  private void launch() throws IOException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    // After a crash of postgres its children may hold the lock for some seconds more.
    while (true) {
      int port = freePort();
      var process = startOn(port);
      while (process.isAlive() && System.nanoTime() < deadline) {
        if (answers(port, Duration.ofMillis(500))) {
          folder.writePort(port);
          return;
        }
        pause();
      }
      if (System.nanoTime() >= deadline || !folder.logSaysLocked()) {
        process.destroyForcibly();
        throw new IOException(
            "PostgreSQL did not start.\nIts last words: %s\nThe whole log: %s"
                .formatted(folder.lastLogLines(), folder.log()));
      }
      pause();
    }
  }

  private Process startOn(int port) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-D",
                folder.cluster().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
    TUNING.forEach(setting -> options.addAll(List.of("-c", setting)));
    return programs
        .command("postgres", options.toArray(String[]::new))
        .redirectErrorStream(true)
        .redirectOutput(folder.log().toFile())
        .start();
  }

  /// Small-machine settings; durability is never among them.
  private static final List<String> TUNING =
      List.of(
          "shared_buffers=512MB",
          "effective_cache_size=2GB",
          "work_mem=16MB",
          "maintenance_work_mem=256MB",
          "max_wal_size=2GB",
          "random_page_cost=1.1",
          "max_connections=60",
          "log_min_messages=warning",
          "log_min_error_statement=panic", // statements may hold people's words
          "log_parameter_max_length_on_error=0");

  private boolean answers(int port, Duration patience) {
    var url =
        "jdbc:postgresql://127.0.0.1:%d/postgres?connectTimeout=1&socketTimeout=3&loginTimeout=%d"
            .formatted(port, Math.max(1, patience.toSeconds()));
    try (var connection = DriverManager.getConnection(url, USER, folder.password())) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
