package org.earshot.opinion;

import org.earshot.numerics.LeadingEigenvectors;

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

  /// Draws the map.
  ///
  /// @param places the order of the statements in sums
  /// @param start where to look for the axes first, by place
  static OpinionMap draw(
      Votes votes,
      boolean[] out,
      VoteWeights weights,
      int[] places,
      double[][] start,
      double tolerance) {
    double[] center = Tallies.ofAll(votes, weights).means(out);
    var centred =
        new CentredVotes(votes, out, center, weights.perPerson(votes.people().size()), places);
    return draw(votes, out, centred, center, places, centred, start, tolerance);
  }

  /// Draws the map with another way to multiply by the Gram matrix of the centred votes.
  static OpinionMap draw(
      Votes votes,
      boolean[] out,
      CentredVotes centred,
      double[] center,
      int[] places,
      LeadingEigenvectors.Operator matrix,
      double[][] start,
      double tolerance) {
    if (center.length == 0) {
      var nobody = new double[2][votes.people().size()];
      return new OpinionMap(center, new double[2][0], new double[2], nobody);
    }
    var found = LeadingEigenvectors.of(matrix, start, 2, tolerance);
    double[] variances = {found.value(0), found.value(1)};
    double[][] placed = {found.vector(0), found.vector(1)};
    double[][] positions = {centred.project(placed[0]), centred.project(placed[1])};
    var components = new double[2][center.length];
    for (int j = 0; j < center.length; j++) {
      components[0][j] = placed[0][places[j]];
      components[1][j] = placed[1][places[j]];
    }
    var map = new OpinionMap(center, components, variances, positions);
    map.makeUpForGaps(votes, out);
    return map;
  }

  /// Moderated statements count as voted on by everybody.
  private void makeUpForGaps(Votes votes, boolean[] out) {
    int moderated = 0;
    for (boolean one : out) {
      moderated += one ? 1 : 0;
    }
    for (int i = 0; i < positions[0].length; i++) {
      int counted = moderated;
      for (int place = 0; place < votes.countOf(i); place++) {
        counted += out[votes.statementAt(i, place)] ? 0 : 1;
      }
      double outwards = Math.sqrt((double) center.length / Math.max(1, counted));
      positions[0][i] *= outwards;
      positions[1][i] *= outwards;
    }
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
