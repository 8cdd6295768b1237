package org.earshot.opinion;

import java.util.ArrayList;
import java.util.List;
import org.earshot.numerics.FixedPoint;

/// How each group votes on each statement, kept up to date vote by vote: sums of weights and of
/// their squares as whole numbers, so that no error builds up over any history. The last group
/// holds the people who are in none.
final class LiveCounts {

  /// With it, the sums hold a million people of the largest weight.
  static final double LARGEST_WEIGHT = 100;

  private static final FixedPoint UNIT = new FixedPoint(30);
  private static final FixedPoint SQUARE_UNIT = new FixedPoint(28);

  private final List<long[]> ofStatements = new ArrayList<>(); // group * 4 + code; then squares
  private final List<int[]> people = new ArrayList<>(); // by statement, how many voted
  private int groups;

  LiveCounts(int groups) {
    this.groups = groups;
  }

  /// Begins anew with other groups.
  void clear(int newGroups) {
    groups = newGroups;
    for (int j = 0; j < ofStatements.size(); j++) {
      ofStatements.set(j, new long[(groups + 1) * 8]);
    }
  }

  void addStatement() {
    ofStatements.add(new long[(groups + 1) * 8]);
    people.add(new int[1]);
  }

  /// A person votes on a statement for the first time.
  void addPerson(int statement) {
    people.get(statement)[0]++;
  }

  /// How many people voted on a statement.
  ///
  /// @param statement -1 for one without a vote
  int people(int statement) {
    return statement < 0 ? 0 : people.get(statement)[0];
  }

  int statements() {
    return ofStatements.size();
  }

  /// A vote comes or, with -1 times, goes.
  ///
  /// @param group -1 for none
  void add(int statement, int group, int code, double weight, int times) {
    long[] sums = ofStatements.get(statement);
    int at = (group < 0 ? groups : group) * 4 + code;
    sums[at] += times * UNIT.units(weight);
    sums[(groups + 1) * 4 + at] += times * SQUARE_UNIT.units(weight * weight);
  }

  /// What the groups say of a statement, as tallies of that statement alone.
  ///
  /// @param statement -1 for one without a vote
  Tallies of(int statement) {
    var sums = new long[groups * 8];
    if (statement >= 0) {
      long[] from = ofStatements.get(statement);
      System.arraycopy(from, 0, sums, 0, groups * 4);
      System.arraycopy(from, (groups + 1) * 4, sums, groups * 4, groups * 4);
    }
    return Tallies.ofSums(groups, sums, UNIT, SQUARE_UNIT);
  }
}
