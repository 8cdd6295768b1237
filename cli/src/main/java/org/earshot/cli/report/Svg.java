package org.earshot.cli.report;

import io.quarkus.qute.RawString;
import java.util.Locale;

/// A picture in SVG, drawn step by step; y grows downwards. Colours come from the frame's style
/// sheet by class: `ink`, `quiet`, `axis`, `deep`, `owed`, `late`, `done` and their `-wash`
/// variants, so that a picture is right in light, in dark and on paper. All text is escaped.
public final class Svg {

  /// Where a text stands relative to its point.
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final StringBuilder markup = new StringBuilder();

  /// Begins a picture of this size; it shrinks with the page and never grows beyond the size.
  ///
  /// @param description what it shows, for people who do not see it
  public Svg(double width, double height, String description) {
    markup.append(
        "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %s %s\" style=\"max-width:%spx\" aria-label=\"%s\">"
            .formatted(number(width), number(height), number(width), escape(description)));
  }

  public Svg rectangle(double x, double y, double width, double height, String style) {
    return rectangle(x, y, width, height, style, "");
  }

  /// A rectangle that tells `hint` when pointed at.
  public Svg rectangle(double x, double y, double width, double height, String style, String hint) {
    return element(
        "rect",
        "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\""
            .formatted(
                number(x), number(y), number(Math.max(0, width)), number(height), escape(style)),
        hint);
  }

  public Svg line(double x1, double y1, double x2, double y2, String style) {
    return element(
        "line",
        "x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\""
            .formatted(number(x1), number(y1), number(x2), number(y2), escape(style)),
        "");
  }

  /// A disc that tells `hint` when pointed at.
  public Svg circle(double x, double y, double radius, String style, String hint) {
    return element(
        "circle",
        "cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\""
            .formatted(number(x), number(y), number(radius), escape(style)),
        hint);
  }

  /// Straight lines from point to point.
  ///
  /// @param points x and y in turn
  public Svg polyline(double[] points, String style) {
    return element("polyline", points(points) + " class=\"%s\"".formatted(escape(style)), "");
  }

  /// The area within these corners.
  ///
  /// @param points x and y in turn
  public Svg polygon(double[] points, String style, String hint) {
    return element("polygon", points(points) + " class=\"%s\"".formatted(escape(style)), hint);
  }

  public Svg text(double x, double y, String text, Anchor anchor, String style) {
    markup.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>"
            .formatted(
                number(x),
                number(y),
                anchor.name().toLowerCase(Locale.ROOT),
                escape(style),
                escape(text)));
    return this;
  }

  /// The picture, for a template.
  public RawString markup() {
    return new RawString(markup + "</svg>");
  }

  private Svg element(String name, String attributes, String hint) {
    markup.append('<').append(name).append(' ').append(attributes);
    if (hint.isEmpty()) {
      markup.append("/>");
    } else {
      markup.append("><title>").append(escape(hint)).append("</title></").append(name).append('>');
    }
    return this;
  }

  private static String points(double[] points) {
    if (points.length % 2 != 0) {
      throw new IllegalArgumentException(
          "Points need x and y in turn, but there are %d numbers.".formatted(points.length));
    }
    var text = new StringBuilder("points=\"");
    for (int i = 0; i < points.length; i += 2) {
      text.append(i == 0 ? "" : " ").append(number(points[i])).append(',');
      text.append(number(points[i + 1]));
    }
    return text.append('"').toString();
  }

  /// Two decimals are finer than any screen, and keep files small.
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A picture has no place for %s.".formatted(value));
    }
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == (long) rounded ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
