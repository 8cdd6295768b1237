package org.earshot.benchmarks.opinion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.earshot.opinion.Landscape;
import org.earshot.opinion.MalformedVotesException;
import org.earshot.opinion.Opinion;
import org.earshot.opinion.PartitionAgreement;
import org.earshot.opinion.StableMethod;
import org.earshot.opinion.Votes;

/// `earshot bench opinion orders FOLDER`: what the order in which people came does to the groups of
/// real conversations, as the table in docs/methods/opinion.md.
final class OrderSensitivity {

  private static final int ORDERS = 20;
  private static final int RESAMPLES = 100;

  private OrderSensitivity() {}

  /// How alike the groups are over all pairs of orders, and how often each number of groups came.
  private record Movement(double mean, double least, String groups) {}

  static void print(Path folder) throws IOException, MalformedVotesException {
    System.out.println(
        "| conversation | people | polis: k | ARI mean | least | stable: k | ARI least | strength of 2 | of 3 |"
            + " of 4 | of 5 | share | groups | sure |");
    System.out.println("| --- |" + " --- |".repeat(13));
    for (var one : Conversation.in(folder)) {
      var orders = orders(one.votes());
      var polis = movement(one.votes(), orders, v -> Opinion.polis(v, one.moderation()));
      var stable =
          movement(one.votes(), orders, v -> StableMethod.STANDARD.landscape(v, one.moderation()));
      var landscape =
          StableMethod.STANDARD.withResamples(RESAMPLES).landscape(one.votes(), one.moderation());
      System.out.printf(
          "| %s | %d | %s | %.2f | %.2f | %s | %.3f |%s %.2f | %s | %s |%n",
          one.name(),
          one.votes().people().size(),
          polis.groups,
          polis.mean,
          polis.least,
          stable.groups,
          stable.least,
          strengths(landscape),
          landscape.confidence().orElseThrow().shareFinding(landscape.groups().count()),
          groups(landscape),
          sure(landscape));
    }
  }

  private static List<List<Integer>> orders(Votes votes) {
    var random = new Random(1);
    var orders = new ArrayList<List<Integer>>();
    for (int i = 0; i < ORDERS; i++) {
      var order = new ArrayList<>(IntStream.range(0, votes.people().size()).boxed().toList());
      Collections.shuffle(order, random);
      orders.add(order);
    }
    return orders;
  }

  private static Movement movement(
      Votes votes, List<List<Integer>> orders, Function<Votes, Landscape> method) {
    var found = new ArrayList<int[]>();
    var counts = new TreeMap<Integer, Integer>();
    for (var order : orders) {
      var groups = method.apply(Conversation.renumbered(votes, order)).groups();
      found.add(order.stream().mapToInt(groups::of).toArray());
      counts.merge(groups.count(), 1, Integer::sum);
    }
    double sum = 0;
    double least = 1;
    for (int a = 0; a < ORDERS; a++) {
      for (int b = 0; b < a; b++) {
        double same = PartitionAgreement.adjustedRand(found.get(a), found.get(b));
        sum += same;
        least = Math.min(least, same);
      }
    }
    var words = new ArrayList<String>();
    counts.forEach((k, times) -> words.add(times == ORDERS ? k + "" : k + " x" + times));
    return new Movement(sum / (ORDERS * (ORDERS - 1) / 2), least, String.join(", ", words));
  }

  private static String strengths(Landscape landscape) {
    var confidence = landscape.confidence().orElseThrow();
    var text = new StringBuilder();
    for (int k = 2; k <= 5; k++) {
      text.append(" %.2f |".formatted(confidence.strength(k)));
    }
    return text.toString();
  }

  private static String groups(Landscape landscape) {
    int count = landscape.groups().count();
    var stabilities = new double[count];
    Arrays.setAll(stabilities, g -> landscape.confidence().orElseThrow().ofGroup(g));
    return count == 1
        ? "-"
        : String.join(", ", Arrays.stream(stabilities).mapToObj("%.2f"::formatted).toList());
  }

  /// The share of people who stay in their group in nine of ten resamples.
  private static String sure(Landscape landscape) {
    double sure = 0;
    double all = 0;
    for (int i = 0; i < landscape.votes().people().size(); i++) {
      if (landscape.groups().inConversation(i)) {
        all++;
        sure += landscape.confidence().orElseThrow().ofPerson(i) >= 0.9 ? 1 : 0;
      }
    }
    return landscape.groups().count() == 1 ? "-" : "%.0f %%".formatted(100 * sure / all);
  }
}
