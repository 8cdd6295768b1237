package org.earshot.budgeting;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How an outcome treats different people: their share of the voters, of the choices on ballots,
/// and of the money, where a funded project's cost is divided equally among the voters who chose
/// it.
///
/// - **Units:** shares of 1; a segment of fewer than [#FEWEST] voters is joined with others into
///   "other", so that nobody can be made out.
/// - **Cost:** one pass over the ballots for each column.
public final class Segments {

  /// Segments with fewer voters are not shown by themselves.
  public static final int FEWEST = 10;

  private static final int MOST_VALUES = 100;
  private static final String OTHER = "other";
  private static final String NOT_SAID = "not said";

  /// One segment of the voters.
  ///
  /// @param column what divides voters, for example "sex"
  /// @param voterShare its share of all voters
  /// @param choiceShare its share of all choices on ballots
  /// @param moneyShare its share of the money spent on projects with voters; 0 if none was
  /// @param withNothing how many of its voters chose no funded project
  public record Segment(
      String column,
      String value,
      long voters,
      double voterShare,
      double choiceShare,
      double moneyShare,
      long withNothing) {}

  /// What all voters have of an outcome.
  ///
  /// @param withNothing how many chose no funded project
  /// @param byNumber how many chose 0, 1, 2, ... funded projects; the last may be empty
  /// @param average funded projects a voter chose
  public record Reach(long voters, long withNothing, List<Long> byNumber, double average) {

    public Reach {
      byNumber = List.copyOf(byNumber);
    }
  }

  private final boolean[] funded;
  private final double[] moneyEach;
  private final Ballots ballots;

  private Segments(Election election, List<Project> funded) {
    this.ballots = election.ballots();
    int projects = election.projects().size();
    this.funded = new boolean[projects];
    this.moneyEach = new double[projects];
    var ids = new HashSet<String>();
    funded.forEach(project -> ids.add(project.id()));
    long[] votes = new long[projects];
    for (int at = 0; at < ballots.choices(); at++) {
      votes[ballots.projects[at]]++;
    }
    for (int p = 0; p < projects; p++) {
      this.funded[p] = ids.contains(election.projects().get(p).id());
      if (this.funded[p] && votes[p] > 0) {
        moneyEach[p] = (double) election.projects().get(p).cost() / votes[p];
      }
    }
  }

  /// How many voters have how many funded projects.
  public static Reach reach(Election election, List<Project> funded) {
    var segments = new Segments(election, funded);
    long[] byNumber = new long[funded.size() + 1];
    long sum = 0;
    for (int voter = 0; voter < election.ballots().count(); voter++) {
      int number = segments.fundedOn(voter);
      byNumber[number]++;
      sum += number;
    }
    int voters = election.ballots().count();
    return new Reach(
        voters,
        byNumber[0],
        Arrays.stream(byNumber).boxed().toList(),
        voters == 0 ? 0 : (double) sum / voters);
  }

  /// All segments of all columns that have at least two values.
  public static List<Segment> of(Election election, List<Project> funded) {
    var segments = new Segments(election, funded);
    var all = new ArrayList<Segment>();
    for (var column : election.columns()) {
      all.addAll(segments.of(column));
    }
    return all;
  }

  private List<Segment> of(VoterColumn column) {
    var labels = labels(column);
    var sums = new TreeMap<String, Sums>();
    var all = new Sums();
    for (int voter = 0; voter < ballots.count(); voter++) {
      var sum = sums.computeIfAbsent(labels.get(column.code(voter)), _ -> new Sums());
      add(sum, voter);
      add(all, voter);
    }
    joinSmall(sums);
    if (sums.size() < 2) {
      return List.of();
    }
    return sums.entrySet().stream()
        .map(
            entry ->
                new Segment(
                    column.name(),
                    entry.getKey(),
                    entry.getValue().voters,
                    part(entry.getValue().voters, all.voters),
                    part(entry.getValue().choices, all.choices),
                    part(entry.getValue().money, all.money),
                    entry.getValue().withNothing))
        .toList();
  }

  /// Joins what is too small, or beyond the largest, into one; and the next to it while that alone
  /// is too small, or the few could be made out by subtraction.
  private static void joinSmall(Map<String, Sums> sums) {
    var joined = new Sums();
    var smallestFirst =
        sums.entrySet().stream()
            .sorted(
                Comparator.comparingLong((Map.Entry<String, Sums> one) -> one.getValue().voters)
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList();
    for (var value : smallestFirst) {
      var sum = requireNonNull(sums.get(value));
      boolean alone = joined.voters > 0 && joined.voters < FEWEST;
      if (sum.voters >= FEWEST && !alone && sums.size() <= MOST_VALUES) {
        break;
      }
      joined.join(sum);
      sums.remove(value);
    }
    if (joined.voters > 0) {
      sums.computeIfAbsent(OTHER, _ -> new Sums()).join(joined);
    }
  }

  private static double part(long of, long all) {
    return all == 0 ? 0 : (double) of / all;
  }

  private static double part(double of, double all) {
    return all == 0 ? 0 : of / all;
  }

  private void add(Sums sum, int voter) {
    sum.voters++;
    sum.choices += ballots.starts[voter + 1] - ballots.starts[voter];
    for (int at = ballots.starts[voter]; at < ballots.starts[voter + 1]; at++) {
      sum.money += moneyEach[ballots.projects[at]];
    }
    sum.withNothing += fundedOn(voter) == 0 ? 1 : 0;
  }

  private int fundedOn(int voter) {
    int number = 0;
    for (int at = ballots.starts[voter]; at < ballots.starts[voter + 1]; at++) {
      number += funded[ballots.projects[at]] ? 1 : 0;
    }
    return number;
  }

  /// What each of a column's values is called; many different numbers become ranges of ten.
  private static List<String> labels(VoterColumn column) {
    var values = column.values();
    long numbers = values.stream().filter(Segments::isNumber).count();
    boolean ranges = numbers > 12 && numbers > values.size() * 0.8;
    return values.stream()
        .map(
            value -> {
              if (value.isBlank()) {
                return NOT_SAID;
              }
              if (!ranges || !isNumber(value)) {
                return value;
              }
              int from = Integer.parseInt(value) / 10 * 10;
              return "%d-%d".formatted(from, from + 9);
            })
        .toList();
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty()
        && value.length() <= 4
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static final class Sums {
    private long voters;
    private long choices;
    private double money;
    private long withNothing;

    void join(Sums other) {
      voters += other.voters;
      choices += other.choices;
      money += other.money;
      withNothing += other.withNothing;
    }
  }
}
