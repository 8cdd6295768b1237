package org.earshot.cli.representation;

import io.quarkus.qute.RawString;
import java.util.List;
import org.earshot.cli.report.Numbers;
import org.earshot.cli.report.Svg;
import org.earshot.representation.sortition.Pool;
import org.earshot.representation.sortition.Reason;

/// The pictures of a panel's report.
final class PanelPictures {

  private static final double WIDTH = 460;
  private static final double SAME = 1e-9;
  private static final int LONGEST = 46;

  private PanelPictures() {}

  /// Everybody in a row, the least chance first; the height is the chance on a logarithmic scale.
  static RawString ladder(List<Reason> ascending, int seats) {
    double height = 230;
    double left = 74;
    double bottom = height - 34;
    var picture = new Svg(WIDTH, height, "Everybody's chance, the least first");
    double equal = (double) seats / Math.max(1, ascending.size());
    double least =
        ascending.stream().mapToDouble(Reason::chance).filter(c -> c > SAME).min().orElse(equal);
    double floor = Math.pow(10, Math.floor(Math.log10(Math.min(least, equal)) - .2));
    double scale = (bottom - 12) / -Math.log10(floor);
    for (double line = 1; line > floor * .99; line /= 10) {
      double y = 12 - Math.log10(line) * scale;
      picture.line(left, y, WIDTH, y, "axis");
      picture.text(left - 8, y + 4, Reason.odds(line), Svg.Anchor.END, "small quiet");
    }
    double step = (WIDTH - left) / Math.max(1, ascending.size());
    int from = 0;
    while (from < ascending.size()) {
      double chance = ascending.get(from).chance();
      int to = from;
      while (to < ascending.size() && ascending.get(to).chance() - chance <= SAME) {
        to++;
      }
      double top = 12 - Math.log10(Math.max(chance, floor)) * scale;
      picture.rectangle(
          left + from * step,
          top,
          (to - from) * step,
          bottom - top,
          "deep",
          "%s people: %s".formatted(Numbers.whole(to - from), Reason.odds(chance)));
      from = to;
    }
    double y = 12 - Math.log10(equal) * scale;
    picture.line(left, y, WIDTH, y, "cut");
    picture.text(
        left + 4,
        y - 5,
        "if quotas did not matter: " + Reason.odds(equal),
        Svg.Anchor.START,
        "small");
    picture.text(left, height - 12, "least chance", Svg.Anchor.START, "small quiet");
    picture.text(WIDTH, height - 12, "largest chance", Svg.Anchor.END, "small quiet");
    return picture.markup();
  }

  /// Per feature: the share asked for as a band, the pool as an open ring, the panel as a disc.
  static RawString seats(Pool pool, List<PanelPage.QuotaRow> rows) {
    double row = 40;
    double scale = WIDTH - 16;
    var picture =
        new Svg(WIDTH, rows.size() * row + 24, "Shares of the pool, asked for, and of the panel");
    double most = .01;
    for (var one : rows) {
      most = Math.max(most, Math.max(one.poolShare(), one.panelShare()));
    }
    for (var quota : pool.quotas()) {
      most = Math.max(most, Math.min(1, (double) quota.min() / Math.max(1, pool.seats())));
    }
    double y = 0;
    for (int i = 0; i < rows.size(); i++) {
      var one = rows.get(i);
      var quota = pool.quotas().get(i);
      double seats = Math.max(1, pool.seats());
      double low = Math.min(most, quota.min() / seats) / most * scale;
      double high = Math.min(most, quota.max() / seats) / most * scale;
      double middle = y + 27;
      picture.text(
          0,
          y + 14,
          shortened(one.category() + ": " + one.feature()),
          Svg.Anchor.START,
          one.finding().isEmpty() ? "ink" : "strong");
      picture.text(WIDTH, y + 14, one.finding(), Svg.Anchor.END, "small quiet");
      picture.line(8, middle, 8 + scale, middle, "axis");
      picture.rectangle(
          8 + low, middle - 5, Math.max(3, high - low), 10, "line", one.asked() + " seats");
      picture.circle(
          8 + one.poolShare() / most * scale,
          middle,
          6,
          "owed outlined",
          "pool: " + Numbers.percent(one.poolShare()));
      picture.circle(
          8 + one.panelShare() / most * scale,
          middle,
          6,
          "deep outlined",
          "panel: " + Numbers.percent(one.panelShare()));
      y += row;
    }
    picture.text(8, y + 16, "0\u202f%", Svg.Anchor.START, "small quiet");
    picture.text(WIDTH, y + 16, Numbers.percent(most), Svg.Anchor.END, "small quiet");
    return picture.markup();
  }

  private static String shortened(String name) {
    int points = name.codePointCount(0, name.length());
    return points <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "\u2026";
  }
}
