package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    return random(seed, voteType, false);
  }

  /// As above, with scores that the city published, which need not be the ballots'.
  static Election random(long seed, String voteType, boolean withScores) {
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
    if (random.nextInt(4) == 0) {
      lines.set(0, lines.getFirst() + ".5"); // a currency with smaller units than are added
    }
    var election = election(voteType, budget, lines, ballots);
    return withScores
        ? withProjects(
            election,
            election.projects().stream().map(one -> withScore(one, random.nextInt(6))).toList())
        : election;
  }

  /// The same election with all rows of PROJECTS and VOTES the other way round.
  static Election turned(Election election) {
    int last = election.projects().size() - 1;
    var ballots = new Ballots.Builder(election.voteType().hasPoints());
    for (int ballot = election.ballots().count() - 1; ballot >= 0; ballot--) {
      int[] points = election.ballots().pointsOf(ballot);
      int at = 0;
      for (int p : election.ballots().projectsOf(ballot)) {
        ballots.choose(last - p, points[at++]);
      }
      ballots.endBallot();
    }
    return withProjects(election, election.projects().reversed()).withBallots(ballots.build());
  }

  /// With a project's published score raised.
  static Election withScore(Election election, Project project, long more) {
    return withProjects(
        election,
        election.projects().stream()
            .map(
                one ->
                    one.id().equals(project.id())
                        ? withScore(one, Long.parseLong(one.columns().get("score")) + more)
                        : one)
            .toList());
  }

  private static Project withScore(Project one, long score) {
    return new Project(
        one.id(),
        one.cost(),
        one.name(),
        one.selected(),
        Map.of("score", Long.toString(score)),
        one.line());
  }

  private static Election withProjects(Election election, List<Project> projects) {
    return new Election(
        election.meta(),
        election.voteType(),
        election.budget(),
        election.decimals(),
        projects,
        election.ballots(),
        election.voterIds(),
        election.columns(),
        election.remarks());
  }

  /// A random election in a currency of small units, with odd amounts and few voters, so that the
  /// endowment is raised hundreds of times.
  static Election dear(long seed) {
    var random = new Random(seed);
    var projects = new ArrayList<String>();
    int sum = 0;
    for (int p = 0; p < 5; p++) {
      int cost = 100 + random.nextInt(900);
      sum += cost;
      projects.add("p" + p + " " + cost);
    }
    var ballots = new ArrayList<String>();
    for (int v = 0; v < 4; v++) {
      var ids = new ArrayList<String>();
      for (int p = 0; p < 5; p++) {
        if (random.nextInt(5) < 2) {
          ids.add("p" + p);
        }
      }
      ballots.add(String.join(",", ids));
    }
    return approvals(sum / 3 + random.nextInt(sum / 3), projects, ballots);
  }
}
