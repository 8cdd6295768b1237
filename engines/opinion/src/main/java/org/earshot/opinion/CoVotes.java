package org.earshot.opinion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.earshot.numerics.ParallelRanges;

/// Counters over pairs of statements, kept up to date vote by vote: how many people voted on both,
/// and the sums of their votes and of the products. From them the centred Gram matrix, and so the
/// map, follows exactly without looking at a single person.
///
/// A vote costs time in proportion to the person's other votes. All counters are whole numbers, so
/// that no error builds up over any history of votes and changed votes. Moderation does not touch
/// them: a statement that is out is left aside when the matrix is made.
final class CoVotes {

  /// Counters of a pair of statements j > k: people, sum of products, sum of j's votes, of k's
  /// votes.
  private static final int EACH = 4;

  private final List<int[]> pairs = new ArrayList<>(); // row j: EACH for each k < j
  private final List<int[]> singles =
      new ArrayList<>(); // by statement: people, sum, sum of squares

  private final BitSet lent = new BitSet(); // rows that a copy reads, too

  CoVotes() {}

  private CoVotes(CoVotes other) {
    pairs.addAll(other.pairs);
    other.singles.forEach(row -> singles.add(row.clone()));
  }

  /// The counters at this instant, to read only. Costs little: a row is copied when it next
  /// changes.
  CoVotes copy() {
    lent.set(0, pairs.size());
    return new CoVotes(this);
  }

  private int[] ownRow(int statement) {
    if (lent.get(statement)) {
      lent.clear(statement);
      pairs.set(statement, pairs.get(statement).clone());
    }
    return pairs.get(statement);
  }

  void addStatement() {
    pairs.add(new int[EACH * pairs.size()]);
    singles.add(new int[3]);
  }

  int statements() {
    return singles.size();
  }

  /// A person's vote on one more statement.
  ///
  /// @param cells the person's votes, with or without this one
  void add(int statement, int value, int[] cells) {
    singles.get(statement)[0]++;
    change(statement, 0, value, 1, cells);
  }

  /// A person's vote changes.
  void replace(int statement, int before, int after, int[] cells) {
    change(statement, before, after, 0, cells);
  }

  private void change(int statement, int before, int after, int people, int[] cells) {
    int[] single = singles.get(statement);
    single[1] += after - before;
    single[2] += after * after - before * before;
    int[] own = ownRow(statement);
    for (int cell : cells) {
      int other = cell >> 2;
      int value = (cell & 3) - 1;
      if (other < statement) {
        int at = EACH * other;
        own[at] += people;
        own[at + 1] += (after - before) * value;
        own[at + 2] += after - before;
        own[at + 3] += people * value;
      } else if (other > statement) {
        int[] row = ownRow(other);
        int at = EACH * statement;
        row[at] += people;
        row[at + 1] += (after - before) * value;
        row[at + 2] += people * value;
        row[at + 3] += after - before;
      }
    }
  }

  /// The mean vote on each statement; 0 where it is out.
  double[] means(boolean[] out) {
    var means = new double[statements()];
    for (int j = 0; j < means.length; j++) {
      int[] single = singles.get(j);
      means[j] = out[j] || single[0] == 0 ? 0 : (double) single[1] / single[0];
    }
    return means;
  }

  /// The Gram matrix of the centred votes, as [CentredVotes] without weights would multiply by it.
  double[][] gram(boolean[] out, double[] means) {
    int n = statements();
    var gram = new double[n][n];
    ParallelRanges.run(
        n,
        32,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            if (!out[j]) {
              fill(gram, j, out, means);
            }
          }
        });
    // The other half, by rows again: each task writes only its own.
    ParallelRanges.run(
        n,
        32,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            for (int k = j + 1; k < n; k++) {
              gram[j][k] = gram[k][j];
            }
          }
        });
    return gram;
  }

  private void fill(double[][] gram, int j, boolean[] out, double[] means) {
    int[] single = singles.get(j);
    int[] row = pairs.get(j);
    double[] to = gram[j];
    double mean = means[j];
    to[j] = single[2] - mean * single[1];
    for (int k = 0; k < j; k++) {
      int at = EACH * k;
      to[k] =
          out[k]
              ? 0
              : row[at + 1]
                  - mean * row[at + 3]
                  - means[k] * row[at + 2]
                  + mean * means[k] * row[at];
    }
  }
}
