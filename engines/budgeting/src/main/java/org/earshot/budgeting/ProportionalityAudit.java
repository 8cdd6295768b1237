package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Whether an outcome, by whatever rule, leaves a group of voters with less than its part of the
/// budget would have bought (EJR+, up to one project).
///
/// A group of s voters who all want a project that is not funded is entitled to s/n of the budget.
/// It is wronged when each of them has so little funded that even with this project they would not
/// be above the group's entitlement: worth(funded, i) + worth(project) <= s/n of the budget, for
/// every one i of them. Equal shares never wrongs a group in this sense.
///
/// - **Shapes:** approval, choose-1 and any other ballots; supporters are those who chose a
///   project.
/// - **Units:** worth is a project's cost, or with [Measure#NUMBER] one project is worth as much as
///   the one that is missing.
/// - **Cost:** for each project not funded, a sort of its supporters. Compared in whole numbers.
/// - **Source:** Brill, Peters: Robust and verifiable proportionality axioms, EC 2023; the bound
///   for equal shares is in docs/methods/budgeting.md.
public final class ProportionalityAudit {

  /// What a funded project is worth to somebody who chose it.
  public enum Measure {
    COST,
    NUMBER
  }

  /// A wronged group: of all groups that want `project`, the one that misses most.
  ///
  /// @param ballots the group's ballots, numbered from 0 in the file's order
  /// @param entitled the group's part of the budget, in smallest units, exactly
  /// @param received the most that one of them has, in smallest units (or in projects, for
  ///   `NUMBER`)
  public record Violation(
      Project project, List<Integer> ballots, Rational entitled, long received) {

    public Violation {
      ballots = List.copyOf(ballots);
    }

    /// How many people the group has.
    public int size() {
      return ballots.size();
    }
  }

  private ProportionalityAudit() {}

  /// All violations, one a project at most, the largest groups first.
  public static List<Violation> of(Election election, List<Project> funded, Measure measure) {
    var market = Market.of(election, Utility.CARDINALITY);
    var ids = new HashSet<String>();
    funded.forEach(project -> ids.add(project.id()));
    var isFunded = new boolean[market.projects];
    for (int p = 0; p < market.projects; p++) {
      isFunded[p] = ids.contains(election.projects().get(p).id());
    }
    long[] received = received(market, isFunded, measure);
    var violations = new ArrayList<Violation>();
    for (int p = 0; p < market.projects; p++) {
      if (!isFunded[p] && market.votes[p] > 0) {
        check(market, p, received, measure, violations);
      }
    }
    violations.sort((one, other) -> Integer.compare(other.size(), one.size()));
    return violations;
  }

  private static long[] received(Market market, boolean[] isFunded, Measure measure) {
    long[] received = new long[market.groups];
    for (int group = 0; group < market.groups; group++) {
      for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
        int p = market.edgeProject[edge];
        if (isFunded[p]) {
          received[group] += measure == Measure.COST ? market.cost[p] : 1;
        }
      }
    }
    return received;
  }

  /// Supporters with least first: the first s of them are the neediest group of s.
  private static void check(
      Market market, int p, long[] received, Measure measure, List<Violation> violations) {
    var groups =
        IntStream.range(market.supporterStarts[p], market.supporterStarts[p + 1])
            .map(at -> market.supporter[at])
            .boxed()
            .sorted((one, other) -> Long.compare(received[one], received[other]))
            .mapToInt(Integer::intValue)
            .toArray();
    long budget = market.election.budget();
    long people = 0;
    int wronged = 0;
    double most = -1;
    for (int i = 0; i < groups.length; i++) {
      people += market.weight[groups[i]];
      if (i + 1 < groups.length && received[groups[i + 1]] == received[groups[i]]) {
        continue; // the larger group with the same least is wronged whenever this one is
      }
      long has = received[groups[i]];
      long cost = market.cost[p];
      // has + cost <= people * budget / voters, or (has + 1) * cost for numbers
      boolean wrong =
          measure == Measure.COST
              ? Market.compareFractions(has + cost, people, budget, market.voters) <= 0
              : compareNumber(has + 1, cost, people, budget, market.voters) <= 0;
      double missing =
          (double) people * budget / market.voters
              - (measure == Measure.COST ? has + cost : (has + 1.0) * cost);
      if (wrong && missing > most) {
        most = missing;
        wronged = i + 1;
      }
    }
    if (wronged > 0) {
      violations.add(violation(market, p, Arrays.copyOf(groups, wronged), received));
    }
  }

  private static int compareNumber(long number, long cost, long people, long budget, long voters) {
    return Rational.of(cost).times(number).compareTo(Rational.of(budget, voters).times(people));
  }

  private static Violation violation(Market market, int p, int[] groups, long[] received) {
    boolean[] within = new boolean[market.groups];
    long most = 0;
    long people = 0;
    for (int group : groups) {
      within[group] = true;
      most = Math.max(most, received[group]);
      people += market.weight[group];
    }
    var ballots =
        IntStream.range(0, market.groupOf.length)
            .filter(ballot -> within[market.groupOf[ballot]])
            .boxed()
            .toList();
    return new Violation(
        market.election.projects().get(p),
        ballots,
        Rational.of(market.election.budget(), market.voters).times(people),
        most);
  }
}
