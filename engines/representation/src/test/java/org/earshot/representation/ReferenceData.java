package org.earshot.representation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earshot.testing.SharedData;

/// Where the reference data lies; tests that need it are skipped where it does not.
public final class ReferenceData {

  private ReferenceData() {}

  /// A file or folder below `representation`.
  public static Path path(String name) {
    return SharedData.get("representation/" + name);
  }

  /// The rows of a comma-separated file without quotes, by column.
  public static List<Map<String, String>> rows(Path file) {
    try {
      var lines = Files.readAllLines(file);
      String[] columns = lines.getFirst().split(",", -1);
      var rows = new ArrayList<Map<String, String>>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        var row = new LinkedHashMap<String, String>();
        for (int c = 0; c < columns.length; c++) {
          row.put(columns[c], cells[c]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
