package org.earshot.server.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An SMTP server that knows nobody: every recipient is refused for good.
final class RefusingPost implements AutoCloseable {

  private final ServerSocket socket;

  RefusingPost(int port) throws IOException {
    this.socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var visitor = socket.accept(); // a client may keep a first connection and open a second
        Thread.ofVirtual().start(() -> talk(visitor));
      } catch (IOException closed) {
        // The test is over, or the client hung up.
      }
    }
  }

  private static void talk(Socket visitor) {
    try (visitor) {
      listen(visitor);
    } catch (IOException hungUp) {
      // The client has what it came for.
    }
  }

  private static void listen(Socket visitor) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
    say(visitor, "220 nobody lives here");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      var command = line.toUpperCase(Locale.ROOT);
      say(
          visitor,
          command.startsWith("RCPT")
              ? "550 5.1.1 No such user"
              : command.startsWith("QUIT") ? "221 Bye" : "250 OK");
    }
  }

  private static void say(Socket visitor, String line) throws IOException {
    visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    visitor.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
