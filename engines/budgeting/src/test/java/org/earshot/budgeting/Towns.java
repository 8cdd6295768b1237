package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Small elections for tests.
final class Towns {

  private Towns() {}

  static Election read(String text) {
    try {
      return PbReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PbFormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// An approval election: projects as "id cost", ballots as ids with commas.
  static Election approvals(int budget, List<String> projects, List<String> ballots) {
    return election("approval", budget, projects, ballots);
  }

  static Election election(
      String voteType, int budget, List<String> projects, List<String> ballots) {
    var text = new StringBuilder("META\nkey;value\nbudget;" + budget + "\nvote_type;" + voteType);
    text.append("\nPROJECTS\nproject_id;cost\n");
    projects.forEach(project -> text.append(project.replace(' ', ';')).append('\n'));
    text.append("VOTES\nvoter_id;vote;points\n");
    for (int i = 0; i < ballots.size(); i++) {
      var ballot = ballots.get(i);
      text.append(i).append(';').append(ballot);
      text.append(ballot.contains(";") ? "\n" : ";\n");
    }
    return read(text.toString());
  }

  /// A random election, small enough for the plain implementation, with many ties: few different
  /// costs, many equal ballots.
  static Election random(long seed, String voteType) {
    var random = new Random(seed);
    int projects = 2 + random.nextInt(7);
    int voters = 1 + random.nextInt(14);
    int scale = random.nextBoolean() ? 1 : 7;
    var lines = new ArrayList<String>();
    int sum = 0;
    for (int p = 0; p < projects; p++) {
      int cost = (1 + random.nextInt(random.nextBoolean() ? 4 : 30)) * scale;
      sum += cost;
      lines.add("p" + p + " " + cost);
    }
    var ballots = new ArrayList<String>();
    for (int v = 0; v < voters; v++) {
      var ids = new ArrayList<String>();
      var points = new ArrayList<String>();
      for (int p = 0; p < projects; p++) {
        if (random.nextInt(3) == 0) {
          ids.add("p" + p);
          points.add("" + random.nextInt(4));
        }
      }
      Collections.shuffle(ids, random);
      var ballot = String.join(",", ids);
      ballots.add(voteType.equals("cumulative") ? ballot + ";" + String.join(",", points) : ballot);
    }
    int budget = 1 + random.nextInt(sum);
    return election(voteType, budget, lines, ballots);
  }
}
