package org.earshot.cli.voices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The server that takes voices in. A lost connection or a server error is tried again: the server
/// knows by its id a voice that it already has.
final class ImportServer implements AutoCloseable {

  private static final int TRIES = 5;
  private static final int LARGEST_ANSWER = 10_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /// What the server is asked to take in.
  record Batch(String source, String channel, boolean history, List<Voice> voices) {}

  /// What became of one voice.
  ///
  /// @param outcome `created`, `known` or `rejected`
  record Result(
      String id,
      String outcome,
      @Nullable String code,
      @Nullable Long publicNumber,
      @Nullable String reason) {}

  private record Answer(@Nullable List<Result> results) {}

  /// The server did not take a batch, and trying again at once would not help.
  static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  private final URI endpoint;
  private final String token;
  private final Duration pause;
  private final HttpClient client = // follows no redirects, which could carry the token elsewhere
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1) // no upgrade in the middle of a large body
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /// A server to import into.
  ///
  /// @param pause before the first new try; doubled before each further one
  ImportServer(URI server, String token, Duration pause) {
    this.endpoint = URI.create(server.toString().replaceAll("/+$", "") + "/api/import/voices");
    this.token = token;
    this.pause = pause;
  }

  /// Sends a batch; gives one result a voice, in the same order.
  List<Result> send(Batch batch) throws RefusedException {
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(endpoint)
              .timeout(Duration.ofMinutes(2))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(batch)))
              .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    for (int tried = 1; ; tried++) {
      String problem;
      try {
        HttpResponse<byte[]> response =
            client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        int status = response.statusCode();
        if (status == 200) {
          return results(batch, response.body());
        }
        problem = "%s answered %d".formatted(endpoint, status);
        if (status == 401 || status == 403) {
          throw new RefusedException(problem + ": the token is not the operator's.");
        }
        if (status < 500 && status != 429) {
          throw new RefusedException(problem + ".");
        }
      } catch (IOException e) {
        problem = "%s cannot be reached (%s)".formatted(endpoint, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RefusedException("Interrupted.");
      }
      if (tried >= TRIES) {
        throw new RefusedException("%s, %d times.".formatted(problem, TRIES));
      }
      LockSupport.parkNanos(pause.multipliedBy(1L << tried).toNanos());
    }
  }

  private List<Result> results(Batch batch, byte[] body) throws RefusedException {
    List<Result> results;
    try {
      results = JSON.readValue(body, Answer.class).results();
    } catch (IOException e) {
      results = null;
    }
    if (results == null || results.size() != batch.voices().size()) {
      throw new RefusedException(
          "%s did not answer with one result a voice. Is it Earshot?".formatted(endpoint));
    }
    for (int i = 0; i < results.size(); i++) {
      if (!batch.voices().get(i).id().equals(results.get(i).id())) {
        throw new RefusedException("%s answered in another order.".formatted(endpoint));
      }
    }
    return results;
  }

  @Override
  public void close() {
    client.close();
  }
}
