package org.earshot.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A number of people who ask for the same page again and again: each sends the next request when
/// the answer to the last one is there.
final class Load {

  private final HttpClient client;
  private final int concurrency;

  Load(HttpClient client, int concurrency) {
    this.client = client;
    this.concurrency = concurrency;
  }

  void warmUp(HttpRequest request, Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    everybody(
        () -> {
          while (System.nanoTime() < end) {
            timed(request);
          }
          return List.of();
        });
  }

  Timings time(HttpRequest request, int requests) throws InterruptedException {
    var left = new AtomicInteger(requests);
    long start = System.nanoTime();
    var each =
        everybody(
            () -> {
              var mine = new ArrayList<Duration>();
              while (left.getAndDecrement() > 0) {
                mine.add(timed(request));
              }
              return mine;
            });
    return new Timings(each, Duration.ofNanos(System.nanoTime() - start));
  }

  private Duration timed(HttpRequest request) throws IOException, InterruptedException {
    long start = System.nanoTime();
    var response = client.send(request, BodyHandlers.ofByteArray());
    long end = System.nanoTime();
    if (response.statusCode() != 200) {
      throw new IOException("%s answered %d.".formatted(request.uri(), response.statusCode()));
    }
    return Duration.ofNanos(end - start);
  }

  private List<Duration> everybody(Callable<List<Duration>> person) throws InterruptedException {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<List<Duration>>>();
      for (int i = 0; i < concurrency; i++) {
        running.add(people.submit(person));
      }
      var all = new ArrayList<Duration>();
      for (var one : running) {
        all.addAll(one.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The measurement stopped. " + e.getCause(), e.getCause());
    }
  }
}
