package org.earshot.opinion;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Votes, and all it takes to draw their map for one selection of the people after another.
final class Sample {

  private final Votes votes;
  private final VoteWeights weights;
  private final boolean[] out;
  private final int[] places;
  private final int[] people;
  private final double[] outwards;

  private Sample(Votes votes, VoteWeights weights, boolean[] out, int[] places, int[] people) {
    this.votes = votes;
    this.weights = weights;
    this.out = out;
    this.places = places;
    this.people = people;
    this.outwards = OpinionMap.outwards(votes, out);
  }

  /// Everybody.
  ///
  /// @param places the order of the statements in vectors
  static Sample of(Votes votes, VoteWeights weights, boolean[] out, int[] places) {
    return new Sample(votes, weights, out, places, Participation.evenly(votes));
  }

  /// Some of the people, numbered anew in the order given.
  ///
  /// @param members their numbers, ascending
  Sample only(int[] members) {
    if (members.length == votes.people().size()) {
      return this;
    }
    var newNumber = new int[votes.people().size()];
    Arrays.fill(newNumber, -1);
    for (int i = 0; i < members.length; i++) {
      newNumber[members[i]] = i;
    }
    int[] placed = IntStream.of(people).map(i -> newNumber[i]).filter(i -> i >= 0).toArray();
    return new Sample(votes.only(members), weights.only(members, votes), out, places, placed);
  }

  Votes votes() {
    return votes;
  }

  VoteWeights weights() {
    return weights;
  }

  /// Those in the conversation.
  int[] people() {
    return people;
  }

  /// Those in the conversation who were drawn.
  int[] people(VoteWeights drawn) {
    return Arrays.stream(people).filter(i -> drawn.draws(i) > 0).toArray();
  }

  /// The map of those drawn, with everybody on it.
  ///
  /// @param start where to look for the axes first, by place
  OpinionMap map(VoteWeights drawn, double[][] start, double tolerance) {
    double[] center = Tallies.ofAll(votes, drawn).means(out);
    var centred = new CentredVotes(votes, out, center, drawn, places);
    var inside = OpinionMap.without(out, places, start);
    return OpinionMap.draw(centred, outwards, center, places, centred, inside, tolerance);
  }
}
