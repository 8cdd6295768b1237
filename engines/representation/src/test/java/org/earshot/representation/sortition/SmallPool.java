package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A random pool so small that all its panels can be counted.
final class SmallPool {

  final Pool pool;
  final List<int[]> panels = new ArrayList<>();
  private final Random random;

  SmallPool(long seed) {
    this.random = new Random(seed);
    int people = 5 + random.nextInt(7);
    int seats = 2 + random.nextInt(3);
    var features = new ArrayList<List<String>>();
    int[] sizes =
        IntStream.range(0, 1 + random.nextInt(3)).map(_ -> 2 + random.nextInt(2)).toArray();
    var members = new ArrayList<Person>();
    boolean households = random.nextInt(3) == 0;
    for (int i = 0; i < people; i++) {
      var own = new ArrayList<String>();
      for (int size : sizes) {
        int one = random.nextInt(size);
        int other = random.nextInt(size);
        own.add("v" + Math.min(one, other)); // some features are rarer
      }
      features.add(own);
      members.add(new Person("p" + i, own, households ? "house " + random.nextInt(people) : null));
    }
    this.pool = new Pool(seats, quotas(sizes, features, seats), members);
    gather(new ArrayList<>(), 0);
  }

  /// Bounds near those of some panel; now and then bounds that no panel may meet.
  private List<Quota> quotas(int[] sizes, List<List<String>> features, int seats) {
    var some = new ArrayList<>(features);
    Collections.shuffle(some, random);
    var quotas = new ArrayList<Quota>();
    for (int c = 0; c < sizes.length; c++) {
      for (int v = 0; v < sizes[c]; v++) {
        int category = c;
        String feature = "v" + v;
        int held =
            (int) some.stream().limit(seats).filter(f -> f.get(category).equals(feature)).count();
        int min = Math.max(0, held - random.nextInt(2));
        int max = Math.max(min, held + random.nextInt(2));
        if (random.nextInt(12) == 0) {
          min++;
          max = Math.max(min, max);
        }
        quotas.add(
            new Quota(
                "c" + c, feature, min, max, random.nextInt(min + 1), max + random.nextInt(3)));
      }
    }
    return quotas;
  }

  private void gather(List<Integer> chosen, int from) {
    if (chosen.size() == pool.seats()) {
      int[] panel = chosen.stream().mapToInt(i -> i).toArray();
      if (apart(panel) && cost(panel, false) == 0) {
        panels.add(panel);
      }
      return;
    }
    for (int i = from; i < pool.people().size(); i++) {
      chosen.add(i);
      gather(chosen, i + 1);
      chosen.removeLast();
    }
  }

  /// The least change of quotas, found by looking at every set of people; infinite if none helps.
  double leastChange() {
    return leastChange(new ArrayList<>(), 0);
  }

  private double leastChange(List<Integer> chosen, int from) {
    if (chosen.size() == pool.seats()) {
      int[] panel = chosen.stream().mapToInt(i -> i).toArray();
      return apart(panel) ? cost(panel, true) : Double.POSITIVE_INFINITY;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = from; i < pool.people().size(); i++) {
      chosen.add(i);
      least = Math.min(least, leastChange(chosen, i + 1));
      chosen.removeLast();
    }
    return least;
  }

  private boolean apart(int[] panel) {
    var households =
        IntStream.of(panel)
            .mapToObj(i -> String.valueOf(pool.people().get(i).household()))
            .filter(household -> !household.equals("null"))
            .toList();
    return households.stream().distinct().count() == households.size();
  }

  /// What quotas have to give way for this panel.
  double cost(int[] panel, boolean withinFlex) {
    double cost = 0;
    for (var quota : pool.quotas()) {
      int category = pool.categories().indexOf(quota.category());
      int held =
          (int)
              IntStream.of(panel)
                  .filter(
                      i -> pool.people().get(i).features().get(category).equals(quota.feature()))
                  .count();
      int less = Math.max(0, quota.min() - held);
      int more = Math.max(0, held - quota.max());
      if (withinFlex && (held < quota.minFlex() || held > quota.maxFlex())) {
        return Double.POSITIVE_INFINITY;
      }
      cost += less * (1 + 2.0 / Math.max(1, quota.min())) + more;
    }
    return cost;
  }
}
