package org.earshot.server.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earshot.server.platform.i18n.Reader;

/// A survival curve as the picture on a page: days to the right, the share still waiting upward.
///
/// @param line the path of the curve, in steps
/// @param band the outline of its interval
public record CurveDrawing(String line, String band, List<Mark> days, List<Mark> shares) {

  static final int WIDTH = 640;
  static final int HEIGHT = 260;
  private static final int LEFT = 44;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 34;

  public CurveDrawing {
    days = List.copyOf(days);
    shares = List.copyOf(shares);
  }

  /// A label beside an axis.
  public record Mark(int x, int y, String text) {}

  static CurveDrawing of(SurvivalCurve curve, Reader reader) {
    int lastDay = lastDay(curve);
    var line = new StringBuilder("M" + point(0, 1, lastDay));
    var upper = new StringBuilder("M" + point(0, 1, lastDay));
    var lower = new ArrayList<String>();
    double before = 1;
    double highBefore = 1;
    double lowBefore = 1;
    lower.add(point(0, 1, lastDay));
    for (var step : curve.steps()) {
      if (step.day() > lastDay) {
        break;
      }
      line.append(" L").append(point(step.day(), before, lastDay));
      line.append(" L").append(point(step.day(), step.waiting(), lastDay));
      upper.append(" L").append(point(step.day(), highBefore, lastDay));
      upper.append(" L").append(point(step.day(), step.high(), lastDay));
      lower.add(point(step.day(), lowBefore, lastDay));
      lower.add(point(step.day(), step.low(), lastDay));
      before = step.waiting();
      highBefore = step.high();
      lowBefore = step.low();
    }
    line.append(" L").append(point(lastDay, before, lastDay));
    upper.append(" L").append(point(lastDay, highBefore, lastDay));
    lower.add(point(lastDay, lowBefore, lastDay));
    lower.reversed().forEach(corner -> upper.append(" L").append(corner));
    return new CurveDrawing(
        line.toString(), upper.append(" Z").toString(), days(lastDay, reader), shares(reader));
  }

  /// Far enough to the right that nearly everybody has been answered, in whole weeks.
  private static int lastDay(SurvivalCurve curve) {
    int day =
        curve.steps().stream()
            .filter(step -> step.waiting() > 0.02)
            .mapToInt(SurvivalCurve.Step::day)
            .max()
            .orElse(13);
    return Math.min(364, Math.max(14, (day / 7 + 1) * 7));
  }

  private static List<Mark> days(int lastDay, Reader reader) {
    int every = Math.max(7, lastDay / 6 / 7 * 7);
    var marks = new ArrayList<Mark>();
    for (int day = 0; day <= lastDay; day += every) {
      marks.add(new Mark(x(day, lastDay), HEIGHT - 12, reader.number(day)));
    }
    return marks;
  }

  private static List<Mark> shares(Reader reader) {
    return List.of(
        new Mark(LEFT - 8, y(1) + 4, reader.percent(1)),
        new Mark(LEFT - 8, y(0.5) + 4, reader.percent(0.5)),
        new Mark(LEFT - 8, y(0) + 4, reader.percent(0)));
  }

  private static String point(int day, double share, int lastDay) {
    return String.format(Locale.ROOT, "%d %d", x(day, lastDay), y(share));
  }

  private static int x(int day, int lastDay) {
    return LEFT + Math.round((WIDTH - LEFT - RIGHT) * (float) day / lastDay);
  }

  private static int y(double share) {
    return TOP + (int) Math.round((HEIGHT - TOP - BOTTOM) * (1 - share));
  }
}
