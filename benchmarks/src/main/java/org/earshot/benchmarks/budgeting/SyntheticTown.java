package org.earshot.benchmarks.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A seeded invented election: most voters choose mostly among the projects of their own district.
final class SyntheticTown {

  private static final int DISTRICTS = 40;

  private SyntheticTown() {}

  /// Writes it as a `.pb` file.
  static void write(Path file, int voters, int projects, long seed) throws IOException {
    var random = new Random(seed);
    try (var out =
        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), UTF_8), 1 << 16)) {
      out.write("META\nkey;value\nunit;Riverbend\nbudget;" + 40L * voters);
      out.write("\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost;name\n");
      for (int p = 0; p < projects; p++) {
        long cost = 1_000L * (10 + random.nextInt(490)) * Math.max(1, voters / 1_000_000);
        out.write("P" + p + ";" + cost + ";Project " + p + "\n");
      }
      out.write("VOTES\nvoter_id;vote;age;sex\n");
      var chosen = new boolean[projects];
      for (int voter = 0; voter < voters; voter++) {
        int[] choices = new int[1 + random.nextInt(10)];
        int district = random.nextInt(DISTRICTS);
        out.write(voter + ";");
        int count = 0;
        for (int i = 0; i < choices.length; i++) {
          int p =
              random.nextInt(4) == 0
                  ? (int) (projects * Math.pow(random.nextDouble(), 2))
                  : (int) (projects * Math.pow(random.nextDouble(), 1.5)) / DISTRICTS * DISTRICTS
                      + district;
          p = Math.min(p, projects - 1);
          if (!chosen[p]) {
            chosen[p] = true;
            out.write((count == 0 ? "P" : ",P") + p);
            choices[count++] = p;
          }
        }
        for (int i = 0; i < count; i++) {
          chosen[choices[i]] = false;
        }
        out.write(";" + (16 + random.nextInt(70)) + (random.nextBoolean() ? ";F\n" : ";M\n"));
      }
    }
  }
}
