package org.earshot.benchmarks.opinion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.earshot.opinion.Landscape;
import org.earshot.opinion.LiveConversation;
import org.earshot.opinion.MalformedVotesException;
import org.earshot.opinion.Opinion;
import org.earshot.opinion.Showing;
import org.earshot.opinion.ShownStatements;
import org.earshot.opinion.StableMethod;
import org.earshot.opinion.Vote;
import org.earshot.opinion.Votes;

/// `earshot bench opinion routing FOLDER`: real conversations held again, with only some of their
/// votes asked for. What routing asks, and whether its log undoes the bias, shows in how far the
/// shares that agree come out as with all votes.
final class RoutingSimulation {

  private static final int SEEDS = 3;
  private static final int ENOUGH = 30; // votes on a statement, before its share can be compared
  private static final double ASKED = 1 / 3.0; // of each person's votes
  private static final int REGROUP = 1000; // votes between two searches for groups
  private static final int TOP = 10;

  /// How to choose the next statement.
  private enum Way {
    EQUAL,
    PRIORITY,
    FEWEST
  }

  /// How far off, in percentage points, how alike the map is, and how many of the ten strongest
  /// statements of common ground are among the ten found.
  private record Outcome(double plain, double corrected, double map, double common) {}

  private RoutingSimulation() {}

  static void print(Path folder) throws IOException, MalformedVotesException {
    System.out.println(
        "| conversation | way | error of shares | corrected by the log | likeness of the map | common ground found |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (var one : Conversation.in(folder)) {
      var all = Opinion.stable(one.votes(), one.moderation());
      for (var way : Way.values()) {
        double plain = 0;
        double corrected = 0;
        double map = 0;
        double common = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
          var outcome = run(one, all, way, seed);
          plain += outcome.plain / SEEDS;
          corrected += outcome.corrected / SEEDS;
          map += outcome.map / SEEDS;
          common += outcome.common / SEEDS;
        }
        System.out.printf(
            "| %s | %s | %.2f | %.2f | %.2f | %.1f of %d |%n",
            one.name(), way.name().toLowerCase(Locale.ROOT), plain, corrected, map, common, TOP);
      }
    }
  }

  /// People come one after the other and are asked a third of what they once voted on.
  private static Outcome run(Conversation one, Landscape all, Way way, int seed) {
    var votes = one.votes();
    var random = new Random(seed);
    var live = new LiveConversation();
    one.moderation().out().forEach(id -> live.moderate(id, true));
    var log = new ShownStatements();
    var counts = new int[votes.statements().size()];
    int taken = 0;
    for (int i : order(votes, random)) {
      var open = new HashMap<Integer, Vote>();
      for (int place = 0; place < votes.countOf(i); place++) {
        open.put(votes.statementAt(i, place), votes.voteAt(i, place));
      }
      int asked = (int) Math.ceil(open.size() * ASKED);
      for (int a = 0; a < asked; a++) {
        var showing = choose(live, way, votes, open, counts, random);
        var id = votes.people().get(i);
        log.add(id, showing.statement(), showing.chance());
        int j = numberOf(votes, open, showing.statement());
        live.vote(id, showing.statement(), Objects.requireNonNull(open.remove(j)));
        counts[j]++;
        taken++;
        if (way == Way.PRIORITY && (taken == 100 || taken % REGROUP == 0)) {
          live.regroup(StableMethod.STANDARD);
        }
      }
    }
    var plain = live.regroup(StableMethod.STANDARD);
    var corrected =
        StableMethod.STANDARD.withShown(log).landscape(plain.votes(), plain.moderation());
    return new Outcome(
        error(all, plain), error(all, corrected), likeness(all, plain), common(all, plain));
  }

  private static List<Integer> order(Votes votes, Random random) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < votes.people().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return order;
  }

  private static Showing choose(
      LiveConversation live,
      Way way,
      Votes votes,
      Map<Integer, Vote> open,
      int[] counts,
      Random random) {
    var ids = new ArrayList<String>();
    var priorities = new double[open.size()];
    for (int j : open.keySet().stream().sorted().toList()) {
      var id = votes.statements().get(j);
      priorities[ids.size()] =
          switch (way) {
            case EQUAL -> 1;
            case PRIORITY -> live.priority(id);
            case FEWEST -> 1.0 / (counts[j] + 1);
          };
      ids.add(id);
    }
    return Showing.draw(ids, priorities, random.nextDouble()).orElseThrow();
  }

  private static int numberOf(Votes votes, Map<Integer, Vote> open, String statement) {
    return open.keySet().stream()
        .filter(j -> votes.statements().get(j).equals(statement))
        .findFirst()
        .orElseThrow();
  }

  /// The mean error of the share that agrees, in percentage points.
  private static double error(Landscape all, Landscape part) {
    double sum = 0;
    int compared = 0;
    for (int j = 0; j < all.votes().statements().size(); j++) {
      int there = part.votes().statements().indexOf(all.votes().statements().get(j));
      if (there >= 0 && seen(all, j) >= ENOUGH && seen(part, there) > 0) {
        double off =
            all.count(j, Vote.AGREE) / seen(all, j)
                - part.count(there, Vote.AGREE) / seen(part, there);
        sum += Math.abs(off);
        compared++;
      }
    }
    return 100 * sum / Math.max(1, compared);
  }

  private static double common(Landscape all, Landscape part) {
    var found = strongest(part);
    return strongest(all).stream().filter(found::contains).count();
  }

  private static List<String> strongest(Landscape landscape) {
    return IntStream.range(0, landscape.votes().statements().size())
        .filter(j -> !landscape.moderation().out().contains(landscape.votes().statements().get(j)))
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -landscape.groupAwareConsensus(j)))
        .limit(TOP)
        .map(j -> landscape.votes().statements().get(j))
        .toList();
  }

  private static double seen(Landscape landscape, int statement) {
    return landscape.count(statement, Vote.AGREE)
        + landscape.count(statement, Vote.PASS)
        + landscape.count(statement, Vote.DISAGREE);
  }

  /// How far the two axes span the same plane: 1 is the same, 0 is at right angles.
  private static double likeness(Landscape all, Landscape part) {
    double sum = 0;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        double product = 0;
        for (int j = 0; j < all.votes().statements().size(); j++) {
          int there = part.votes().statements().indexOf(all.votes().statements().get(j));
          product += there < 0 ? 0 : all.map().component(a, j) * part.map().component(b, there);
        }
        sum += product * product;
      }
    }
    return sum / 2;
  }
}
