package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;

import java.util.Arrays;
import java.util.List;

/// Builds [Votes] from rows that are in order already, at no more space than the votes themselves:
/// for very large conversations. Not thread-safe.
public final class VoteRows {

  private final List<String> statements;
  private int[] cells;
  private int[] rows = new int[1024];
  private int people;
  private int size;
  private int last = -1;

  /// @param statements the ids, in their order
  /// @param expected how many votes will come; more may
  public VoteRows(List<String> statements, int expected) {
    this.statements = statements;
    this.cells = new int[Math.max(expected, 16)];
  }

  /// Adds a vote of the present person; statements must ascend.
  public void vote(int statement, Vote vote) {
    require(
        statement > last && statement < statements.size(),
        "Statement %s does not follow %s in a list of %s.",
        statement,
        last,
        statements.size());
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L));
    }
    cells[size++] = statement << 2 | vote.code();
    last = statement;
  }

  /// Ends the present person's votes.
  public void endOfPerson() {
    if (people + 1 == rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    rows[++people] = size;
    last = -1;
  }

  /// Makes the votes.
  ///
  /// @param ids the people's ids, in their order, as many as rows were ended
  public Votes build(List<String> ids) {
    require(ids.size() == people, "%s ids for %s people.", ids.size(), people);
    return new Votes(ids, statements, Arrays.copyOf(rows, people + 1), cells, size);
  }
}
