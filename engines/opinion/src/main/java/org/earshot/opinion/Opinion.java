package org.earshot.opinion;

/// From votes to a landscape of opinion.
/// - **Shapes:** n people by C statements, each cell agree, pass, disagree or missing; any n, C >=
///   0.
/// - **Errors:** [IllegalArgumentException] naming the argument. Arguments are never modified.
/// - **Cost:** some twenty passes over the votes for the map; memory beside the votes is small.
/// - **Determinism:** same votes, same bits, for any number of threads. Parallel work runs on the
///   caller's fork-join pool, or on the common one.
/// - **Source:** docs/methods/opinion.md.
public final class Opinion {

  /// Vectors that the search for the two axes carries along.
  static final int SEARCH_WIDTH = 4;

  private static final double TOLERANCE = 1e-13;

  private Opinion() {}

  /// The published mathematics of Polis from a cold start: for comparison with Polis.
  public static Landscape polis(Votes votes, Moderation moderation) {
    var map = polisMap(votes, moderation);
    return Landscape.of(votes, moderation, VoteWeights.EQUAL, map, PolisGroups.find(votes, map));
  }

  /// The method `stable`, as [StableMethod#STANDARD] does it.
  public static Landscape stable(Votes votes, Moderation moderation) {
    return StableMethod.STANDARD.landscape(votes, moderation);
  }

  static OpinionMap polisMap(Votes votes, Moderation moderation) {
    var order = CanonicalOrder.of(votes);
    return Sample.of(votes, VoteWeights.EQUAL, moderation.outOf(votes), order.places())
        .map(VoteWeights.EQUAL, order.start(SEARCH_WIDTH), TOLERANCE);
  }
}
