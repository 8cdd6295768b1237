package org.earshot.benchmarks.opinion;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Arrays;
import org.earshot.numerics.RandomStream;
import org.earshot.opinion.LiveConversation;
import org.earshot.opinion.MalformedVotesException;
import org.earshot.opinion.Moderation;
import org.earshot.opinion.Opinion;
import org.earshot.opinion.StableMethod;
import org.earshot.opinion.Vote;
import org.earshot.opinion.Votes;

/// `earshot bench opinion [cold|plain|live|large|orders FOLDER|routing FOLDER]`: from parsed votes
/// to a landscape. See `OpinionBench.md`.
public final class OpinionBench {

  private static final long SEED = 17;

  private OpinionBench() {}

  public static void main(String... args) throws IOException, MalformedVotesException {
    var load = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d cores, load average %.2f at the start, heap of at most %,d MB, Java %s%n",
        load.getAvailableProcessors(),
        load.getSystemLoadAverage(),
        Runtime.getRuntime().maxMemory() / 1_000_000,
        Runtime.version());
    var folder = Path.of(args.length > 1 ? args[1] : "../shared/data/opinion/openData");
    switch (args.length == 0 ? "cold" : args[0]) {
      case "cold" -> {
        landscape(33_422, 783, 2_000_000, 5);
        landscape(100_000, 1_000, 1_000_000, 5);
      }
      case "large" -> landscape(1_000_000, 1_000, 100_000_000, 1);
      case "plain" -> {
        plain(2_000, 600, 225_000);
        plain(10_000, 1_000, 300_000);
      }
      case "live" -> live();
      case "orders" -> OrderSensitivity.print(folder);
      case "routing" -> RoutingSimulation.print(folder);
      default -> {
        System.err.println(
            "There is no part '" + args[0] + "': cold, large, plain, live, orders, routing.");
        System.exit(2);
      }
    }
    System.out.printf("load average %.2f at the end%n", load.getSystemLoadAverage());
  }

  private static void landscape(int people, int statements, long size, int runs) {
    var votes = new InventedConversation(people, statements, size).votes(SEED);
    System.gc();
    long before = used();
    ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    var seconds = new double[runs];
    int groups = 0;
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      groups = Opinion.stable(votes, Moderation.NONE).groups().count();
      seconds[run] = (System.nanoTime() - start) / 1e9;
    }
    double first = seconds[0];
    Arrays.sort(seconds);
    System.out.printf(
        "%,9d people x %,5d statements x %,11d votes: %7.3f s first, %7.3f s median of %d; %d groups;"
            + " votes hold %.1f B each, most heap %.1f B a vote%n",
        people,
        statements,
        votes.size(),
        first,
        seconds[runs / 2],
        runs,
        groups,
        (double) before / votes.size(),
        (double) peak() / votes.size());
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// The sum of what each pool held at most: not less than what all held at one time.
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static void plain(int people, int statements, long size) {
    var votes = new InventedConversation(people, statements, size).votes(SEED);
    double fast = Double.POSITIVE_INFINITY;
    for (int run = 0; run < 20; run++) {
      long start = System.nanoTime();
      Opinion.polis(votes, Moderation.NONE);
      fast = Math.min(fast, (System.nanoTime() - start) / 1e9);
    }
    double slow = Double.POSITIVE_INFINITY;
    for (int run = 0; run < 2; run++) {
      long start = System.nanoTime();
      new PlainMap(votes);
      slow = Math.min(slow, (System.nanoTime() - start) / 1e9);
    }
    System.out.printf(
        "%,d people x %,d statements x %,d votes: plain map alone %.3f s, engine with groups and"
            + " statistics (polis) %.4f s: %.0f times faster%n",
        votes.people().size(), votes.statements().size(), votes.size(), slow, fast, slow / fast);
  }

  private static void live() {
    var votes = new InventedConversation(100_000, 1_000, 1_000_000).votes(SEED);
    var live = new LiveConversation();
    long start = System.nanoTime();
    replay(votes, live);
    System.out.printf(
        "live: %,d votes taken in one by one in %.1f s%n",
        votes.size(), (System.nanoTime() - start) / 1e9);
    live.regroup(StableMethod.STANDARD);
    quantiles("a vote, then its statement's consensus and priority", voting(live, 200_000));
    double[] first = refreshing(live, 10);
    System.out.printf("live: the first fresh landscape took %.1f ms%n", first[0]);
    quantiles("a fresh landscape, after ten", refreshing(live, 200));
    start = System.nanoTime();
    live.regroup(StableMethod.STANDARD);
    System.out.printf("live: groups found anew in %.2f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static double[] refreshing(LiveConversation live, int times) {
    var millis = new double[times];
    for (int run = 0; run < times; run++) {
      voting(live, 100);
      long start = System.nanoTime();
      live.refreshMap();
      millis[run] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }

  private static void replay(Votes votes, LiveConversation live) {
    for (int i = 0; i < votes.people().size(); i++) {
      var person = votes.people().get(i);
      for (int place = 0; place < votes.countOf(i); place++) {
        live.vote(
            person, votes.statements().get(votes.statementAt(i, place)), votes.voteAt(i, place));
      }
    }
  }

  private static double[] voting(LiveConversation live, int times) {
    var random = RandomStream.of(SEED, times);
    var millis = new double[times];
    for (int t = 0; t < times; t++) {
      var person = Integer.toString(random.nextInt(100_000));
      var statement = Integer.toString(random.nextInt(1_000));
      var vote = Vote.of(random.nextInt(3) - 1);
      long start = System.nanoTime();
      live.vote(person, statement, vote);
      live.groupAwareConsensus(statement);
      live.priority(statement);
      millis[t] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }

  private static void quantiles(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "live: %s: median %.4f ms, p99 %.4f ms, longest %.3f ms of %,d%n",
        what,
        millis[millis.length / 2],
        millis[(int) Math.ceil(0.99 * millis.length) - 1],
        millis[millis.length - 1],
        millis.length);
  }
}
