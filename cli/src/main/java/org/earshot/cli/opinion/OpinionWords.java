package org.earshot.cli.opinion;

import static org.earshot.cli.opinion.OpinionReport.count;
import static org.earshot.cli.opinion.OpinionReport.nonEmpty;

import java.util.List;
import java.util.stream.IntStream;
import org.earshot.cli.report.Numbers;
import org.earshot.opinion.Confidence;
import org.earshot.opinion.Landscape;

/// What a report on opinion says in sentences.
final class OpinionWords {

  private static final double DOUBTFUL = 0.05; // this near to the threshold, groups are doubtful

  private final Landscape landscape;
  private final boolean stable;
  private final long seed;
  private final boolean weighted;
  private final int groups;
  private final long inConversation;

  OpinionWords(Landscape landscape, boolean stable, long seed, boolean weighted) {
    this.landscape = landscape;
    this.stable = stable;
    this.seed = seed;
    this.weighted = weighted;
    this.groups = landscape.groups().count();
    this.inConversation =
        IntStream.range(0, landscape.votes().people().size())
            .filter(landscape.groups()::inConversation)
            .count();
  }

  String title() {
    return "What %s"
        .formatted(count(landscape.votes().people().size(), "person thinks", "people think"));
  }

  String lead(int shared) {
    if (inConversation == 0) {
      return "Nobody has voted yet.";
    }
    var found =
        groups == 1
            ? "No distinct groups of opinion stand apart."
            : "%s of opinion stand apart.".formatted(count(groups, "group", "groups"));
    var common =
        switch (shared) {
          case 0 -> "No statement has a clear majority in every group.";
          case 1 -> "On one statement most people of every group agree.";
          default ->
              "There is common ground, too: below are the statements that most people of every group agree with.";
        };
    return groups == 1 && shared > 0
        ? found + " Most people agree on much; the strongest of it is below."
        : found + " " + common;
  }

  List<OpinionPage.Fact> facts() {
    var votes = landscape.votes();
    long out = votes.statements().stream().filter(landscape.moderation().out()::contains).count();
    return List.of(
        new OpinionPage.Fact("people voted", Numbers.whole(votes.people().size())),
        new OpinionPage.Fact(
            out == 0
                ? "statements"
                : "statements take part; " + Numbers.whole(out) + " more were set aside",
            Numbers.whole(votes.statements().size() - out)),
        new OpinionPage.Fact("votes count, the last of each person", Numbers.whole(votes.size())),
        new OpinionPage.Fact(
            groups == 1 ? "group: nothing stands apart" : "groups of opinion",
            Numbers.whole(groups)));
  }

  List<String> caveats() {
    return nonEmpty(
        List.of(
            landscape.correction().isPresent()
                ? ""
                : "Nobody logged which statements were shown to whom. If some were shown more to some"
                    + " people than to others, shares and groups lean with that.",
            weighted
                ? ""
                : "Everybody counts the same: these are the people who came, not a fair picture of"
                    + " all residents.",
            "A group is a part of a map, not a camp with a border: look at whether there is a gap."));
  }

  /// Why the groups are doubtful; empty if they are not.
  String doubt() {
    if (landscape.confidence().isEmpty()) {
      return "These groups are Polis's: they depend on the order in which people came, and their"
          + " number comes without a confidence. To trust groups, use the method stable.";
    }
    Confidence confidence = landscape.confidence().orElseThrow();
    for (int k = 2; k <= confidence.mostGroups(); k++) {
      double off = confidence.strength(k) - Confidence.STRONG;
      if (Math.abs(off) < DOUBTFUL && k >= groups) {
        return "Whether there are %d groups is close: their strength is %s, and %s is needed."
            .formatted(
                k, Numbers.fixed(confidence.strength(k), 2), Numbers.fixed(Confidence.STRONG, 1));
      }
    }
    return "";
  }

  String peopleCaption() {
    long aside = landscape.votes().people().size() - inConversation;
    return "Each dot is a person; people who vote alike stand close together."
        + (aside == 0
            ? ""
            : " "
                + count(aside, "person", "people")
                + " with too few votes to be placed are left out.");
  }

  /// What a group's stability means; empty if it is not known.
  String trust(int group) {
    var confidence = landscape.confidence().filter(found -> found.resamples() > 0);
    if (confidence.isEmpty() || groups == 1) {
      return "";
    }
    double stability = confidence.orElseThrow().ofGroup(group);
    var meaning =
        stability > 0.85
            ? "highly stable"
            : stability >= 0.75
                ? "stable"
                : stability >= 0.6 ? "there, but with blurred edges" : "not to be trusted";
    return "%s (stability %s)".formatted(meaning, Numbers.fixed(stability, 2));
  }

  /// The group-aware consensus with its interval.
  String consensus(int statement) {
    var value = Numbers.fixed(landscape.groupAwareConsensus(statement), 2);
    return landscape
        .confidence()
        .filter(found -> found.resamples() > 0)
        .map(
            found ->
                "%s (%s to %s)"
                    .formatted(
                        value,
                        Numbers.fixed(found.consensusLow(statement), 2),
                        Numbers.fixed(found.consensusHigh(statement), 2)))
        .orElse(value);
  }

  List<String> method() {
    return nonEmpty(
        List.of(
            "The map shows the two directions along which votes differ most (principal components);"
                + " the axes have no meaning of their own, and left and right could be exchanged.",
            stable
                ? "The number of groups is the largest that two random halves of the people find alike"
                    + " (prediction strength of at least 0.8, Tibshirani and Walther 2005). Neither the"
                    + " order in which people came nor their names change anything."
                : "Groups are found as Polis finds them from a cold start.",
            stable
                ? "Random draws use the seed %d; the same votes and seed give the same result."
                    .formatted(seed)
                : "",
            landscape
                .correction()
                .map(
                    found ->
                        "Votes were corrected for who was shown what: %s of %s are in the log, %s reached the largest weight."
                            .formatted(
                                Numbers.whole(found.logged()),
                                Numbers.whole(found.votes()),
                                Numbers.whole(found.trimmed())))
                .orElse(""),
            weighted
                ? "People count by the weights that were given; counts are effective numbers."
                : "",
            "The formulas, their sources and their weaknesses are in docs/methods/opinion.md of"
                + " Earshot."));
  }
}
