package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Equal shares as the textbook has it: every voter by themselves, every amount a fraction, every
/// endowment tried. The oracle.
final class PlainEqualShares {

  private final Election election;
  private final Rule rule;
  private final int projects;
  private final int voters;
  private final long[][] units;
  private final int[] ranks;
  private final long[] votes;
  private final long[] scores;

  PlainEqualShares(Election election, Rule rule) {
    this.election = election;
    this.rule = rule;
    this.projects = election.projects().size();
    this.voters = election.ballots().count();
    this.units = new long[voters][projects];
    this.votes = new long[projects];
    this.scores = new long[projects];
    for (int i = 0; i < voters; i++) {
      int[] chosen = election.ballots().projectsOf(i);
      int[] points = election.ballots().pointsOf(i);
      for (int at = 0; at < chosen.length; at++) {
        long unit =
            switch (rule.utility()) {
              case COST, CARDINALITY -> points[at] > 0 ? 1 : 0;
              case POINTS -> points[at];
              case BORDA -> chosen.length - at - 1;
            };
        units[i][chosen[at]] = unit;
        votes[chosen[at]] += unit > 0 ? 1 : 0;
        scores[chosen[at]] += unit;
      }
    }
    this.ranks = rule.ties().ranks(election, votes);
  }

  Set<String> winners() {
    var last = shares(0);
    if (rule.completion().raisesEndowment()) {
      for (int k = 1; !isEnd(last); k++) {
        var next = shares(k);
        if (cost(next) > election.budget()) {
          break;
        }
        last = next;
      }
    }
    var funded = new ArrayList<>(last);
    if (rule.completion().addsWhatFits()) {
      Comparator<Integer> order =
          rule.utility() == Utility.COST
              ? Comparator.comparingLong(p -> -votes[p])
              : Comparator.comparing(p -> Rational.of(-scores[p], cost(List.of(p))));
      for (int p : all().stream().sorted(order.thenComparingInt(p -> ranks[p])).toList()) {
        if (!funded.contains(p) && cost(funded) + cost(List.of(p)) <= election.budget()) {
          funded.add(p);
        }
      }
    }
    var ids = new HashSet<String>();
    funded.forEach(p -> ids.add(election.projects().get(p).id()));
    return ids;
  }

  private boolean isEnd(List<Integer> funded) {
    var open = all().stream().filter(p -> scores[p] > 0 && !funded.contains(p)).toList();
    return open.isEmpty()
        || (rule.completion().endsWhenExhaustive()
            && open.stream().noneMatch(p -> cost(funded) + cost(List.of(p)) <= election.budget()));
  }

  private List<Integer> all() {
    var all = new ArrayList<Integer>();
    for (int p = 0; p < projects; p++) {
      all.add(p);
    }
    return all;
  }

  private long cost(List<Integer> funded) {
    return funded.stream().mapToLong(p -> election.projects().get(p).cost()).sum();
  }

  List<Integer> shares(int raises) {
    var money = new Rational[voters];
    Arrays.fill(
        money,
        Rational.of(election.budget(), voters)
            .plus(Rational.of(election.currencyUnit()).times(raises)));
    var bought = new ArrayList<Integer>();
    while (true) {
      int best = -1;
      Rational bestRate = Rational.ZERO;
      Rational bestPrice = Rational.ZERO;
      for (int p = 0; p < projects; p++) {
        var price = bought.contains(p) ? null : price(p, money);
        if (price == null) {
          continue;
        }
        var rate =
            rule.utility() == Utility.COST
                ? price.dividedBy(election.projects().get(p).cost())
                : price;
        int order = best < 0 ? -1 : rate.compareTo(bestRate);
        if (order < 0 || (order == 0 && ranks[p] < ranks[best])) {
          best = p;
          bestRate = rate;
          bestPrice = price;
        }
      }
      if (best < 0) {
        return bought;
      }
      for (int i = 0; i < voters; i++) {
        var share = bestPrice.times(units[i][best]);
        money[i] = money[i].minus(share.compareTo(money[i]) < 0 ? share : money[i]);
      }
      bought.add(best);
    }
  }

  /// Sorted by money per unit, the poorest pay all until the others' equal price is low enough.
  private @Nullable Rational price(int p, Rational[] money) {
    var supporters = new ArrayList<Integer>();
    var together = Rational.ZERO;
    for (int i = 0; i < voters; i++) {
      if (units[i][p] > 0) {
        supporters.add(i);
        together = together.plus(money[i]);
      }
    }
    var rest = Rational.of(election.projects().get(p).cost());
    if (supporters.isEmpty() || together.compareTo(rest) < 0) {
      return null;
    }
    supporters.sort(Comparator.comparing(i -> money[i].dividedBy(units[i][p])));
    long left = supporters.stream().mapToLong(i -> units[i][p]).sum();
    for (int i : supporters) {
      var price = rest.dividedBy(left);
      if (price.times(units[i][p]).compareTo(money[i]) <= 0) {
        return price;
      }
      rest = rest.minus(money[i]);
      left -= units[i][p];
    }
    return null;
  }
}
