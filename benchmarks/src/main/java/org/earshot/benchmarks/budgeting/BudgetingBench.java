package org.earshot.benchmarks.budgeting;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.earshot.budgeting.Budgeting;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.LiveCount;
import org.earshot.budgeting.PbFormatException;
import org.earshot.budgeting.PbReader;
import org.earshot.budgeting.Rule;

/// `earshot bench budgeting [FOLDER]`: elections from file to outcome, warm. See
/// `BudgetingBench.md`.
public final class BudgetingBench {

  private static final List<String> APPROVAL_RULES =
      List.of(
          "greedy_cost",
          "greedy_card",
          "mes_cost",
          "mes_card",
          "mes_cost_u",
          "phragmen",
          "mes_cost_add1",
          "mes_cost_add1e",
          "mes_cost_add1u",
          "mes_cost_add1eu",
          "mes_card_add1e",
          "mes_cost_add1_mincost",
          "mes_cost_add1u_mincost");
  private static final List<String> SCORED =
      List.of("greedy_%s", "greedy_total_%s", "mes_%s", "mes_%s_add1e", "mes_%s_add1eu");
  private static final List<String> FORINT =
      List.of(
          "Hungary_Veszprem_2025",
          "Hungary_Budapest_2025_XI_Ujbuda",
          "Hungary_Budapest_2025_VIII_Jozsefvaros");

  private final Path folder;

  private BudgetingBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String... args) throws Exception {
    var folder = Path.of(args.length > 0 ? args[0] : "../shared/data/budgeting").resolve("pb");
    if (!Files.isDirectory(folder)) {
      System.err.println("There is no folder " + folder + " with .pb.gz files. Name its parent.");
      System.exit(2);
    }
    new BudgetingBench(folder).run();
  }

  private void run() throws Exception {
    var load = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d cores, load average %.2f at the start, Java %s%n",
        load.getAvailableProcessors(), load.getSystemLoadAverage(), Runtime.version());
    time("Lodz 2022, mes_cost_add1u", 15, () -> decide("Poland_Lodz_2022", "mes_cost_add1u"));
    for (var name : FORINT) {
      time(name + ", mes_cost_add1u", 15, () -> decide(name, "mes_cost_add1u"));
    }
    oneChangedBallot();
    ratio("Poland_Lodz_2025_Katedralna");
    long start = System.nanoTime();
    int outcomes = all();
    System.out.printf(
        "%-52s %8.2f s   %d outcomes, each file read once%n",
        "288 elections, all rules", (System.nanoTime() - start) / 1e9, outcomes);
    million();
    System.out.printf("load average %.2f at the end%n", load.getSystemLoadAverage());
  }

  private Election read(String name) throws IOException, PbFormatException {
    try (var stream = new GZIPInputStream(open(folder.resolve(name + ".pb.gz")), 1 << 16)) {
      return PbReader.read(stream);
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  private Integer decide(String name, String rule) throws IOException, PbFormatException {
    return Budgeting.decide(read(name), Rule.find(rule).orElseThrow()).funded().size();
  }

  /// Prints the median of `runs` after as many to warm up.
  private static double time(String what, int runs, Callable<?> work) throws Exception {
    var seconds = new double[runs];
    for (int i = -runs; i < runs; i++) {
      long start = System.nanoTime();
      work.call();
      seconds[Math.max(i, 0)] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    double median = seconds[runs / 2];
    System.out.printf(
        "%-52s %8.4f s   (%.4f to %.4f)%n", what, median, seconds[0], seconds[runs - 1]);
    return median;
  }

  private void oneChangedBallot() throws Exception {
    var election = read("Poland_Lodz_2022");
    var live = new LiveCount(election, Rule.find("mes_cost_add1u").orElseThrow());
    var random = new Random(1);
    time(
        "Lodz 2022, one changed ballot counted again",
        15,
        () -> {
          int ballot = random.nextInt(election.ballots().count());
          var project = election.projects().get(random.nextInt(election.projects().size()));
          live.change(ballot, List.of(project));
          return live.outcome();
        });
  }

  private void ratio(String name) throws Exception {
    var election = read(name);
    var rule = Rule.find("mes_cost_add1").orElseThrow();
    var plain = new PlainStepping(election);
    double slow = time(name + ", plain", 1, () -> plain.add1(election.currencyUnit()));
    double fast = time(name + ", engine", 15, () -> Budgeting.decide(election, rule));
    System.out.printf("%-52s %8.0f times faster than plain%n", "", slow / fast);
  }

  private int all() throws IOException, InterruptedException, ExecutionException {
    List<Path> files;
    try (var list = Files.list(folder)) {
      files = list.filter(file -> file.toString().endsWith(".pb.gz")).sorted().toList();
    }
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var running = new ArrayList<Future<Integer>>();
      for (var file : files) {
        var name = file.getFileName().toString().replace(".pb.gz", "");
        running.add(threads.submit(() -> allRules(read(name))));
      }
      int outcomes = 0;
      for (var one : running) {
        outcomes += one.get();
      }
      return outcomes;
    }
  }

  private static int allRules(Election election) {
    var names = new ArrayList<String>();
    switch (election.voteType()) {
      case APPROVAL, CHOOSE_ONE -> names.addAll(APPROVAL_RULES);
      case CUMULATIVE, SCORING -> SCORED.forEach(name -> names.add(name.formatted("points")));
      case ORDINAL -> SCORED.forEach(name -> names.add(name.formatted("borda")));
    }
    for (var name : names) {
      Budgeting.decide(election, Rule.find(name).orElseThrow());
    }
    return names.size();
  }

  private static void million() throws Exception {
    var file = Files.createTempFile("earshot-million", ".pb");
    try {
      SyntheticTown.write(file, 1_000_000, 1_000, 7);
      System.out.printf("1 M voters x 1,000 projects: a file of %,d bytes%n", Files.size(file));
      time("1 M voters, bytes of the file only", 3, () -> bytes(file));
      time("1 M voters, reading", 3, () -> read(file));
      for (var rule : List.of("greedy_cost", "mes_cost_u", "mes_cost_add1u")) {
        time(
            "1 M voters, " + rule,
            3,
            () -> Budgeting.decide(read(file), Rule.find(rule).orElseThrow()));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static long bytes(Path file) throws IOException {
    var buffer = new byte[1 << 17];
    long sum = 0;
    try (var stream = Files.newInputStream(file)) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        sum += read;
      }
    }
    return sum;
  }

  private static Election read(Path file) throws IOException, PbFormatException {
    try (var stream = Files.newInputStream(file)) {
      return PbReader.read(stream);
    }
  }
}
