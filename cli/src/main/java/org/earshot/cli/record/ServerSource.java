package org.earshot.cli.record;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.earshot.record.EntryBundle;
import org.earshot.record.Hash;
import org.earshot.record.LogPath;
import org.earshot.record.LogSource;
import org.earshot.record.TileId;

/// Reads a log from its server, patiently: a lost connection or a server error is tried again.
final class ServerSource implements LogSource, AutoCloseable {

  /// The most bytes a file of a log can have: 256 entries of the greatest length.
  static final int LARGEST_FILE = TileId.WIDTH * (2 + EntryBundle.LONGEST_ENTRY);

  private static final int TRIES = 4;

  private final String address;
  private final Duration pause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /// A source that reads from `server`.
  ///
  /// @param pause before the first new try; doubled before each further one
  ServerSource(URI server, Duration pause) {
    this.address = server.toString().replaceAll("/+$", "");
    this.pause = pause;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    var bytes = fetch(path);
    if (bytes.isPresent()) {
      return bytes;
    }
    var partial = LogPath.parse(path).filter(known -> known.width() < TileId.WIDTH);
    return partial.isEmpty() ? bytes : beginningOfFull(partial.get());
  }

  /// A server may drop a partial file once the full one is there; its beginning is the same.
  private Optional<byte[]> beginningOfFull(LogPath partial) throws IOException {
    return switch (partial) {
      case LogPath.Hashes(var tile, int width) ->
          fetch(tile.path())
              .map(full -> Arrays.copyOf(full, Math.min(full.length, width * Hash.BYTES)));
      case LogPath.Entries(long bundle, int width) -> {
        var full = fetch(new LogPath.Entries(bundle, TileId.WIDTH).path());
        try {
          yield full.map(
              bytes ->
                  EntryBundle.encode(EntryBundle.decode(bytes, TileId.WIDTH).subList(0, width)));
        } catch (IllegalArgumentException e) { // not a full bundle: let the caller judge it
          yield full;
        }
      }
    };
  }

  private Optional<byte[]> fetch(String path) throws IOException {
    URI uri = URI.create(address + "/" + path);
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(1)).build();
    for (int tried = 1; ; tried++) {
      String problem;
      try {
        HttpResponse<byte[]> response =
            client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_FILE));
        int status = response.statusCode();
        if (status == 200) {
          return Optional.of(response.body());
        }
        if (status == 404 || status == 410) {
          return Optional.empty();
        }
        problem = "the server answered " + status;
        if (status < 500 && status != 429) {
          tried = TRIES; // it would answer the same again
        }
      } catch (IOException e) {
        problem = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted.", e);
      }
      if (tried >= TRIES) {
        throw new IOException("%s cannot be read: %s.".formatted(uri, problem));
      }
      LockSupport.parkNanos(pause.multipliedBy(1L << tried).toNanos());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
