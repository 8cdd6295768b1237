package org.earshot.cli.opinion;

import io.quarkus.qute.RawString;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.earshot.cli.report.Numbers;
import org.earshot.cli.report.Svg;
import org.earshot.opinion.Confidence;
import org.earshot.opinion.Groups;
import org.earshot.opinion.Landscape;

/// The pictures of the report on opinion.
final class OpinionPictures {

  static final List<String> STYLES = List.of("deep", "owed", "blue", "late", "done");

  private static final double WIDTH = 720;
  private static final double HEIGHT = 480;
  private static final double EDGE = 14;
  private static final int FEW_DOTS = 600;
  private static final int MOST_DOTS = 3000;
  private static final int GRID = 44;

  private OpinionPictures() {}

  static String letter(int group) {
    return String.valueOf((char) ('A' + group));
  }

  /// Where everybody in the conversation stands; of very many people, how many stand where.
  static RawString people(Landscape landscape) {
    var groups = landscape.groups();
    int[] people =
        IntStream.range(0, landscape.votes().people().size())
            .filter(groups::inConversation)
            .toArray();
    var x = Arrays.stream(people).mapToDouble(i -> landscape.map().position(0, i)).toArray();
    var y = Arrays.stream(people).mapToDouble(i -> landscape.map().position(1, i)).toArray();
    var frame = new Frame(x, y);
    var picture = new Svg(WIDTH, HEIGHT, "Map of the people in the conversation");
    frame.drawAxes(picture);
    double radius = people.length <= FEW_DOTS ? 5.5 : 3.4;
    if (people.length <= MOST_DOTS) {
      for (int p = 0; p < people.length; p++) {
        int group = groups.of(people[p]);
        picture.circle(frame.x(x[p]), frame.y(y[p]), radius, STYLES.get(group) + " outlined", "");
      }
    } else {
      drawMany(picture, frame, groups, people, x, y);
    }
    for (int g = 0; g < groups.count() && groups.count() > 1; g++) {
      double cx = frame.x(landscape.groupCenter(g, 0));
      double cy = frame.y(landscape.groupCenter(g, 1));
      picture.circle(cx, cy, 13, "paper", "");
      picture.circle(cx, cy, 11, STYLES.get(g) + "-wash", "The middle of group " + letter(g));
      picture.text(cx, cy + 5, letter(g), Svg.Anchor.MIDDLE, "strong");
    }
    return picture.markup();
  }

  private static void drawMany(
      Svg picture, Frame frame, Groups groups, int[] people, double[] x, double[] y) {
    var counts = new TreeMap<Integer, Integer>();
    double cell = (WIDTH - 2 * EDGE) / GRID;
    for (int p = 0; p < people.length; p++) {
      int column = (int) ((frame.x(x[p]) - EDGE) / cell);
      int row = (int) ((frame.y(y[p]) - EDGE) / cell);
      counts.merge((row * (GRID + 1) + column) * 5 + groups.of(people[p]), 1, Integer::sum);
    }
    double most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    counts.forEach(
        (key, count) -> {
          int column = key / 5 % (GRID + 1);
          int row = key / 5 / (GRID + 1);
          double radius = Math.max(0.8, cell * 0.62 * Math.sqrt(count / most));
          picture.circle(
              EDGE + (column + 0.5) * cell,
              EDGE + (row + 0.5) * cell,
              radius,
              STYLES.get(key % 5),
              Numbers.whole(count) + " people of group " + letter(key % 5));
        });
  }

  /// Where the statements stand that take part in the map.
  static RawString statements(
      Landscape landscape, StatementChoice choice, Set<Integer> common, Set<Integer> dividing) {
    var map = landscape.map();
    int[] shown =
        IntStream.range(0, landscape.votes().statements().size())
            .filter(j -> !choice.isOut(j))
            .toArray();
    var x = Arrays.stream(shown).mapToDouble(j -> map.statementPosition(0, j)).toArray();
    var y = Arrays.stream(shown).mapToDouble(j -> map.statementPosition(1, j)).toArray();
    var frame = new Frame(x, y);
    var picture = new Svg(WIDTH, HEIGHT, "Map of the statements");
    frame.drawAxes(picture);
    for (int pass = 0; pass < 2; pass++) { // those that stand out on top
      for (int s = 0; s < shown.length; s++) {
        boolean shared = common.contains(shown[s]);
        boolean divides = dividing.contains(shown[s]);
        if ((shared || divides) == (pass == 1)) {
          var id = landscape.votes().statements().get(shown[s]);
          var style = shared ? "deep" : divides ? "late" : "quiet-fill";
          double cx = frame.x(x[s]);
          double cy = frame.y(y[s]);
          picture.circle(cx, cy, pass == 1 ? 5.5 : 3, style + " outlined", "Statement " + id);
          if (pass == 1) {
            boolean right = cx < WIDTH - 60;
            picture.text(
                cx + (right ? 8 : -8),
                cy + 4,
                HeadedRows.shortened(id),
                right ? Svg.Anchor.START : Svg.Anchor.END,
                "small");
          }
        }
      }
    }
    return picture.markup();
  }

