package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;

import org.earshot.numerics.Arguments;
import org.earshot.numerics.FixedPoint;
import org.jspecify.annotations.Nullable;

/// How much each vote counts: a weight for its person, times a correction for how likely the person
/// was shown the statement, times how often a resample drew the person.
final class VoteWeights {

  /// A heavier person would decide alone.
  static final double LARGEST_RATIO = 1000;

  static final VoteWeights EQUAL = of(null, null);

  private final double @Nullable [] ofPeople;
  private final float @Nullable [] ofCells;
  private final int @Nullable [] draws;
  private final FixedPoint unit;
  private final FixedPoint squareUnit;

  private VoteWeights(
      double @Nullable [] ofPeople,
      float @Nullable [] ofCells,
      int @Nullable [] draws,
      FixedPoint unit,
      FixedPoint squareUnit) {
    this.ofPeople = ofPeople;
    this.ofCells = ofCells;
    this.draws = draws;
    this.unit = unit;
    this.squareUnit = squareUnit;
  }

  private static VoteWeights of(double @Nullable [] ofPeople, float @Nullable [] ofCells) {
    double largest = 1;
    for (int i = 0; ofPeople != null && i < ofPeople.length; i++) {
      largest = Math.max(largest, ofPeople[i]);
    }
    double steepest = 1;
    for (int i = 0; ofCells != null && i < ofCells.length; i++) {
      steepest = Math.max(steepest, ofCells[i]);
    }
    double most = largest * steepest;
    double people = ofPeople != null ? ofPeople.length : ofCells != null ? ofCells.length : 1;
    return new VoteWeights(
        ofPeople,
        ofCells,
        null,
        FixedPoint.forSumsUpTo(most * people),
        FixedPoint.forSumsUpTo(most * most * people));
  }

  /// Weights of people, scaled so that their mean is 1.
  ///
  /// @param weights one for each person, zero or more, not all zero
  static VoteWeights ofPeople(double[] weights) {
    Arguments.requireNonNegative(weights, "weights");
    double largest = 0;
    for (double weight : weights) {
      largest = Math.max(largest, weight);
    }
    require(largest > 0, "Nobody has any weight.");
    var unit = FixedPoint.forSumsUpTo(largest * weights.length);
    long sum = 0;
    for (double weight : weights) {
      sum += unit.units(weight);
    }
    double mean = unit.number(sum) / weights.length;
    require(
        largest <= LARGEST_RATIO * mean,
        "The largest weight is %s times the mean; trim the weights to at most %s times.",
        largest / mean,
        LARGEST_RATIO);
    var scaled = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      scaled[i] = weights[i] / mean;
    }
    return of(scaled, null);
  }

  /// These weights, and each vote times its own.
  VoteWeights timesCells(float[] cells) {
    return of(ofPeople, cells);
  }

  /// These weights, and each person as often as drawn.
  VoteWeights drawn(int[] times) {
    return new VoteWeights(ofPeople, ofCells, times, unit, squareUnit);
  }

  /// Those of some of the people only.
  ///
  /// @param members their numbers, ascending
  VoteWeights only(int[] members, Votes votes) {
    double[] people = null;
    float[] cells = null;
    if (ofPeople != null) {
      people = new double[members.length];
      for (int i = 0; i < members.length; i++) {
        people[i] = ofPeople[members[i]];
      }
    }
    if (ofCells != null) {
      int size = 0;
      for (int member : members) {
        size += votes.countOf(member);
      }
      cells = new float[size];
      int at = 0;
      for (int member : members) {
        System.arraycopy(ofCells, votes.from(member), cells, at, votes.countOf(member));
        at += votes.countOf(member);
      }
    }
    return of(people, cells);
  }

  /// Whether every vote weighs 1, if people may be drawn several times.
  boolean areEqual() {
    return ofPeople == null && ofCells == null;
  }

  /// What a person's vote weighs.
  double ofVote(int person, int cell) {
    double weight = ofPeople == null ? 1 : ofPeople[person];
    return ofCells == null ? weight : weight * ofCells[cell];
  }

  /// The unit in which weights are added up.
  FixedPoint unit() {
    return unit;
  }

  /// The unit in which squares of weights are added up.
  FixedPoint squareUnit() {
    return squareUnit;
  }

  /// How often a person counts.
  int draws(int person) {
    return draws == null ? 1 : draws[person];
  }

  /// A person's weight, the draws included.
  double ofPerson(int person) {
    return (ofPeople == null ? 1 : ofPeople[person]) * draws(person);
  }

  /// The weights of people, without draws: the array itself, or null if all are 1.
  double @Nullable [] ofPeople() {
    return ofPeople;
  }

  /// How often each person was drawn: the array itself, or null if all are 1.
  int @Nullable [] draws() {
    return draws;
  }

  /// The most that all people together can weigh.
  double most(int people) {
    double largest = 1;
    for (int i = 0; ofPeople != null && i < ofPeople.length; i++) {
      largest = Math.max(largest, ofPeople[i]);
    }
    int often = 1;
    for (int i = 0; draws != null && i < draws.length; i++) {
      often = Math.max(often, draws[i]);
    }
    return largest * often * people;
  }
}
