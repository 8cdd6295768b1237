package org.earshot.budgeting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An election as the rules count it: identical ballots merged into groups, and for each project
/// its supporters, those to whom it is worth something.
///
/// Shapes: group `g` has the edges `starts[g]` to `starts[g + 1]` (projects ascending, their
/// units); project `p` the edges `supporterStarts[p]` to `supporterStarts[p + 1]` (groups
/// ascending). `units` are points or Borda scores and are null where all are 1; a unit of project
/// `p` is worth `unitWorth[p]`.
final class Market {

  final Election election;
  final Utility utility;
  final int projects;
  final long voters;
  final long[] cost;
  final long[] unitWorth;

  final int groups;
  final int[] weight;
  final int[] groupOf;
  final int[] starts;
  final int[] edgeProject;
  final int @Nullable [] edgeUnits;

  final int[] supporterStarts;
  final int[] supporter;
  final int[] supporterWeight;
  final int @Nullable [] supporterUnits;

  /// How many voters support each project.
  final long[] votes;

  /// All supporters' units of each project; equal to `votes` where all units are 1.
  final long[] score;

  private Market(Election election, Utility utility, GroupedBallots grouped) {
    this.election = election;
    this.utility = utility;
    this.projects = election.projects().size();
    this.voters = election.ballots().count();
    this.groups = grouped.count();
    this.weight = grouped.weight();
    this.groupOf = grouped.groupOf();
    this.starts = grouped.starts();
    this.edgeProject = grouped.projects();
    this.edgeUnits = grouped.units();
    this.cost = election.projects().stream().mapToLong(Project::cost).toArray();
    this.unitWorth = new long[projects];
    Arrays.fill(unitWorth, 1);
    if (utility == Utility.COST) {
      System.arraycopy(cost, 0, unitWorth, 0, projects);
    }
    this.votes = new long[projects];
    this.score = new long[projects];
    int edges = starts[groups];
    this.supporterStarts = new int[projects + 1];
    this.supporter = new int[edges];
    this.supporterWeight = new int[edges];
    this.supporterUnits = edgeUnits == null ? null : new int[edges];
    fillSupporters();
  }

  static Market of(Election election, Utility utility) {
    return new Market(election, utility, GroupedBallots.of(election.ballots(), utility));
  }

  /// The same election with so many more voters who want only one project.
  ///
  /// @param units that each of them gives it
  Market withFreshVotes(int project, int freshVotes, int units) {
    return new Market(this, project, freshVotes, units);
  }

  private Market(Market other, int project, int freshVotes, int units) {
    this.election = other.election;
    this.utility = other.utility;
    this.projects = other.projects;
    this.voters = other.voters + freshVotes;
    this.groups = other.groups + 1;
    this.weight = Arrays.copyOf(other.weight, groups);
    this.weight[groups - 1] = freshVotes;
    this.groupOf = other.groupOf;
    this.cost = other.cost;
    this.unitWorth = other.unitWorth;
    this.votes = other.votes.clone();
    this.score = other.score.clone();
    this.votes[project] += freshVotes;
    this.score[project] += (long) freshVotes * units;
    int edges = other.starts[other.groups];
    this.starts = Arrays.copyOf(other.starts, groups + 1);
    this.starts[groups] = edges + 1;
    this.edgeProject = Arrays.copyOf(other.edgeProject, edges + 1);
    this.edgeProject[edges] = project;
    this.edgeUnits = withOne(other.edgeUnits, edges, units);
    this.supporterStarts = other.supporterStarts.clone();
    for (int p = project + 1; p <= projects; p++) {
      supporterStarts[p]++;
    }
    int at = other.supporterStarts[project + 1];
    this.supporter = withOneMore(other.supporter, at, groups - 1);
    this.supporterWeight = withOneMore(other.supporterWeight, at, freshVotes);
    this.supporterUnits = withOne(other.supporterUnits, at, units);
  }

  private static int @Nullable [] withOne(int @Nullable [] values, int at, int value) {
    return values == null ? null : withOneMore(values, at, value);
  }

