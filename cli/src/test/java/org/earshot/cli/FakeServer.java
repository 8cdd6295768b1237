package org.earshot.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// A server of the JDK on some free port of this machine.
public final class FakeServer implements AutoCloseable {

  /// Answers one request.
  @FunctionalInterface
  public interface Answer {

    /// What to answer: the status and the body.
    Response to(HttpExchange exchange, byte[] body) throws IOException;
  }

  /// A status and a body.
  public static final class Response {
    final int status;
    final byte[] body;

    public Response(int status, byte[] body) {
      this.status = status;
      this.body = body.clone();
    }
  }

  private final HttpServer server;

  public FakeServer(Answer answer) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var response = answer.to(exchange, exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(
                response.status, response.body.length == 0 ? -1 : response.body.length);
            exchange.getResponseBody().write(response.body);
          }
        });
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
