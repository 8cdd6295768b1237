package org.earshot.benchmarks.opinion;

import org.earshot.opinion.Votes;

/// The map as the textbook has it: fill the gaps with means, write the whole matrix down, multiply
/// with it until two axes stand still. Kept to check the engine's map and to compare its speed.
final class PlainMap {

  private static final int MOST_ROUNDS = 20_000;
  private static final double STILL = 1e-13;

  private final double[][] centred; // people by statements
  private final int[] voted;
  final double[][] axes = new double[2][];
  final double[] variance = new double[2];

  PlainMap(Votes votes) {
    int people = votes.people().size();
    int statements = votes.statements().size();
    var sum = new double[statements];
    var seen = new int[statements];
    for (int i = 0; i < people; i++) {
      for (int place = 0; place < votes.countOf(i); place++) {
        sum[votes.statementAt(i, place)] += votes.voteAt(i, place).value();
        seen[votes.statementAt(i, place)]++;
      }
    }
    centred = new double[people][statements]; // a gap is filled with the mean, so it stays zero
    voted = new int[people];
    for (int i = 0; i < people; i++) {
      voted[i] = votes.countOf(i);
      for (int place = 0; place < votes.countOf(i); place++) {
        int j = votes.statementAt(i, place);
        centred[i][j] = votes.voteAt(i, place).value() - sum[j] / seen[j];
      }
    }
    axes[0] = axis(0);
    axes[1] = axis(1);
  }

  /// The power method; what lies along the axes already found is taken away.
  private double[] axis(int number) {
    int statements = centred[0].length;
    var axis = new double[statements];
    for (int j = 0; j < statements; j++) {
      axis[j] = Math.sin(j + 1.0);
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var next = new double[statements];
      for (double[] row : centred) {
        double product = dot(row, axis);
        for (int j = 0; j < statements; j++) {
          next[j] += product * row[j];
        }
      }
      for (int other = 0; other < number; other++) {
        double along = dot(next, axes[other]);
        for (int j = 0; j < statements; j++) {
          next[j] -= along * axes[other][j];
        }
      }
      double length = Math.sqrt(dot(next, next));
      double off = 0;
      for (int j = 0; j < statements; j++) {
        next[j] /= length;
        off = Math.max(off, Math.abs(next[j] - axis[j]));
      }
      axis = next;
      variance[number] = length;
      if (off < STILL) {
        break;
      }
    }
    return axis;
  }

  /// Where a person stands along an axis.
  double position(int axis, int person) {
    double outwards = Math.sqrt((double) centred[0].length / Math.max(1, voted[person]));
    return outwards * dot(centred[person], axes[axis]);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
