package org.earshot.server.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The areas as a picture: paths for SVG in an equirectangular projection, true in shape at the
/// middle latitude.
///
/// @param width of the view box; its height follows from the territory
/// @param paths one for each area with a shape, in the areas' order
public record AreaMap(
    int width,
    int height,
    List<AreaPath> paths,
    double west,
    double north,
    double scale,
    double narrowing) {

  private static final int WIDTH = 560;
  private static final int MARGIN = 8;
  private static final int MAX_HEIGHT = 640;

  /// One area as a path.
  ///
  /// @param outline the `d` of an SVG path
  /// @param labelX where its name stands
  public record AreaPath(
      UUID area, String code, String name, String outline, int labelX, int labelY) {}

  /// A place on the picture, in units of the view box.
  public record Spot(double x, double y) {}

  public AreaMap {
    paths = List.copyOf(paths);
  }

  static Optional<AreaMap> of(List<Area> areas, Map<UUID, Shape> shapes) {
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (var shape : shapes.values()) {
      for (var ring : shape.rings()) {
        for (int i = 0; i < ring.length; i += 2) {
          west = Math.min(west, ring[i]);
          east = Math.max(east, ring[i]);
          south = Math.min(south, ring[i + 1]);
          north = Math.max(north, ring[i + 1]);
        }
      }
    }
    if (west >= east || south >= north) {
      return Optional.empty();
    }
    double narrowing = Math.cos(Math.toRadians((south + north) / 2));
    double inner = WIDTH - 2.0 * MARGIN;
    double scale =
        Math.min(
            inner / ((east - west) * narrowing), (MAX_HEIGHT - 2.0 * MARGIN) / (north - south));
    int width = (int) Math.ceil((east - west) * narrowing * scale) + 2 * MARGIN;
    int height = (int) Math.ceil((north - south) * scale) + 2 * MARGIN;
    var empty = new AreaMap(width, height, List.of(), west, north, scale, narrowing);
    var paths = new ArrayList<AreaPath>();
    for (var area : areas) {
      var shape = shapes.get(area.id());
      if (shape != null) {
        var label = empty.spot(shape.middle());
        paths.add(
            new AreaPath(
                area.id(),
                area.code(),
                area.name(),
                empty.outline(shape),
                (int) Math.round(label.x()),
                (int) Math.round(label.y())));
      }
    }
    return Optional.of(new AreaMap(width, height, paths, west, north, scale, narrowing));
  }

  /// The `viewBox` of the SVG.
  public String viewBox() {
    return "0 0 %d %d".formatted(width, height);
  }

  /// Where a point of the world is on the picture.
  public Spot spot(LonLat point) {
    return new Spot(
        MARGIN + (point.longitude() - west) * narrowing * scale,
        MARGIN + (north - point.latitude()) * scale);
  }

  /// The point of the world under a click at (x, y) on the picture drawn `imageWidth` by
  /// `imageHeight` large, as an image input reports it.
  public LonLat lonLatAt(double x, double y, double imageWidth, double imageHeight) {
    double viewX = x * width / imageWidth;
    double viewY = y * height / imageHeight;
    return new LonLat(
        west + (viewX - MARGIN) / (narrowing * scale), north - (viewY - MARGIN) / scale);
  }

  private String outline(Shape shape) {
    var out = new StringBuilder();
    for (var ring : shape.rings()) {
      char command = 'M';
      String before = "";
      for (int i = 0; i < ring.length; i += 2) {
        var spot = spot(new LonLat(ring[i], ring[i + 1]));
        var point = String.format(Locale.ROOT, "%.1f %.1f", spot.x(), spot.y());
        if (!point.equals(before)) {
          out.append(command).append(point);
          command = 'L';
          before = point;
        }
      }
      out.append('Z');
    }
    return out.toString();
  }
}
