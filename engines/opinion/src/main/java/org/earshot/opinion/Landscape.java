package org.earshot.opinion;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.earshot.numerics.FixedPoint;

/// The result: a map of people and statements, the groups on it, what each stands for, what all
/// share, and how strongly each statement should be shown next.
///
/// Immutable and safe to share among threads.
public final class Landscape {

  private final Votes votes;
  private final Moderation moderation;
  private final OpinionMap map;
  private final Groups groups;
  private final List<List<Representative>> representative;
  private final List<Shared> agreed;
  private final List<Shared> rejected;
  private final Tallies everyone;
  private final Tallies byGroup;
  private final boolean[] meta;
  private final Optional<Confidence> confidence;
  private final Optional<ShownStatements.Coverage> correction;

  private Landscape(
      Votes votes,
      Moderation moderation,
      OpinionMap map,
      Groups groups,
      Tallies everyone,
      Tallies byGroup,
      Optional<Confidence> confidence,
      Optional<ShownStatements.Coverage> correction) {
    this.votes = votes;
    this.moderation = moderation;
    this.map = map;
    this.groups = groups;
    this.everyone = everyone;
    this.byGroup = byGroup;
    this.confidence = confidence;
    this.correction = correction;
    boolean[] out = moderation.outOf(votes);
    meta = moderation.metaOf(votes);
    representative =
        IntStream.range(0, groups.count())
            .mapToObj(g -> RepresentativeStatements.of(byGroup, g, out))
            .toList();
    agreed = Shared.of(everyone, out, Vote.AGREE);
    rejected = Shared.of(everyone, out, Vote.DISAGREE);
  }

  /// Describes groups on a map.
  static Landscape of(
      Votes votes, Moderation moderation, VoteWeights weights, OpinionMap map, Groups groups) {
    var byGroup = Tallies.of(votes, groups.groupOf(), groups.count(), weights);
    return new Landscape(
        votes,
        moderation,
        map,
        groups,
        Tallies.ofAll(votes, weights),
        byGroup,
        Optional.empty(),
        Optional.empty());
  }

  /// The same, with how far it can be trusted and how far it was corrected.
  Landscape with(Confidence found, Optional<ShownStatements.Coverage> corrected) {
    return new Landscape(
        votes, moderation, map, groups, everyone, byGroup, Optional.of(found), corrected);
  }

  public Votes votes() {
    return votes;
  }

  public Moderation moderation() {
    return moderation;
  }

  public OpinionMap map() {
    return map;
  }

  public Groups groups() {
    return groups;
  }

  /// How far groups and common ground can be trusted, if that was asked for.
  public Optional<Confidence> confidence() {
    return confidence;
  }

  /// How far the votes were corrected for who was shown what; empty if there was no log, and they
  /// count as if everybody had been as likely to see everything.
  public Optional<ShownStatements.Coverage> correction() {
    return correction;
  }

  /// What a group stands for, strongest first, agreement before disagreement.
  public List<Representative> representative(int group) {
    return representative.get(group);
  }

  /// What most people agree with, strongest first.
  public List<Shared> agreed() {
    return agreed;
  }

  /// What most people disagree with, strongest first.
  public List<Shared> rejected() {
    return rejected;
  }

  /// The middle of a group's members along an axis.
  public double groupCenter(int group, int axis) {
    double furthest = 0;
    for (int i = 0; i < map.people(); i++) {
      furthest = Math.max(furthest, Math.abs(map.position(axis, i)));
    }
    var unit = FixedPoint.forSumsUpTo(furthest * (map.people() + 1));
    long sum = 0;
    int members = 0;
    for (int i = 0; i < map.people(); i++) {
      if (groups.of(i) == group) {
        sum += unit.units(map.position(axis, i));
        members++;
      }
    }
    return members == 0 ? 0 : unit.number(sum) / members;
  }

  /// How many people vote that way on a statement; with weights, an effective number.
  public double count(int statement, Vote vote) {
    return switch (vote) {
      case AGREE -> everyone.agrees(0, statement);
      case DISAGREE -> everyone.disagrees(0, statement);
      case PASS ->
          everyone.seen(0, statement)
              - everyone.agrees(0, statement)
              - everyone.disagrees(0, statement);
    };
  }

  /// How many of a group vote that way on a statement; with weights, an effective number.
  public double count(int group, int statement, Vote vote) {
    return switch (vote) {
      case AGREE -> byGroup.agrees(group, statement);
      case DISAGREE -> byGroup.disagrees(group, statement);
      case PASS ->
          byGroup.seen(group, statement)
              - byGroup.agrees(group, statement)
              - byGroup.disagrees(group, statement);
    };
  }

  /// How likely it is that one person drawn from each group would all agree with a statement: high
  /// only where every group agrees.
  public double groupAwareConsensus(int statement) {
    return CommonGround.consensus(byGroup, statement);
  }

  /// How strongly a statement should be shown next: the more, the more it may tell.
  public double priority(int statement) {
    return CommonGround.priority(byGroup, statement, map.extremity(statement), meta[statement]);
  }

  Tallies byGroup() {
    return byGroup;
  }
}
