package org.earshot.server.places;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Margins from tables, good and hostile.
class MarginsCsvTest {

  private static final List<Area> AREAS = List.of(new Area(new UUID(0, 1), "n", "North", null));

  @Test
  void readsCommasSemicolonsAndAByteOrderMark() {
    var expected = new FileRead.Good<>(List.of(new MarginRow("Age", "16 to 29", "North", 120)));
    assertEquals(expected, read("dimension,segment,area,population\nAge,16 to 29,North,120\n"));
    assertEquals(
        expected, read("\uFEFFPopulation;Dimension;Segment;Area\r\n120;Age;\"16 to 29\";North"));
  }

  @Test
  void namesTheLine() {
    assertEquals("places.fault.column", fault("dimension,segment\nAge,x"));
    assertEquals("places.fault.empty", fault("dimension,segment,population\n"));
    assertEquals("places.fault.empty", fault(""));
    assertEquals("places.fault.line.area", fault("dimension,segment,area,population\na,b,South,1"));
    assertEquals("places.fault.line.population", fault("dimension,segment,population\na,b,-1"));
    assertEquals("places.fault.line.population", fault("dimension,segment,population\na,b"));
    assertEquals("places.fault.line.text", fault("dimension,segment,population\n,b,1"));
    assertEquals("places.fault.line.twice", fault("dimension,segment,population\na,b,1\nA,b,2"));
    assertEquals("places.fault.utf8", fault("dimension,ségment".getBytes(ISO_8859_1)));
  }

  private static String fault(String text) {
    return fault(text.getBytes(UTF_8));
  }

  private static String fault(byte[] file) {
    return switch (MarginsCsv.read(file, AREAS)) {
      case FileRead.Good<MarginRow>(var rows) -> "good: " + rows;
      case FileRead.Faulty<MarginRow>(var faults) -> faults.getFirst().key();
    };
  }

  private static FileRead<MarginRow> read(String text) {
    return MarginsCsv.read(text.getBytes(UTF_8), AREAS);
  }
}