  /// How each group votes on one statement: agree on the left, disagree on the right.
  static RawString votes(List<OpinionPage.Share> shares) {
    double row = 24;
    double left = 74;
    double right = 46;
    double width = 340;
    double bar = width - left - right;
    var picture = new Svg(width, shares.size() * row + 2, "Shares that agree, pass and disagree");
    double y = 2;
    for (var one : shares) {
      picture.text(0, y + 15, one.group(), Svg.Anchor.START, "strong");
      double agree = bar * one.agree();
      double disagree = bar * one.disagree();
      var hint =
          "%s agree, %s pass, %s disagree, of %s votes"
              .formatted(
                  Numbers.percent(one.agree()),
                  Numbers.percent(one.pass()),
                  Numbers.percent(one.disagree()),
                  Numbers.fixed(one.votes(), 0));
      picture.text(left - 6, y + 15, percent(one.agree()), Svg.Anchor.END, "small");
      picture.rectangle(left, y, bar, row - 5, "line", hint);
      picture.rectangle(left, y, agree, row - 5, "done", hint);
      picture.rectangle(left + bar - disagree, y, disagree, row - 5, "late", hint);
      picture.text(width, y + 15, percent(one.disagree()), Svg.Anchor.END, "small");
      y += row;
    }
    return picture.markup();
  }

  private static String percent(double share) {
    return Numbers.fixed(share * 100, 0) + "\u202f%";
  }

  /// How strongly two halves confirm each number of groups.
  static RawString strengths(List<OpinionPage.StrengthRow> rows) {
    double row = 28;
    double left = 90;
    double scale = 400 - left - 60;
    var picture =
        new Svg(400, rows.size() * row + 26, "Prediction strength by the number of groups");
    double y = 2;
    for (var one : rows) {
      var style = one.chosen() ? "deep" : "quiet-fill";
      picture.text(0, y + 16, one.groups() + " groups", Svg.Anchor.START, "ink");
      picture.rectangle(left, y + 3, scale * one.strength(), row - 9, style);
      picture.text(
          left + scale * one.strength() + 6,
          y + 17,
          Numbers.fixed(one.strength(), 2),
          Svg.Anchor.START,
          one.chosen() ? "strong" : "small");
      y += row;
    }
    double mark = left + scale * Confidence.STRONG;
    picture.line(mark, 0, mark, y, "cut");
    picture.text(mark, y + 16, "needed: 0.8", Svg.Anchor.MIDDLE, "small quiet");
    return picture.markup();
  }

  /// How sure membership in each group is.
  static RawString stability(List<OpinionPage.StabilityRow> rows) {
    double row = 28;
    double left = 90;
    double bar = 400 - left - 4;
    var picture = new Svg(400, rows.size() * row + 4, "How surely people belong to their group");
    double y = 2;
    for (var one : rows) {
      picture.text(0, y + 16, "Group " + one.letter(), Svg.Anchor.START, "ink");
      double sure = bar * one.sure();
      double likely = bar * one.likely();
      picture.rectangle(left, y + 2, bar, row - 8, "line", "less than 3 in 4 draws");
      picture.rectangle(left, y + 2, sure + likely, row - 8, "owed", "3 in 4 draws or more");
      picture.rectangle(left, y + 2, sure, row - 8, "deep", "9 in 10 draws or more");
      y += row;
    }
    return picture.markup();
  }

  /// From positions to the picture; the few furthest out are drawn at its edge.
  private static final class Frame {

    private final double middleX;
    private final double middleY;
    private final double scale;

    Frame(double[] x, double[] y) {
      double[] sortedX = x.clone();
      double[] sortedY = y.clone();
      Arrays.sort(sortedX);
      Arrays.sort(sortedY);
      double spanX = at(sortedX, 0.995) - at(sortedX, 0.005);
      double spanY = at(sortedY, 0.995) - at(sortedY, 0.005);
      middleX = (at(sortedX, 0.995) + at(sortedX, 0.005)) / 2;
      middleY = (at(sortedY, 0.995) + at(sortedY, 0.005)) / 2;
      double widest = Math.min((WIDTH - 2 * EDGE) / spanX, (HEIGHT - 2 * EDGE) / spanY);
      scale = Double.isFinite(widest) ? widest : 1;
    }

    private static double at(double[] sorted, double share) {
      return sorted.length == 0 ? 0 : sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    double x(double x) {
      return Math.clamp(WIDTH / 2 + (x - middleX) * scale, EDGE, WIDTH - EDGE);
    }

    double y(double y) {
      return Math.clamp(HEIGHT / 2 - (y - middleY) * scale, EDGE, HEIGHT - EDGE);
    }

    void drawAxes(Svg picture) {
      picture.line(x(0), EDGE / 2, x(0), HEIGHT - EDGE / 2, "axis");
      picture.line(EDGE / 2, y(0), WIDTH - EDGE / 2, y(0), "axis");
    }
  }
}
