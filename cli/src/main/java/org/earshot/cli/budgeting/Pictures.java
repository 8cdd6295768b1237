package org.earshot.cli.budgeting;

import io.quarkus.qute.RawString;
import java.util.List;
import org.earshot.cli.report.Numbers;
import org.earshot.cli.report.Svg;

/// The pictures of a budget's report.
final class Pictures {

  private static final double WIDTH = 420; // wider ones would be too small to read on a telephone
  private static final int LONGEST_NAME = 44;
  private static final int LONGEST_LABEL = 18;

  private Pictures() {}

  /// A bar of votes for each project under its name, most first; what is funded stands out.
  static RawString votes(List<BudgetPage.ProjectRow> projects) {
    double row = 36;
    var picture = new Svg(WIDTH, projects.size() * row + 4, "Votes for each project");
    long most = projects.stream().mapToLong(BudgetPage.ProjectRow::votes).max().orElse(1);
    double y = 0;
    for (var project : projects) {
      double width = (WIDTH - 60) * project.votes() / Math.max(1, most);
      var name = shortened(project.name(), LONGEST_NAME);
      picture.text(0, y + 14, name, Svg.Anchor.START, project.funded() ? "strong" : "quiet");
      picture.rectangle(
          0,
          y + 19,
          width,
          11,
          project.funded() ? "deep" : "line",
          project.name() + ": " + Numbers.whole(project.votes()) + " votes, " + project.tag());
      var votes = Numbers.whole(project.votes());
      picture.text(width + 6, y + 29, votes, Svg.Anchor.START, "small");
      y += row;
    }
    return picture.markup();
  }

  /// How many voters have 0, 1, 2, ... funded projects.
  static RawString reach(List<BudgetPage.ReachRow> rows) {
    double row = 28;
    var picture = new Svg(WIDTH, rows.size() * row + 8, "Voters by number of funded projects");
    double most = rows.stream().mapToDouble(BudgetPage.ReachRow::share).max().orElse(1);
    double labels = 100;
    double y = 4;
    for (var one : rows) {
      double width = (WIDTH - labels - 90) * one.share() / Math.max(most, 1e-9);
      boolean nothing = one.number().startsWith("0");
      picture.text(labels - 10, y + 18, one.number(), Svg.Anchor.END, nothing ? "strong" : "ink");
      picture.rectangle(labels, y + 3, width, row - 8, nothing ? "owed" : "deep");
      picture.text(
          labels + width + 6, y + 18, Numbers.percent(one.share()), Svg.Anchor.START, "small");
      y += row;
    }
    return picture.markup();
  }

  /// Each segment's share of voters (open) and of the money (filled) on one line.
  static RawString segments(List<BudgetPage.SegmentRow> rows) {
    double row = 28;
    double labels = 130;
    double right = 40;
    var picture = new Svg(WIDTH, rows.size() * row + 30, "Share of voters and share of the money");
    double most = 0.01;
    for (var one : rows) {
      most = Math.max(most, Math.max(one.voterShare(), one.moneyShare()));
    }
    double scale = (WIDTH - labels - right) / most;
    double y = 4;
    for (var one : rows) {
      double middle = y + row / 2;
      double voters = labels + one.voterShare() * scale;
      double money = labels + one.moneyShare() * scale;
      picture.line(labels, middle, WIDTH - right, middle, "axis");
      picture.line(voters, middle, money, middle, "mark");
      picture.text(
          labels - 12, middle + 5, shortened(one.value(), LONGEST_LABEL), Svg.Anchor.END, "ink");
      picture.circle(
          voters, middle, 6, "owed outlined", "voters: " + Numbers.percent(one.voterShare()));
      picture.circle(
          money, middle, 6, "deep outlined", "money: " + Numbers.percent(one.moneyShare()));
      y += row;
    }
    picture.text(labels, y + 18, "0\u202f%", Svg.Anchor.MIDDLE, "small quiet");
    picture.text(WIDTH - right, y + 18, Numbers.percent(most), Svg.Anchor.MIDDLE, "small quiet");
    return picture.markup();
  }

  static String shortened(String name, int longest) {
    int points = name.codePointCount(0, name.length());
    return points <= longest
        ? name
        : name.substring(0, name.offsetByCodePoints(0, longest - 1)).strip() + "\u2026";
  }
}
