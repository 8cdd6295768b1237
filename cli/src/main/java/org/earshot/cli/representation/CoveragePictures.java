package org.earshot.cli.representation;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import org.earshot.cli.report.Numbers;
import org.earshot.cli.report.Svg;
import org.earshot.representation.coverage.CoverageReport;
import org.earshot.representation.coverage.Segment;

/// Puts the silence list into words and pictures.
final class CoveragePictures {

  private static final double WIDTH = 460;
  private static final int MOST_BARS = 24;
  private static final int MOST_PAIRS = 40;
  private static final int LONGEST = 46;
  private static final double WIDEST = 2;
  private static final double FAIR = .8;

  private final CoverageReport report;
  private final List<Segment> single;
  private final List<Segment> pairs;

  CoveragePictures(CoverageReport report) {
    this.report = report;
    this.single = report.segments().stream().filter(s -> s.dimensions().size() == 1).toList();
    this.pairs = report.segments().stream().filter(s -> s.dimensions().size() == 2).toList();
  }

  CoveragePage page() {
    var shown = single.stream().limit(MOST_BARS).toList();
    var certain = pairs.stream().filter(s -> s.certainlyMissing() > 0 && !covered(s)).toList();
    return new CoveragePage(
        lead(),
        facts(),
        single.stream().filter(Segment::silent).map(Segment::message).toList(),
        bars(shown),
        single.size() > shown.size()
            ? "Share heard by share of the population: the %d segments that miss most"
                .formatted(MOST_BARS)
            : "Share heard by share of the population, the largest silence first",
        single.stream().map(CoveragePictures::row).toList(),
        report.dimensions().stream()
            .map(
                d ->
                    new CoveragePage.DimensionRow(
                        d.dimension(),
                        d.known(),
                        d.rIndicator(),
                        d.partial(),
                        d.conditional().isEmpty()
                            ? "\u2014"
                            : Numbers.fixed(d.conditional().getAsDouble(), 5)))
            .toList(),
        dimensionBars(),
        certain.stream().limit(MOST_PAIRS).map(CoveragePictures::row).toList(),
        Math.max(0, certain.size() - MOST_PAIRS),
        pairs.stream().anyMatch(Segment::assumed));
  }

  /// Whether one of the pair's own segments is silent altogether: then the pair says nothing new.
  private boolean covered(Segment pair) {
    return single.stream()
        .filter(Segment::silent)
        .anyMatch(
            s -> {
              int at = pair.dimensions().indexOf(s.dimensions().getFirst());
              return at >= 0 && pair.names().get(at).equals(s.names().getFirst());
            });
  }

  private String lead() {
    long low = single.stream().filter(s -> s.upper() < FAIR && s.population() > 0).count();
    var first = single.stream().filter(s -> s.certainlyMissing() > 0).findFirst();
    var text =
        "%s people were heard where %s live."
            .formatted(
                Numbers.whole(report.heard()), Numbers.whole(Math.round(report.population())));
    if (first.isEmpty()) {
      return text + " No segment is missing more than chance explains.";
    }
    return text
        + " %s of %d segments %s certainly below four fifths of their share; the largest silence is %s."
            .formatted(
                low == 0 ? "None" : Long.toString(low),
                single.size(),
                low == 1 ? "is" : "are",
                name(first.get()));
  }

  private List<CoveragePage.Fact> facts() {
    var facts = new ArrayList<CoveragePage.Fact>();
    facts.add(new CoveragePage.Fact("people heard", Numbers.whole(report.heard())));
    facts.add(
        new CoveragePage.Fact(
            "people who live here", Numbers.whole(Math.round(report.population()))));
    facts.add(
        new CoveragePage.Fact(
            "R-indicator; 1 is equal chances to be heard", Numbers.fixed(report.rIndicator(), 3)));
    if (report.effectiveSampleSize().isPresent()) {
      facts.add(
          new CoveragePage.Fact(
              "as precise, after weighting, as so many equal voices",
              Numbers.whole(Math.round(report.effectiveSampleSize().getAsDouble()))));
    }
    long silent = single.stream().filter(Segment::silent).count();
    facts.add(new CoveragePage.Fact("segments without any voice", Numbers.whole(silent)));
    return facts;
  }

