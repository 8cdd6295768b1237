package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The method `stable`: the map of Polis, with groups that do not depend on the order in which
/// people and statements came, and a stated confidence.
///
/// - **Number of groups:** the largest whose division two random halves of the people find alike
///   (prediction strength of at least 0.8), each half drawing its own map; 1 if none is, which says
///   that there are no distinct groups.
/// - **Invariance:** any order of people and statements, any ids and any number of threads give the
///   same groups, bit for bit.
/// - **Source:** docs/methods/opinion.md.
///
/// Immutable; each `with` gives a changed copy.
public final class StableMethod {

  /// What it does unless told otherwise: no resamples, everybody counts the same.
  public static final StableMethod STANDARD = new StableMethod(1, 0, null, null);

  static final int MOST_GROUPS = 5;

  private static final int STARTS = 10;
  private static final int RESAMPLES_A_PAIR = 5; // one more pair of halves for so many resamples
  private static final double TOLERANCE = 1e-10;

  private final long seed;
  private final int resamples;
  private final double @Nullable [] weights;
  private final @Nullable ShownStatements shown;

  private StableMethod(
      long seed, int resamples, double @Nullable [] weights, @Nullable ShownStatements shown) {
    this.seed = seed;
    this.resamples = resamples;
    this.weights = weights;
    this.shown = shown;
  }

  /// Another seed of the random halves, starts and resamples.
  public StableMethod withSeed(long other) {
    return new StableMethod(other, resamples, weights, shown);
  }

  /// How many times people are drawn anew to see how far the result can be trusted; 100 is usual.
  public StableMethod withResamples(int count) {
    require(count >= 0 && count <= 10_000, "Resamples must be 0 to 10,000, but are %s.", count);
    return new StableMethod(seed, count, weights, shown);
  }

  /// How much each person counts.
  ///
  /// @param ofPeople by the person's number, zero or more; copied
  public StableMethod withWeights(double[] ofPeople) {
    return new StableMethod(seed, resamples, ofPeople.clone(), shown);
  }

  /// Who was shown what, to correct for statements that some were more likely to see.
  public StableMethod withShown(ShownStatements log) {
    return new StableMethod(seed, resamples, weights, log);
  }

  /// Draws the map, finds the groups and describes them.
  public Landscape landscape(Votes votes, Moderation moderation) {
    var weighing = weighing(votes);
    var order = CanonicalOrder.of(votes);
    var everybody = Sample.of(votes, weighing, moderation.outOf(votes), order.places());
    var map = everybody.map(weighing, order.start(Opinion.SEARCH_WIDTH), TOLERANCE);
    int[] people = everybody.people();
    var spots = Spots.of(map, people, weighing);
    var resampling = new Resampling(everybody, order.people(votes), map.axes(order.places()), seed);
    var divisions = divisions(spots, people, weighing, seed);
    int pairs = Strengths.DECIDING + resamples / RESAMPLES_A_PAIR;
    var strengths = new Strengths(resampling.strengths(divisions.length + 1, pairs));
    int k = strengths.groups();
    var silhouettes = new TreeMap<Integer, Double>();
    for (int i = 0; i < divisions.length; i++) {
      silhouettes.put(i + 2, divisions[i].silhouette(spots, people));
    }
    int everyone = votes.people().size();
    int[] groupOf =
        k == 1 ? together(people, everyone) : divisions[k - 2].partsOf(spots, people, everyone);
    var groups = new Groups(groupOf, k, silhouettes);
    return Landscape.of(votes, moderation, weighing, map, groups)
        .with(resampling.confidence(resamples, groups, strengths), correction(votes));
  }

  private VoteWeights weighing(Votes votes) {
    var weighing = VoteWeights.EQUAL;
    if (weights != null) {
      require(
          weights.length == votes.people().size(),
          "%s weights for %s people.",
          weights.length,
          votes.people().size());
      weighing = VoteWeights.ofPeople(weights);
    }
    return shown == null ? weighing : weighing.timesCells(shown.weights(votes));
  }

  private Optional<ShownStatements.Coverage> correction(Votes votes) {
    return Optional.ofNullable(shown).map(log -> log.coverage(votes));
  }

  /// The best divisions of the people into 2, 3, .. groups.
  static Division[] divisions(Spots spots, int[] people, VoteWeights weights, long seed) {
    var picture = spots.picture(people, weights);
    int most = (int) Math.min(MOST_GROUPS, picture.stream().distinct().count());
    var divisions = new Division[Math.max(0, most - 1)];
    IntStream.range(0, divisions.length)
        .parallel()
        .forEach(i -> divisions[i] = Division.of(picture, i + 2, STARTS, seed));
    for (int i = 0; i < divisions.length; i++) {
      divisions[i] = divisions[i].refined(spots, people, weights);
    }
    return divisions;
  }

  private static int[] together(int[] people, int everyone) {
    var groupOf = new int[everyone];
    Arrays.fill(groupOf, Groups.NONE);
    for (int i : people) {
      groupOf[i] = 0;
    }
    return groupOf;
  }
}
