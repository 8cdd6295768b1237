package org.earshot.server.places;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads margins from a table `dimension,segment[,area],population` with a heading line, separated
/// by commas or semicolons, in UTF-8.
public final class MarginsCsv {

  private static final int MAX_BYTES = 10_000_000;
  private static final int MAX_FAULTS = 20;
  private static final int MAX_TEXT = 100;
  private static final List<String> NEEDED = List.of("dimension", "segment", "population");

  private final List<Area> areas;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<MarginRow> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();

  private MarginsCsv(List<Area> areas) {
    this.areas = areas;
  }

  /// Reads the lines of a file; a fault names its line.
  ///
  /// @param areas the areas that a line may name, by code or name
  public static FileRead<MarginRow> read(byte[] file, List<Area> areas) {
    if (file.length > MAX_BYTES) {
      return new FileRead.Faulty<>(List.of(Fault.of("large", MAX_BYTES / 1_000_000)));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new FileRead.Faulty<>(List.of(Fault.of("utf8")));
    }
    return new MarginsCsv(areas).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private FileRead<MarginRow> read(String text) {
    var heading = text.lines().findFirst().orElse("");
    char separator = heading.indexOf(';') >= 0 && heading.indexOf(',') < 0 ? ';' : ',';
    try (var reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .ofCsvRecord(text)) {
      for (var line : reader) {
        if (columns.isEmpty()) {
          readHeading(line);
        } else {
          readLine(line);
        }
        if (faults.size() >= MAX_FAULTS || columns.isEmpty()) {
          break;
        }
      }
    } catch (CsvParseException broken) {
      faults.add(Fault.of("csv"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (faults.isEmpty() && rows.isEmpty()) {
      faults.add(Fault.of("empty"));
    }
    return faults.isEmpty() ? new FileRead.Good<>(rows) : new FileRead.Faulty<>(faults);
  }

  private void readHeading(CsvRecord line) {
    var found = new HashMap<String, Integer>();
    for (int i = 0; i < line.getFieldCount(); i++) {
      found.putIfAbsent(line.getField(i).strip().toLowerCase(Locale.ROOT), i);
    }
    for (var name : NEEDED) {
      if (!found.containsKey(name)) {
        faults.add(Fault.of("column", name));
      }
    }
    if (faults.isEmpty()) {
      columns.putAll(found);
    }
  }

  private void readLine(CsvRecord line) {
    long number = line.getStartingLineNumber();
    var dimension = field(line, "dimension");
    var segment = field(line, "segment");
    var area = field(line, "area");
    int before = faults.size();
    if (dimension.isEmpty() || dimension.length() > MAX_TEXT) {
      faults.add(Fault.of("line.text", number, "dimension"));
    }
    if (segment.isEmpty() || segment.length() > MAX_TEXT) {
      faults.add(Fault.of("line.text", number, "segment"));
    }
    if (!area.isEmpty() && areas.stream().noneMatch(known -> Places.isCalled(known, area))) {
      faults.add(Fault.of("line.area", number, area));
    }
    var population = field(line, "population");
    if (!population.matches("\\d{1,12}")) {
      faults.add(Fault.of("line.population", number, population));
    }
    if (faults.size() > before) {
      return;
    }
    var key =
        List.of(
            dimension.toLowerCase(Locale.ROOT),
            segment.toLowerCase(Locale.ROOT),
            area.toLowerCase(Locale.ROOT));
    if (!seen.add(key)) {
      faults.add(Fault.of("line.twice", number));
      return;
    }
    rows.add(
        new MarginRow(
            dimension, segment, area.isEmpty() ? null : area, Long.parseLong(population)));
  }

  private String field(CsvRecord line, String column) {
    var index = columns.get(column);
    return index == null || index >= line.getFieldCount() ? "" : line.getField(index).strip();
  }
}
