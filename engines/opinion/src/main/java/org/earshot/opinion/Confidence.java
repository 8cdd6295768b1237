package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;

/// How far groups and common ground would change if other people of the same kind had come.
///
/// What is said of the number of groups comes from random halves of the people and is always there;
/// all else comes from resamples, and asking for it without any is an error.
public final class Confidence {

  /// The strength from which a number of groups counts.
  public static final double STRONG = Strengths.STRONG;

  private final int resamples;
  private final Strengths strengths;
  private final double[] groups;
  private final double[] people;
  private final double[] low;
  private final double[] high;

  Confidence(
      int resamples,
      Strengths strengths,
      double[] groups,
      double[] people,
      double[] low,
      double[] high) {
    this.resamples = resamples;
    this.strengths = strengths;
    this.groups = groups;
    this.people = people;
    this.low = low;
    this.high = high;
  }

  /// How often people were drawn anew.
  public int resamples() {
    return resamples;
  }

  /// The largest number of groups that was tried.
  public int mostGroups() {
    return strengths.most();
  }

  /// How alike two random halves of the people divide everybody into that many groups: the share of
  /// pairs that stay together, in the group where that is least. From 0.8 on, a division counts.
  public double strength(int numberOfGroups) {
    return numberOfGroups == 1 ? 1 : strengths.of(numberOfGroups);
  }

  /// The share of pairs of random halves that alone would give just that number of groups. Each
  /// half knows only half of the people, so this errs on the side of doubt.
  public double shareFinding(int numberOfGroups) {
    return strengths.shareFinding(numberOfGroups);
  }

  /// How much of a group the resamples find again: the mean Jaccard index. Above 0.85 a group is
  /// highly stable, from 0.75 stable; below 0.6 do not trust it (Hennig 2007).
  public double ofGroup(int group) {
    needResamples();
    return groups[group];
  }

  /// In what share of resamples a person would be in the same group; NaN for people in none.
  public double ofPerson(int person) {
    needResamples();
    return people[person];
  }

  /// The lower end of the 95 % interval of a statement's group-aware consensus.
  public double consensusLow(int statement) {
    needResamples();
    return low[statement];
  }

  /// The upper end of that interval.
  public double consensusHigh(int statement) {
    needResamples();
    return high[statement];
  }

  private void needResamples() {
    require(resamples > 0, "There were no resamples.%nMaybe ask for 100 of them.");
  }
}
