package org.earshot.benchmarks.representation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.earshot.representation.sortition.Lottery;
import org.earshot.representation.sortition.LotteryResult;
import org.earshot.representation.sortition.Pool;
import org.earshot.representation.sortition.Sortition;
import org.earshot.representation.weighting.Margin;
import org.earshot.representation.weighting.Sample;
import org.earshot.representation.weighting.Weighting;
import org.earshot.representation.weighting.WeightingMethod;
import org.earshot.representation.weighting.WeightingResult;

/// `earshot bench representation [FOLDER]`. See `RepresentationBench.md`.
public final class RepresentationBench {

  private static final List<String> POOLS =
      List.of(
          "example_small_20",
          "example_large_200",
          "fixture150_22",
          "like_mass_24",
          "like_sf_a_35",
          "like_sf_b_20",
          "like_cca_75",
          "like_sf_e_110",
          "big_2000_200");
  private static final List<String> COMPARED =
      List.of("example_small_20", "like_mass_24", "fixture150_22");
  private static final int RESPONDENTS = 1_000_000;
  private static final int[] SIZES = {2, 6, 12, 4, 5, 3, 8, 2, 7, 3, 9, 5};

  private final Path folder;

  private RepresentationBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String... args) throws Exception {
    var folder = Path.of(args.length > 0 ? args[0] : "../shared/data/representation");
    var bench = new RepresentationBench(folder.resolve("sortition"));
    var load = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d cores, load average %.2f at the start, Java %s%n",
        load.getAvailableProcessors(), load.getSystemLoadAverage(), Runtime.version());
    bench.weigh();
    if (Files.isDirectory(bench.folder)) {
      bench.lotteries(Lottery.Objective.LEXIMIN);
      bench.compare();
      bench.processes();
      bench.lotteries(Lottery.Objective.MAXIMIN);
      bench.lotteries(Lottery.Objective.NASH);
    } else {
      System.out.println("There are no reference pools in " + bench.folder + ".");
    }
    System.out.printf("load average %.2f at the end%n", load.getSystemLoadAverage());
  }

  private interface Work {
    Object run() throws Exception;
  }

  /// Prints and gives the median of `runs` after as many to warm up.
  private static double time(String what, int runs, Work work) throws Exception {
    var seconds = new double[runs];
    for (int i = -runs; i < runs; i++) {
      long start = System.nanoTime();
      if (work.run() == null) {
        throw new IllegalStateException(what + " gave nothing.");
      }
      seconds[Math.max(i, 0)] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    double median = seconds[runs / 2];
    System.out.printf(
        "%-46s %8.4f s   (%.4f to %.4f)%n", what, median, seconds[0], seconds[runs - 1]);
    return median;
  }

  private void weigh() throws Exception {
    var random = new Random(1);
    var levels = new int[SIZES.length][RESPONDENTS];
    for (int i = 0; i < RESPONDENTS; i++) {
      double leaning = random.nextDouble();
      for (int j = 0; j < SIZES.length; j++) {
        levels[j][i] = (int) (SIZES[j] * (.3 * leaning + .7 * random.nextDouble()));
      }
    }
    var margins = new ArrayList<Margin>();
    for (int j = 0; j < SIZES.length; j++) {
      margins.add(margin(j, levels[j], random));
    }
    var base = new double[RESPONDENTS];
    Arrays.fill(base, 1);
    var sample = Sample.of(levels, base);
    double fast =
        time(
            "1 M respondents x 12 margins, rake",
            9,
            () -> weights(Weighting.weigh(sample, margins, new WeightingMethod.Raking())));
    time(
        "1 M respondents x 12 margins, linear",
        5,
        () -> weights(Weighting.weigh(sample, margins, new WeightingMethod.Linear())));
    time(
        "1 M respondents x 12 margins, logit 0.2 to 5",
        5,
        () -> weights(Weighting.weigh(sample, margins, new WeightingMethod.Logit(.2, 5))));
    if (Weighting.weigh(sample, margins, new WeightingMethod.Raking())
        instanceof WeightingResult.Weighted(var weights)) {
      System.out.printf(
          "%-46s %d steps, largest discrepancy %.1e%n",
          "", weights.iterations(), weights.largestDiscrepancy());
    }
    double plain =
        time(
            "the same, plain fitting to 1e-10",
            1,
            () -> PlainFitting.rake(levels, base, margins, 1e-10));
    System.out.printf("%-46s %8.1f times faster than plain%n", "", plain / fast);
  }

  private static Object weights(WeightingResult result) {
    if (result instanceof WeightingResult.Weighted(var weights)) {
      return weights;
    }
    throw new IllegalStateException("No weights: " + result);
  }

  /// Targets that ask for up to a third more or less of a level than there is.
  private static Margin margin(int dimension, int[] level, Random random) {
    var counts = new double[SIZES[dimension]];
    for (int l : level) {
      counts[l]++;
    }
    double sum = 0;
    for (int l = 0; l < counts.length; l++) {
      counts[l] *= .67 + .66 * random.nextDouble();
      sum += counts[l];
    }
    double total = sum;
    return new Margin(
        "dimension " + dimension,
        IntStream.range(0, counts.length).mapToObj(l -> "level " + l).toList(),
        Arrays.stream(counts).map(c -> c * 10 * RESPONDENTS / total).boxed().toList());
  }

  private void lotteries(Lottery.Objective objective) throws Exception {
    for (String name : POOLS) {
      var pool = PoolFolder.read(folder.resolve(name));
      var lottery = new Lottery[1];
      time(
          name + ", " + objective.name().toLowerCase(Locale.ROOT),
          3,
          () -> lottery[0] = solve(pool, objective));
      System.out.printf(
          "%-46s %d people, %d seats, %d panels, least %.6f, gap %.1e, %d cuts%n",
          "",
          pool.people().size(),
          pool.seats(),
          lottery[0].panels().size(),
          lottery[0].minimum(),
          lottery[0].certificate().gap(),
          lottery[0].certificate().cuts().size());
    }
  }

  private static Lottery solve(Pool pool, Lottery.Objective objective) {
    if (Sortition.lottery(pool, objective, Lottery.Progress.NONE)
        instanceof LotteryResult.Found(var lottery)) {
      return lottery;
    }
    throw new IllegalStateException("There is no panel.");
  }

  private void compare() throws Exception {
    for (String name : COMPARED) {
      var pool = PoolFolder.read(folder.resolve(name));
      double fast = time(name + ", engine", 5, () -> solve(pool, Lottery.Objective.LEXIMIN));
      long start = System.nanoTime();
      double[] plain = PlainLeximin.chances(pool);
      double slow = (System.nanoTime() - start) / 1e9;
      var lottery = solve(pool, Lottery.Objective.LEXIMIN);
      double apart =
          IntStream.range(0, plain.length)
              .mapToDouble(i -> Math.abs(plain[i] - lottery.chances().get(i)))
              .max()
              .orElse(0);
      System.out.printf(
          "%-46s %8.4f s   plain; the engine is %.0f times faster, chances within %.0e%n",
          name, slow, slow / fast, apart);
    }
  }

  /// The command as people run it, from the start of the JVM to its end.
  private void processes() throws IOException, InterruptedException {
    var jar = System.getProperty("earshot.cli");
    if (jar == null) {
      return;
    }
    for (String name : POOLS) {
      var pool = folder.resolve(name);
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-jar",
                  jar,
                  "panel",
                  "--people",
                  pool.resolve("respondents.csv").toString(),
                  "--quotas",
                  pool.resolve("categories.csv").toString(),
                  "--size",
                  Integer.toString(PoolFolder.size(pool))));
      if (PoolFolder.households(pool)) {
        command.addAll(List.of("--same-address", "address1,postcode"));
      }
      long start = System.nanoTime();
      int exit =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      System.out.printf(
          "%-46s %8.2f s   whole process, exit code %d%n",
          name, (System.nanoTime() - start) / 1e9, exit);
    }
  }
}
