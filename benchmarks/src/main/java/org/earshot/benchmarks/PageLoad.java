package org.earshot.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// `earshot bench pages`: how fast the busiest pages of a running server are, beside the cost of an
/// empty page in the same run. See `PageLoad.md`.
public final class PageLoad {

  private static final String EMPTY = "empty page";

  private PageLoad() {}

  public static void main(String... args) throws IOException, InterruptedException {
    try {
      run(LoadArguments.parse(args));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  private static void run(LoadArguments arguments) throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var load = new Load(client, arguments.concurrency());
      var pages = pages(new Town(arguments.address(), client), arguments);
      System.out.printf(
          "%,d requests a page, %d at the same time, after %d s of warming up%n",
          arguments.requests(), arguments.concurrency(), arguments.warmUp().toSeconds());
      System.out.printf(
          "%-16s %9s %9s %11s %14s%n", "page", "p50 ms", "p99 ms", "requests/s", "p50 / empty");
      Duration empty = Duration.ZERO;
      for (var page : pages.entrySet()) {
        load.warmUp(page.getValue(), arguments.warmUp());
        var timings = load.time(page.getValue(), arguments.requests());
        if (page.getKey().equals(EMPTY)) {
          empty = timings.quantile(0.5);
        }
        print(page.getKey(), timings, empty);
      }
    }
  }

  private static Map<String, HttpRequest> pages(Town town, LoadArguments arguments)
      throws IOException, InterruptedException {
    var pages = new LinkedHashMap<String, HttpRequest>();
    pages.put(EMPTY, town.page("/health/live"));
    pages.put("home", town.page("/"));
    pages.put("receipt", town.page(town.say("The bench by the mill pond has lost a leg.")));
    pages.put("debt", town.page("/debt"));
    if (!arguments.login().isEmpty()) {
      var session = town.signIn(arguments.login(), arguments.password());
      var owed = town.page("/staff/voices?view=owed", session);
      pages.put("morning page", town.page("/staff", session));
      pages.put("what is owed", owed);
      pages.put("one case", town.page(town.numbered(owed, "/staff/voices/"), session));
      pages.put("needs", town.page("/staff/needs", session));
      pages.put("search", town.page("/staff/voices?q=street", session));
      pages.put(
          "narrow search", town.page("/staff/voices?q=street&language=fr&state=new", session));
    }
    return pages;
  }

  private static void print(String page, Timings timings, Duration empty) {
    double p50 = millis(timings.quantile(0.5));
    System.out.printf(
        "%-16s %9.2f %9.2f %,11.0f %14.1f%n",
        page, p50, millis(timings.quantile(0.99)), timings.perSecond(), p50 / millis(empty));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