  private static RawString bars(List<Segment> segments) {
    double row = 44;
    double right = 64;
    double scale = (WIDTH - right) / WIDEST;
    double height = segments.size() * row + 26;
    var picture = new Svg(WIDTH, height, "How far each segment is from its fair share");
    picture.line(FAIR * scale, 0, FAIR * scale, height - 22, "cut");
    picture.line(scale, 0, scale, height - 22, "mark");
    double y = 0;
    for (var s : segments) {
      double ratio = s.population() > 0 ? s.ratio() : WIDEST;
      double low = s.population() > 0 ? s.lower() : WIDEST;
      double high = s.population() > 0 ? s.upper() : WIDEST;
      var style = style(s);
      picture.text(0, y + 14, shortened(name(s)), Svg.Anchor.START, s.silent() ? "strong" : "ink");
      picture.rectangle(
          0,
          y + 20,
          Math.min(ratio, WIDEST) * scale,
          14,
          style.isEmpty() ? "line" : style.equals("plain") ? "quiet-fill" : style,
          "%s: %s heard, ratio %s".formatted(name(s), Numbers.whole(s.heard()), ratio(s)));
      double from = Math.min(low, WIDEST) * scale;
      double to = Math.min(high, WIDEST) * scale;
      picture.line(from, y + 27, to, y + 27, "mark");
      picture.line(from, y + 23, from, y + 31, "mark");
      picture.line(to, y + 23, to, y + 31, "mark");
      picture.text(WIDTH, y + 32, ratio(s), Svg.Anchor.END, "small");
      y += row;
    }
    picture.text(0, height - 6, "0", Svg.Anchor.START, "small quiet");
    picture.text(FAIR * scale - 4, height - 6, "0.8", Svg.Anchor.END, "small quiet");
    picture.text(scale + 4, height - 6, "1: a fair share", Svg.Anchor.START, "small quiet");
    picture.text(WIDEST * scale, height - 6, "2", Svg.Anchor.END, "small quiet");
    return picture.markup();
  }

  private RawString dimensionBars() {
    double row = 40;
    double most = 1e-12;
    for (var d : report.dimensions()) {
      most = Math.max(most, d.partial());
    }
    var picture =
        new Svg(
            WIDTH, report.dimensions().size() * row + 4, "How unequally each dimension is heard");
    double y = 0;
    for (var d : report.dimensions()) {
      double width = (WIDTH - 80) * d.partial() / most;
      picture.text(0, y + 14, shortened(d.dimension()), Svg.Anchor.START, "ink");
      picture.rectangle(0, y + 20, width, 12, "deep", d.dimension());
      picture.text(width + 6, y + 31, Numbers.fixed(d.partial(), 5), Svg.Anchor.START, "small");
      y += row;
    }
    return picture.markup();
  }

  private static CoveragePage.Row row(Segment s) {
    return new CoveragePage.Row(
        String.join(" and ", s.dimensions()),
        String.join(" and ", s.names()),
        s.heard(),
        Math.rint(s.population()),
        ratio(s),
        s.population() > 0
            ? Numbers.fixed(s.lower(), 2) + " to " + Numbers.fixed(s.upper(), 2)
            : "",
        s.missingTo80() == 0 ? "" : Numbers.whole(s.missingTo80()),
        s.missing() == 0 ? "" : Numbers.whole(s.missing()),
        s.residual(),
        verdict(s),
        style(s));
  }

  private static String verdict(Segment s) {
    if (s.population() == 0) {
      return "nobody lives there";
    }
    if (s.silent()) {
      return "not heard at all";
    }
    return s.upper() < FAIR
        ? "far too few"
        : s.upper() < 1 ? "too few" : s.lower() > 1 ? "more than its share" : "fair";
  }

  private static String style(Segment s) {
    if (s.population() == 0) {
      return "plain";
    }
    return s.silent() || s.upper() < FAIR
        ? "late"
        : s.upper() < 1 ? "owed" : s.lower() > 1 ? "plain" : "done";
  }

  private static String ratio(Segment s) {
    return s.population() > 0 ? Numbers.fixed(s.ratio(), 2) : "\u2014";
  }

  private static String name(Segment s) {
    var text = new StringBuilder();
    for (int i = 0; i < s.names().size(); i++) {
      text.append(i == 0 ? "" : ", ").append(s.dimensions().get(i)).append(": ");
      text.append(s.names().get(i));
    }
    return text.toString();
  }

  private static String shortened(String name) {
    int points = name.codePointCount(0, name.length());
    return points <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "\u2026";
  }
}
