package org.earshot.server.places;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/// The outline of an area: rings of longitudes and latitudes. Holes are rings too; a point is
/// inside when it is inside an odd number of rings.
final class Shape {

  private static final JsonMapper JSON = new JsonMapper();

  /// One closed line: longitude, latitude, longitude, latitude, ...
  private final List<double[]> rings;

  private Shape(List<double[]> rings) {
    this.rings = rings;
  }

  static Shape ofGeoJson(String geometry) {
    try {
      return of(JSON.readTree(geometry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored shape", e);
    }
  }

  /// Reads a Polygon or MultiPolygon; an [IllegalArgumentException] says by a message key's end
  /// what else it is.
  static Shape of(JsonNode geometry) {
    var coordinates = geometry.path("coordinates");
    var rings = new ArrayList<double[]>();
    switch (geometry.path("type").asText()) {
      case "Polygon" -> addRings(coordinates, rings);
      case "MultiPolygon" -> {
        require(coordinates.isArray(), "coordinates");
        coordinates.forEach(polygon -> addRings(polygon, rings));
      }
      default -> throw new IllegalArgumentException("geometry");
    }
    require(!rings.isEmpty(), "coordinates");
    return new Shape(rings);
  }

  private static void addRings(JsonNode polygon, List<double[]> rings) {
    require(polygon.isArray() && !polygon.isEmpty(), "coordinates");
    for (var ring : polygon) {
      require(ring.isArray() && ring.size() >= 4, "ring");
      var points = new double[ring.size() * 2];
      for (int i = 0; i < ring.size(); i++) {
        var point = ring.get(i);
        require(
            point.isArray()
                && point.size() >= 2
                && point.get(0).isNumber()
                && point.get(1).isNumber(),
            "coordinates");
        double longitude = point.get(0).asDouble();
        double latitude = point.get(1).asDouble();
        require(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90, "range");
        points[2 * i] = longitude;
        points[2 * i + 1] = latitude;
      }
      rings.add(points);
    }
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  boolean contains(double longitude, double latitude) {
    boolean inside = false;
    for (var ring : rings) {
      int last = ring.length - 2;
      for (int i = 0; i < ring.length; last = i, i += 2) {
        boolean crosses = ring[i + 1] > latitude != ring[last + 1] > latitude;
        if (crosses
            && longitude
                < (ring[last] - ring[i]) * (latitude - ring[i + 1]) / (ring[last + 1] - ring[i + 1])
                    + ring[i]) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  List<double[]> rings() {
    return rings;
  }

  /// The middle of its largest ring; where the name stands on a map.
  LonLat middle() {
    double best = -1;
    var middle = new LonLat(rings.getFirst()[0], rings.getFirst()[1]);
    for (var ring : rings) {
      double twiceArea = 0;
      double x = 0;
      double y = 0;
      for (int i = 0; i + 3 < ring.length; i += 2) {
        // Relative to the first point, so that small shapes far from zero keep their digits.
        double x1 = ring[i] - ring[0];
        double y1 = ring[i + 1] - ring[1];
        double x2 = ring[i + 2] - ring[0];
        double y2 = ring[i + 3] - ring[1];
        double cross = x1 * y2 - x2 * y1;
        twiceArea += cross;
        x += (x1 + x2) * cross;
        y += (y1 + y2) * cross;
      }
      if (Math.abs(twiceArea) > best && twiceArea != 0) {
        best = Math.abs(twiceArea);
        middle = new LonLat(ring[0] + x / (3 * twiceArea), ring[1] + y / (3 * twiceArea));
      }
    }
    return middle;
  }
}
