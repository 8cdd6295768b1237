package org.earshot.cli.opinion;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.earshot.opinion.Landscape;
import org.earshot.opinion.Vote;

/// Chooses the statements that a report shows: what all groups share, and what divides them.
final class StatementChoice {

  private static final int MOST = 8;
  private static final double ENOUGH_VOTES = 10; // of a group, before it is compared

  private final Landscape landscape;
  private final boolean[] out;
  private final int groups;

  StatementChoice(Landscape landscape) {
    this.landscape = landscape;
    this.groups = landscape.groups().count();
    this.out = new boolean[landscape.votes().statements().size()];
    for (int j = 0; j < out.length; j++) {
      out[j] = landscape.moderation().out().contains(landscape.votes().statements().get(j));
    }
  }

  boolean isOut(int statement) {
    return out[statement];
  }

  /// Those with which more than half of each group agree, by their group-aware consensus.
  List<Integer> common() {
    return best(j -> isShared(j, Vote.AGREE), landscape::groupAwareConsensus);
  }

  /// Those with which more than half of each group disagree.
  List<Integer> rejected() {
    return best(j -> isShared(j, Vote.DISAGREE), j -> product(j, Vote.DISAGREE));
  }

  /// Those on which groups differ most in how many agree, though not all do; if there is one group
  /// only, those that split it most evenly.
  List<Integer> dividing() {
    return best(
        j ->
            isComparable(j)
                && !isShared(j, Vote.AGREE)
                && !(groups == 1 && isShared(j, Vote.DISAGREE)),
        this::division);
  }

  /// How far groups are apart, from 0 to 1.
  double division(int statement) {
    if (groups == 1) {
      return Math.min(share(0, statement, Vote.AGREE), share(0, statement, Vote.DISAGREE));
    }
    double least = 1;
    double most = 0;
    for (int g = 0; g < groups; g++) {
      double share = share(g, statement, Vote.AGREE);
      least = Math.min(least, share);
      most = Math.max(most, share);
    }
    return most - least;
  }

  private boolean isComparable(int statement) {
    return IntStream.range(0, groups).allMatch(g -> votes(g, statement) >= ENOUGH_VOTES);
  }

  private boolean isShared(int statement, Vote direction) {
    return isComparable(statement)
        && IntStream.range(0, groups).allMatch(g -> share(g, statement, direction) > 0.5);
  }

  private double product(int statement, Vote direction) {
    double product = 1;
    for (int g = 0; g < groups; g++) {
      product *= share(g, statement, direction);
    }
    return product;
  }

  /// The share of a group that votes that way, shrunk towards one half.
  private double share(int group, int statement, Vote direction) {
    return (landscape.count(group, statement, direction) + 1) / (votes(group, statement) + 2);
  }

  double votes(int group, int statement) {
    return landscape.count(group, statement, Vote.AGREE)
        + landscape.count(group, statement, Vote.PASS)
        + landscape.count(group, statement, Vote.DISAGREE);
  }

  private List<Integer> best(IntPredicate fits, IntToDoubleFunction value) {
    return IntStream.range(0, out.length)
        .filter(j -> !out[j] && fits.test(j))
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -value.applyAsDouble(j)))
        .limit(MOST)
        .toList();
  }
}
