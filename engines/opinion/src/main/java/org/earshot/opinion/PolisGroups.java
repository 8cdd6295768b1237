package org.earshot.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Groups as Polis finds them from a cold start: up to 100 base clusters of people, then two to
/// five clusters of those, the number with the best silhouette.
///
/// People are taken in the order in which they are first met when votes are read by statement, then
/// by person. That order matters: see docs/methods/opinion.md.
final class PolisGroups {

  private static final int BASE_CLUSTERS = 100;
  private static final int BASE_ROUNDS = 100;
  private static final int GROUP_ROUNDS = 20;
  private static final int MOST_GROUPS = 5;

  private PolisGroups() {}

  static Groups find(Votes votes, OpinionMap map) {
    return find(map, order(votes, Participation.of(votes)));
  }

  /// The people in the conversation, in the order in which they are met.
  private static int[] order(Votes votes, boolean[] in) {
    return IntStream.range(0, in.length)
        .filter(i -> in[i])
        .boxed()
        .sorted(Comparator.comparingInt(i -> votes.statementAt(i, 0)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Groups of the people in that order.
  static Groups find(OpinionMap map, int[] order) {
    var people =
        Arrays.stream(order)
            .mapToObj(i -> new PolisClusters.Point(map.position(0, i), map.position(1, i), 1))
            .toList();
    var base = PolisClusters.of(people, BASE_CLUSTERS, BASE_ROUNDS);
    List<PolisClusters.Point> centers = base.centers();
    int most = centers.isEmpty() ? 1 : Math.min(MOST_GROUPS, 2 + centers.size() / 12);
    var silhouettes = new TreeMap<Integer, Double>();
    int[] groupOfBase = new int[centers.size()];
    int count = 1;
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 2; k <= most; k++) {
      var groups = PolisClusters.of(centers, k, GROUP_ROUNDS);
      int found = groups.centers().size();
      double silhouette = Silhouette.ofPoints(centers, groups.clusterOf(), found);
      silhouettes.put(k, silhouette);
      if (silhouette > best) {
        best = silhouette;
        groupOfBase = groups.clusterOf().clone();
        count = found;
      }
    }
    int[] groupOf = new int[map.people()];
    Arrays.fill(groupOf, Groups.NONE);
    for (int i = 0; i < order.length; i++) {
      groupOf[order[i]] = groupOfBase[base.clusterOf()[i]];
    }
    return new Groups(groupOf, count, silhouettes);
  }

  /// Orders to compare: the people in the conversation, shuffled.
  static List<Integer> everybody(Votes votes) {
    var in = Participation.of(votes);
    var people = new ArrayList<Integer>();
    for (int i : order(votes, in)) {
      people.add(i);
    }
    return people;
  }
}
