package org.earshot.opinion;

import java.util.Arrays;
import java.util.List;

/// All votes of a conversation: for each person the statements voted on, with the last vote on
/// each.
///
/// - **Order:** from [VotesBuilder] and [VoteReader], people and statements stand in the order of
///   their ids (whole numbers by value, anything else by code point), whatever the order of
///   arrival.
/// - **Space:** 4 bytes a vote and 4 bytes a person, beside the ids.
///
/// Immutable and safe to share among threads. Built by [VotesBuilder] or [VoteReader].
public final class Votes {

  private static final long LEAST_CELLS = 60_000;

  private final List<String> people;
  private final List<String> statements;
  private final int[] rows; // where each person's cells start; one more than there are people
  private final int[] cells; // statement << 2 | code of the vote, ascending in each row
  private final int received;

  Votes(List<String> people, List<String> statements, int[] rows, int[] cells, int received) {
    this.people = people;
    this.statements = statements;
    this.rows = rows;
    this.cells = cells;
    this.received = received;
  }

  /// The people's ids; a person's place in this list is the person's number.
  public List<String> people() {
    return people;
  }

  /// The ids of the statements with a vote; a statement's place is its number.
  public List<String> statements() {
    return statements;
  }

  /// How many votes count: one for each person and statement.
  public int size() {
    return rows[rows.length - 1];
  }

  /// How many votes were received, repeated ones included.
  public int received() {
    return received;
  }

  /// How many statements a person voted on.
  public int countOf(int person) {
    return rows[person + 1] - rows[person];
  }

  /// The number of a person's statement at that place; places ascend with the statements.
  public int statementAt(int person, int place) {
    return cells[rows[person] + place] >> 2;
  }

  /// The vote on a person's statement at that place.
  public Vote voteAt(int person, int place) {
    return Vote.of((cells[rows[person] + place] & 3) - 1);
  }

  /// The votes of some of the people only.
  ///
  /// @param members their numbers, ascending
  Votes only(int[] members) {
    var starts = new int[members.length + 1];
    for (int i = 0; i < members.length; i++) {
      starts[i + 1] = starts[i] + countOf(members[i]);
    }
    var kept = new int[starts[members.length]];
    for (int i = 0; i < members.length; i++) {
      System.arraycopy(cells, rows[members[i]], kept, starts[i], countOf(members[i]));
    }
    List<String> ids = Arrays.stream(members).mapToObj(people::get).toList();
    return new Votes(ids, statements, starts, kept, kept.length);
  }

  /// Where the person's cells start.
  int from(int person) {
    return rows[person];
  }

  /// The fewest people whose votes are worth a task of their own.
  int leastPeople() {
    return (int) Math.max(16, LEAST_CELLS * people.size() / Math.max(1, size()));
  }

  /// The cells of all people: not a copy, and longer than the cells of the last one may reach.
  int[] cells() {
    return cells;
  }
}
