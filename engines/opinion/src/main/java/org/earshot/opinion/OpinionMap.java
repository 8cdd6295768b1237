package org.earshot.opinion;

import org.earshot.numerics.LeadingEigenvectors;
import org.earshot.numerics.ParallelRanges;

/// A map in two dimensions: people who vote alike stand close together. Statements have a place
/// too: where a person would stand whose only vote is to agree with it.
///
/// The axes are the two principal components of the votes, gaps filled with the statement's mean;
/// people with few votes are moved outwards to make up for what is missing. Axes have no meaning of
/// their own, and their signs are arbitrary.
public final class OpinionMap {

  private final double[] center;
  private final double[][] components;
  private final double[] variances;
  private final double[][] positions;

  OpinionMap(double[] center, double[][] components, double[] variances, double[][] positions) {
    this.center = center;
    this.components = components;
    this.variances = variances;
    this.positions = positions;
  }

  /// Draws a map.
  ///
  /// @param outwards how far each person is moved outwards
  /// @param places the order of the statements in vectors
  /// @param matrix multiplies by the Gram matrix of the centred votes
  /// @param start where to look for the axes first, by place
  static OpinionMap draw(
      CentredVotes centred,
      double[] outwards,
      double[] center,
      int[] places,
      LeadingEigenvectors.Operator matrix,
      double[][] start,
      double tolerance) {
    if (center.length == 0) {
      return new OpinionMap(
          center, new double[2][0], new double[2], new double[2][outwards.length]);
    }
    var found = LeadingEigenvectors.of(matrix, start, 2, tolerance);
    double[] variances = {found.value(0), found.value(1)};
    double[][] placed = {found.vector(0), found.vector(1)};
    double[][] positions = centred.project(placed[0], placed[1], outwards);
    var components = new double[2][center.length];
    for (int j = 0; j < center.length; j++) {
      components[0][j] = placed[0][places[j]];
      components[1][j] = placed[1][places[j]];
    }
    return new OpinionMap(center, components, variances, positions);
  }

  /// Vectors to start from, with exact zeros for statements that are out, so that the axes have
  /// them, too.
  static double[][] without(boolean[] out, int[] places, double[][] start) {
    var masked = new double[start.length][];
    for (int t = 0; t < start.length; t++) {
      masked[t] = start[t].clone();
      for (int j = 0; j < out.length; j++) {
        masked[t][places[j]] = out[j] ? 0 : masked[t][places[j]];
      }
    }
    return masked;
  }

  /// How far each person must be moved outwards to make up for gaps. Moderated statements count as
  /// voted on by everybody.
  static double[] outwards(Votes votes, boolean[] out) {
    int moderated = 0;
    for (boolean one : out) {
      moderated += one ? 1 : 0;
    }
    boolean any = moderated > 0;
    int always = moderated;
    var outwards = new double[votes.people().size()];
    int[] cells = votes.cells();
    ParallelRanges.run(
        outwards.length,
        votes.leastPeople(),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int counted = always + votes.countOf(i);
            for (int k = votes.from(i); any && k < votes.from(i + 1); k++) {
              counted -= out[cells[k] >> 2] ? 1 : 0;
            }
            outwards[i] = Math.sqrt((double) out.length / Math.max(1, counted));
          }
        });
    return outwards;
  }

  /// The mean vote on a statement, from -1 to 1; 0 where it is moderated out.
  public double center(int statement) {
    return center[statement];
  }

  /// What a statement adds to an axis.
  ///
  /// @param axis 0 or 1
  public double component(int axis, int statement) {
    return components[axis][statement];
  }

  /// How much of the votes' variation lies along an axis: the eigenvalue, a sum of squares over
  /// people.
  public double variance(int axis) {
    return variances[axis];
  }

  /// Where a person stands along an axis.
  public double position(int axis, int person) {
    return positions[axis][person];
  }

  /// Where a statement stands along an axis.
  public double statementPosition(int axis, int statement) {
    return Math.sqrt(center.length) * (1 - center[statement]) * components[axis][statement];
  }

  /// How far from the middle a statement stands.
  public double extremity(int statement) {
    double x = statementPosition(0, statement);
    double y = statementPosition(1, statement);
    return Math.sqrt(x * x + y * y);
  }

  int people() {
    return positions[0].length;
  }

  int statements() {
    return center.length;
  }

  /// The positions along an axis: the array itself.
  double[] positions(int axis) {
    return positions[axis];
  }

  /// The axes as vectors by place, to start the search for those of a similar map.
  double[][] axes(int[] places) {
    var axes = new double[2][places.length];
    for (int j = 0; j < places.length; j++) {
      axes[0][places[j]] = components[0][j];
      axes[1][places[j]] = components[1][j];
    }
    return axes;
  }
}
