package org.earshot.opinion;

import org.jspecify.annotations.Nullable;

/// All that a live conversation holds at one instant; what comes later does not change it.
final class LiveInstant {

  private final LiveVotes.Frozen votes;
  private final Moderation moderation;
  private final Groups groups;
  private final double[] weights;

  /// @param weights of people; none if all are 1
  LiveInstant(LiveVotes.Frozen votes, Moderation moderation, Groups groups, double[] weights) {
    this.votes = votes;
    this.moderation = moderation;
    this.groups = groups;
    this.weights = weights;
  }

  Votes votes() {
    return votes.votes();
  }

  Moderation moderation() {
    return moderation;
  }

  Groups groups() {
    return groups;
  }

  /// The landscape with a new map and the groups as they are.
  ///
  /// @param counters to draw it from; null to draw it from the votes
  /// @param before where to look for the axes first
  Landscape landscape(@Nullable CoVotes counters, OpinionMap before) {
    var all = votes();
    var weighing = weights.length == 0 ? VoteWeights.EQUAL : VoteWeights.ofPeople(weights);
    var map = LiveMap.draw(all, moderation, weighing, counters, before);
    return Landscape.of(all, moderation, weighing, map, groups);
  }

  /// The landscape with everything new.
  Landscape landscape(StableMethod method) {
    var asked = weights.length == 0 ? method : method.withWeights(weights);
    return asked.landscape(votes(), moderation);
  }
}
