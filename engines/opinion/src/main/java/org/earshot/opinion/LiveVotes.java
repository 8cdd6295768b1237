package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The votes of a conversation that goes on: people and statements in the order of their arrival,
/// each person's votes in an array that is replaced, never changed, so that copies are cheap.
final class LiveVotes {

  private static final int[] NOTHING = {};

  private final Map<String, Integer> personNumbers = new HashMap<>();
  private final Map<String, Integer> statementNumbers = new HashMap<>();
  private final List<String> people = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private int[][] rows = new int[64][];
  private int size;

  /// The person's number, a new one if need be.
  int person(String id) {
    require(!id.isEmpty(), "A person's id must not be empty.");
    var known = personNumbers.get(id);
    if (known != null) {
      return known;
    }
    int number = people.size();
    personNumbers.put(id, number);
    people.add(id);
    if (number == rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    rows[number] = NOTHING;
    return number;
  }

  /// The statement's number, a new one if need be.
  int statement(String id) {
    require(!id.isEmpty(), "A statement's id must not be empty.");
    var known = statementNumbers.get(id);
    if (known != null) {
      return known;
    }
    int number = statements.size();
    require(number < VotesBuilder.MOST_STATEMENTS, "%s statements are too many.", number + 1);
    statementNumbers.put(id, number);
    statements.add(id);
    return number;
  }

  /// The person's number; -1 if there is no vote of that person.
  int findPerson(String id) {
    return personNumbers.getOrDefault(id, -1);
  }

  /// The statement's number; -1 if there is no vote on it.
  int findStatement(String id) {
    return statementNumbers.getOrDefault(id, -1);
  }

  int people() {
    return people.size();
  }

  int statements() {
    return statements.size();
  }

  List<String> personIds() {
    return people;
  }

  List<String> statementIds() {
    return statements;
  }

  /// A person's votes, ascending by statement; never changed.
  int[] cells(int person) {
    return rows[person];
  }

  /// Where the person's vote on the statement is or would be, as [Arrays#binarySearch] says it.
  int place(int person, int statement) {
    int at = Arrays.binarySearch(rows[person], statement << 2);
    if (at >= 0) {
      return at;
    }
    int next = -at - 1;
    return next < rows[person].length && rows[person][next] >> 2 == statement ? next : at;
  }

  /// Sets the vote at that place.
  void set(int person, int place, int statement, Vote vote) {
    int[] before = rows[person];
    int cell = statement << 2 | vote.code();
    if (place >= 0) {
      int[] after = before.clone();
      after[place] = cell;
      rows[person] = after;
      return;
    }
    int next = -place - 1;
    int[] after = new int[before.length + 1];
    System.arraycopy(before, 0, after, 0, next);
    after[next] = cell;
    System.arraycopy(before, next, after, next + 1, before.length - next);
    rows[person] = after;
    size++;
  }

  /// A copy that later votes do not change: of references only.
  Frozen freeze() {
    return new Frozen(
        List.copyOf(people), List.copyOf(statements), Arrays.copyOf(rows, people.size()), size);
  }

  /// The votes at one instant.
  static final class Frozen {
    private final List<String> people;
    private final List<String> statements;
    private final int[][] rows;
    private final int size;

    private Frozen(List<String> people, List<String> statements, int[][] rows, int size) {
      this.people = people;
      this.statements = statements;
      this.rows = rows;
      this.size = size;
    }

    Votes votes() {
      int[] starts = new int[rows.length + 1];
      int[] cells = new int[size];
      int at = 0;
      for (int i = 0; i < rows.length; i++) {
        starts[i] = at;
        System.arraycopy(rows[i], 0, cells, at, rows[i].length);
        at += rows[i].length;
      }
      starts[rows.length] = at;
      return new Votes(people, statements, starts, cells, size);
    }
  }
}
