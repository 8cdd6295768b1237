package org.earshot.cli.opinion;

import io.quarkus.qute.RawString;
import java.util.List;

/// What the template `opinion.html` shows; every text is plain and will be escaped.
///
/// @param split whether there are groups to compare
/// @param doubt why the groups themselves are doubtful; empty if they are not
/// @param caveats what a reader must know before relying on any of it
public record OpinionPage(
    String title,
    String lead,
    boolean split,
    List<Fact> facts,
    String doubt,
    List<String> caveats,
    RawString peopleMap,
    String peopleCaption,
    List<GroupPanel> groups,
    List<StatementPanel> common,
    List<StatementPanel> rejected,
    List<StatementPanel> dividing,
    RawString statementMap,
    List<StatementRow> statements,
    Sureness sureness,
    List<String> method) {

  /// One number with what it counts.
  public record Fact(String label, String value) {}

  /// One group.
  ///
  /// @param trust what its stability means, in words; empty if it was not computed
  public record GroupPanel(
      String letter,
      String style,
      long size,
      double share,
      double x,
      double y,
      String trust,
      List<Voice> voices) {}

  /// One statement that says what a group stands for.
  public record Voice(
      String words, String id, String direction, double inGroup, double elsewhere, double votes) {}

  /// A statement with a picture of how each group votes on it.
  public record StatementPanel(
      String words, String id, RawString picture, String consensus, List<Share> shares) {}

  /// How one group votes on one statement.
  public record Share(String group, double agree, double pass, double disagree, double votes) {}

  /// One statement among all.
  public record StatementRow(
      String words,
      String id,
      boolean out,
      double votes,
      double agree,
      double pass,
      double disagree,
      String consensus,
      double x,
      double y) {}

  /// How far the result can be trusted.
  ///
  /// @param known whether there is anything to say
  public record Sureness(
      boolean known,
      List<String> sentences,
      RawString strengths,
      List<StrengthRow> strengthRows,
      RawString stability,
      List<StabilityRow> stabilityRows) {}

  /// How well so many groups hold.
  public record StrengthRow(int groups, double strength, double share, boolean chosen) {}

  /// How well one group holds.
  public record StabilityRow(
      String letter, double stability, double sure, double likely, double unsure) {}
}