  private static int[] withOneMore(int[] values, int at, int value) {
    int[] more = new int[values.length + 1];
    System.arraycopy(values, 0, more, 0, at);
    more[at] = value;
    System.arraycopy(values, at, more, at + 1, values.length - at);
    return more;
  }

  /// The same election with one ballot replaced.
  ///
  /// @param chosen projects, ascending
  /// @param units of each; all 1 where the market has no units
  Market withBallot(int ballot, int[] chosen, int[] units) {
    return new Market(this, ballot, chosen, units);
  }

  private Market(Market other, int ballot, int[] chosen, int[] units) {
    this.election = other.election;
    this.utility = other.utility;
    this.projects = other.projects;
    this.voters = other.voters;
    this.groups = other.groups + 1;
    this.cost = other.cost;
    this.unitWorth = other.unitWorth;
    int left = other.groupOf[ballot];
    this.groupOf = other.groupOf.clone();
    this.groupOf[ballot] = groups - 1;
    this.weight = Arrays.copyOf(other.weight, groups);
    this.weight[left]--;
    this.weight[groups - 1] = 1;
    int edges = other.starts[other.groups];
    this.starts = Arrays.copyOf(other.starts, groups + 1);
    this.starts[groups] = edges + chosen.length;
    this.edgeProject = withMore(other.edgeProject, edges, chosen);
    this.edgeUnits = other.edgeUnits == null ? null : withMore(other.edgeUnits, edges, units);
    this.votes = new long[projects];
    this.score = new long[projects];
    this.supporterStarts = new int[projects + 1];
    this.supporter = new int[edgeProject.length];
    this.supporterWeight = new int[edgeProject.length];
    this.supporterUnits = edgeUnits == null ? null : new int[edgeProject.length];
    fillSupporters();
  }

  private static int[] withMore(int[] values, int count, int[] more) {
    int[] all = Arrays.copyOf(values, count + more.length);
    System.arraycopy(more, 0, all, count, more.length);
    return all;
  }

  private void fillSupporters() {
    int[] next = new int[projects + 1];
    for (int edge = 0; edge < starts[groups]; edge++) {
      next[edgeProject[edge] + 1]++;
    }
    for (int p = 0; p < projects; p++) {
      next[p + 1] += next[p];
    }
    System.arraycopy(next, 0, supporterStarts, 0, projects + 1);
    for (int group = 0; group < groups; group++) {
      for (int edge = starts[group]; edge < starts[group + 1]; edge++) {
        int p = edgeProject[edge];
        int at = next[p]++;
        supporter[at] = group;
        supporterWeight[at] = weight[group];
        int units = 1;
        if (edgeUnits != null && supporterUnits != null) {
          units = edgeUnits[edge];
          supporterUnits[at] = units;
        }
        votes[p] += weight[group];
        score[p] += (long) weight[group] * units;
      }
    }
  }

  int unitsAt(int supporterEdge) {
    return supporterUnits == null ? 1 : supporterUnits[supporterEdge];
  }

  /// The most units that a supporter gives a project.
  int mostUnits(int project) {
    int most = 1;
    if (supporterUnits != null) {
      for (int at = supporterStarts[project]; at < supporterStarts[project + 1]; at++) {
        most = Math.max(most, supporterUnits[at]);
      }
    }
    return most;
  }

  boolean isSupported(int project) {
    return votes[project] > 0;
  }

  /// Everybody's equal part of the budget and `raises` currency units more.
  Rational endowment(long raises) {
    return Rational.of(election.budget(), Math.max(1, voters))
        .plus(Rational.of(election.currencyUnit()).times(raises));
  }

  /// Compares the fractions a/b and c/d of numbers that are not negative, without rounding.
  static int compareFractions(long a, long b, long c, long d) {
    long high = Math.multiplyHigh(a, d);
    long otherHigh = Math.multiplyHigh(c, b);
    return high != otherHigh ? Long.compare(high, otherHigh) : Long.compareUnsigned(a * d, c * b);
  }
}
