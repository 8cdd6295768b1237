package org.earshot.server.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Areas from files, good and hostile.
class AreasGeoJsonTest {

  private static final String SQUARE = "[[[0,0],[2,0],[2,2],[0,2],[0,0]]]";

  @Test
  void readsPolygonsWithCodesAndNames() {
    var read = AreasGeoJson.read(collection(feature("\"code\":7,\"name\":\"North\"", SQUARE)));
    var good = assertInstanceOf(FileRead.Good.class, read);
    var area = assertInstanceOf(NewArea.class, good.entries().getFirst());
    assertEquals("7", area.code());
    assertEquals("North", area.name());
  }

  @Test
  void saysWhereTheJsonBreaks() {
    assertFault("places.fault.json", "{\n\"type\": oops".getBytes(UTF_8));
    assertFault("places.fault.json", "[".repeat(100_000).getBytes(UTF_8));
    assertFault("places.fault.collection", "[]".getBytes(UTF_8));
    assertFault("places.fault.collection", new byte[0]);
    assertFault("places.fault.large", new byte[10_000_001]);
  }

  @Test
  void namesTheFeatureAndTheField() {
    assertFault("places.fault.feature.name", collection(feature("\"code\":\"a\"", SQUARE)));
    assertFault("places.fault.feature.code", collection(feature("\"name\":\"a\"", SQUARE)));
    var same = feature("\"code\":\"a\",\"name\":\"A\"", SQUARE);
    assertFault("places.fault.feature.twice", collection(same + "," + same));
    assertFault("places.fault.feature.ring", one("[[[0,0],[1,1],[0,0]]]"));
    assertFault("places.fault.feature.range", one("[[[0,0],[500,0],[2,2],[0,2],[0,0]]]"));
    assertFault("places.fault.feature.coordinates", one("[[[\"x\",0],[1,0],[2,2],[0,0]]]"));
    assertFault("places.fault.feature.ring", one("[{}]"));
    assertFault(
        "places.fault.feature.geometry",
        collection(
            "{\"properties\":{\"code\":\"a\",\"name\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,0]}}"));
  }

  private static void assertFault(String key, byte[] file) {
    var faulty = assertInstanceOf(FileRead.Faulty.class, AreasGeoJson.read(file));
    List<?> faults = faulty.faults();
    assertEquals(key, assertInstanceOf(Fault.class, faults.getFirst()).key());
  }

  private static byte[] one(String coordinates) {
    return collection(feature("\"code\":\"a\",\"name\":\"A\"", coordinates));
  }

  private static String feature(String properties, String coordinates) {
    return "{\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":%s}}"
        .formatted(properties, coordinates);
  }

  private static byte[] collection(String features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(features).getBytes(UTF_8);
  }
}
