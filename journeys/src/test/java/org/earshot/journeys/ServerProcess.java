package org.earshot.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packed server as a process of its own, with a fresh data folder; it and its database end
/// when this is closed.
final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE =
      Duration.ofMinutes(4); // filling the demo on a slow machine

  private final Process process;
  private final Path log;
  private final Path data;
  private final URI address;

  private ServerProcess(Process process, Path folder, Path data, int port) {
    this.process = process;
    this.log = folder.resolve("server.log");
    this.data = data;
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  /// A new folder below `target`, so that what a failed run leaves is found, and goes with the next
  /// clean build.
  static Path freshFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "server-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts a server below `folder` and returns when it is ready.
  ///
  /// @param options what `serve` is given besides its port and its folder
  static ServerProcess start(Path folder, String... options) {
    try {
      int port = freePort();
      var data = folder.resolve("data");
      var command = new ArrayList<>(Programs.java(Programs.server(), "-Xmx1g"));
      command.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
      command.addAll(List.of(options));
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("server.log").toFile());
      builder.environment().put("EARSHOT_MAIL_FILES", "true"); // nothing leaves the machine
      var process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-server"));
      var server = new ServerProcess(process, folder, data, port);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return address;
  }

  /// The folder with the keys and the operator's token.
  Path data() {
    return data;
  }

  /// What the server wrote to its console so far.
  String printed() {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (!isReady(client)) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
          close();
          throw new IllegalStateException(
              "The server did not start (exit code %d). It said:\n%s"
                  .formatted(process.exitValue(), printed()));
        }
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server was starting.", e);
    }
  }

  private boolean isReady(HttpClient client) throws InterruptedException {
    var request = HttpRequest.newBuilder(address.resolve("/health/ready")).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    var children = process.descendants().toList();
    process.destroy(); // its shutdown hook stops the database
    try {
      if (process.waitFor(40, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
