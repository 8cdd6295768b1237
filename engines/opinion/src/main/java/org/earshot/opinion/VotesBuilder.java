package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects votes in any order; a later vote of a person on a statement replaces the earlier one.
/// Not thread-safe.
public final class VotesBuilder {

  /// The largest number of statements that a cell can name.
  public static final int MOST_STATEMENTS = 1 << 29;

  private static final int BLOCK = 1 << 16;

  private final List<int[]> people = new ArrayList<>();
  private final List<int[]> cells = new ArrayList<>();
  private final List<long[]> times = new ArrayList<>();
  private int size;

  /// Adds a vote.
  ///
  /// @param person the caller's number for the person, from 0
  /// @param statement the caller's number for the statement, from 0
  /// @param time when; of two votes with the same time the one added later counts
  public void add(int person, int statement, Vote vote, long time) {
    require(person >= 0, "The person's number is %s, and must not be negative.", person);
    require(
        statement >= 0 && statement < MOST_STATEMENTS,
        "The statement's number is %s, and must be from 0 to %s.",
        statement,
        MOST_STATEMENTS - 1);
    int at = size & BLOCK - 1;
    if (at == 0) {
      people.add(new int[BLOCK]);
      cells.add(new int[BLOCK]);
      times.add(new long[BLOCK]);
    }
    people.getLast()[at] = person;
    cells.getLast()[at] = statement << 2 | vote.code();
    times.getLast()[at] = time;
    size++;
  }

  /// Makes the votes. People and statements without a vote are left out.
  ///
  /// @param personIds the id of each person's number
  /// @param statementIds the id of each statement's number
  public Votes build(List<String> personIds, List<String> statementIds) {
    var personNumbers = new Numbering(personIds, people, 0);
    var statementNumbers = new Numbering(statementIds, cells, 2);
    int[] rows = new int[personNumbers.kept.size() + 1];
    for (int i = 0; i < size; i++) {
      rows[personNumbers.newNumber[at(people, i)] + 1]++;
    }
    Arrays.parallelPrefix(rows, Integer::sum);
    int[] sorted = new int[size];
    long[] when = new long[size];
    int[] next = rows.clone();
    for (int i = 0; i < size; i++) {
      int to = next[personNumbers.newNumber[at(people, i)]]++;
      int cell = at(cells, i);
      sorted[to] = statementNumbers.newNumber[cell >> 2] << 2 | (cell & 3);
      when[to] = times.get(i / BLOCK)[i & BLOCK - 1];
    }
    int kept = 0;
    for (int person = 0; person + 1 < rows.length; person++) {
      int from = rows[person];
      rows[person] = kept;
      kept = lastOfEach(sorted, when, from, rows[person + 1], kept);
    }
    rows[rows.length - 1] = kept;
    return new Votes(
        personNumbers.kept,
        statementNumbers.kept,
        rows,
        kept == size ? sorted : Arrays.copyOf(sorted, kept),
        size);
  }

  /// Sorts a row by statement, keeps the last vote on each, and moves it to `to`.
  private static int lastOfEach(int[] cells, long[] times, int from, int end, int to) {
    long[] keys = new long[end - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) (cells[from + i] >> 2) << 32 | i;
    }
    Arrays.sort(keys);
    int[] row = Arrays.copyOfRange(cells, from, end);
    for (int i = 0; i < keys.length; ) {
      int last = (int) keys[i];
      int j = i + 1;
      for (; j < keys.length && keys[j] >> 32 == keys[i] >> 32; j++) {
        last = times[from + (int) keys[j]] >= times[from + last] ? (int) keys[j] : last;
      }
      cells[to++] = row[last];
      i = j;
    }
    return to;
  }

  private static int at(List<int[]> blocks, int i) {
    return blocks.get(i / BLOCK)[i & BLOCK - 1];
  }

  /// From the caller's numbers to places in the order of ids, of those that have a vote.
  private final class Numbering {
    private final List<String> kept;
    private final int[] newNumber;

    Numbering(List<String> ids, List<int[]> blocks, int shift) {
      var used = new boolean[ids.size()];
      for (int i = 0; i < size; i++) {
        int number = at(blocks, i) >> shift;
        require(number < ids.size(), "Number %s has no id; there are %s.", number, ids.size());
        used[number] = true;
      }
      newNumber = new int[ids.size()];
      var inOrder = new ArrayList<String>(ids.size());
      for (int number : NaturalOrder.of(ids)) {
        if (used[number]) {
          newNumber[number] = inOrder.size();
          inOrder.add(ids.get(number));
        }
      }
      kept = List.copyOf(inOrder);
    }
  }
}
