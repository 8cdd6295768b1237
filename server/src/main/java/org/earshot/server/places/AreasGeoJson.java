package org.earshot.server.places;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Reads areas from a GeoJSON FeatureCollection (RFC 7946): one Polygon or MultiPolygon each, with
/// a `code` (or `id`) and a `name`.
public final class AreasGeoJson {

  private static final int MAX_BYTES = 10_000_000;
  private static final int MAX_AREAS = 2_000;
  private static final int MAX_FAULTS = 20;
  private static final int MAX_TEXT = 100;

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build())
              .build());

  private AreasGeoJson() {}

  public static FileRead<NewArea> read(byte[] file) {
    if (file.length > MAX_BYTES) {
      return faulty(Fault.of("large", MAX_BYTES / 1_000_000));
    }
    JsonNode root;
    try {
      root = JSON.readTree(file);
    } catch (JsonProcessingException broken) {
      var where = broken.getLocation();
      return faulty(Fault.of("json", where == null ? 1 : where.getLineNr()));
    } catch (IOException unreadable) {
      return faulty(Fault.of("json", 1));
    }
    if (!root.path("type").asText().equals("FeatureCollection")
        || !root.path("features").isArray()) {
      return faulty(Fault.of("collection"));
    }
    var features = root.path("features");
    if (features.isEmpty() || features.size() > MAX_AREAS) {
      return faulty(Fault.of("features", features.size(), MAX_AREAS));
    }
    return readAll(features);
  }

  private static FileRead<NewArea> readAll(JsonNode features) {
    var areas = new ArrayList<NewArea>();
    var faults = new ArrayList<Fault>();
    var codes = new HashSet<String>();
    for (int i = 0; i < features.size() && faults.size() < MAX_FAULTS; i++) {
      int number = i + 1;
      var feature = features.get(i);
      var code = code(feature);
      var name = text(feature.path("properties"), "name", "NAME", "Name");
      if (code.isEmpty() || code.length() > MAX_TEXT) {
        faults.add(Fault.of("feature.code", number));
      } else if (!codes.add(code.toLowerCase(Locale.ROOT))) {
        faults.add(Fault.of("feature.twice", number, code));
      }
      if (name.isEmpty() || name.length() > MAX_TEXT) {
        faults.add(Fault.of("feature.name", number));
      }
      try {
        var geometry = feature.path("geometry");
        Shape.of(geometry);
        areas.add(new NewArea(code, name, JSON.writeValueAsString(geometry)));
      } catch (IllegalArgumentException wrong) {
        faults.add(Fault.of("feature." + wrong.getMessage(), number, name.isEmpty() ? code : name));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A tree that was just read", e);
      }
    }
    return faults.isEmpty() ? new FileRead.Good<>(areas) : new FileRead.Faulty<>(faults);
  }

  private static String code(JsonNode feature) {
    var code = text(feature.path("properties"), "code", "CODE", "Code", "id", "ID");
    return code.isEmpty() ? text(feature, "id") : code;
  }

  private static String text(JsonNode node, String... names) {
    for (var name : names) {
      var value = node.path(name);
      if (value.isTextual() || value.isNumber()) {
        var text = value.asText().replaceAll("\\p{Cntrl}", " ").strip();
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  private static FileRead<NewArea> faulty(Fault fault) {
    return new FileRead.Faulty<>(List.of(fault));
  }
}
