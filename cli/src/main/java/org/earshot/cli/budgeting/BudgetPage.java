package org.earshot.cli.budgeting;

import io.quarkus.qute.RawString;
import java.util.List;

/// What the template `budget.html` shows; every text is plain and will be escaped.
public record BudgetPage(
    String title,
    String lead,
    List<Fact> facts,
    String rule,
    List<String> method,
    RawString votes,
    String votesCaption,
    List<ProjectRow> projects,
    List<Won> winners,
    List<Why> losers,
    int otherLosers,
    Reach reach,
    List<SegmentTable> segments,
    Audit audit,
    List<String> ties,
    List<VariantRow> variants,
    List<RoundRow> rounds,
    String bundle,
    List<String> remarks) {

  /// How many projects without luck are shown at once; the others when asked.
  static final int FIRST_LOSERS = 12;

  /// Whether a project without luck is the first of those that are shown when asked.
  public boolean beginsOthers(int number) {
    return number == FIRST_LOSERS + 1;
  }

  /// One number with what it counts.
  public record Fact(String label, String value) {}

  /// One project on the ballot.
  ///
  /// @param tag how it came out, in two words
  /// @param style of the tag
  public record ProjectRow(
      String id, String name, String cost, long votes, String tag, String style, boolean funded) {}

  /// Why a project is funded.
  public record Won(String id, String name, String reason) {}

  /// Why a project is not funded, how many votes were missing, where its supporters' money went.
  public record Why(
      String id,
      String name,
      String reason,
      String votes,
      String votesAgain,
      List<String> rivals) {}

  /// How many voters have how many funded projects.
  public record Reach(String sentence, RawString picture, List<ReachRow> rows) {}

  /// One number of funded projects.
  public record ReachRow(String number, long voters, double share) {}

  /// One column about voters.
  public record SegmentTable(String column, RawString picture, List<SegmentRow> rows) {}

  /// One segment.
  public record SegmentRow(
      String value,
      long voters,
      double voterShare,
      double choiceShare,
      double moneyShare,
      double withNothing) {}

  /// What the audit of proportionality found.
  public record Audit(boolean proportional, String sentence, List<AuditRow> rows) {}

  /// One wronged group.
  public record AuditRow(String project, long size, String entitled, String received) {}

  /// Another rule or amount.
  public record VariantRow(
      String rule, String budget, long funded, List<String> added, List<String> removed) {}

  /// One round of equal shares.
  public record RoundRow(int number, String project, String price, long supporters, long less) {}
}
