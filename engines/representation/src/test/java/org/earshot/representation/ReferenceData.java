package org.earshot.representation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Where the reference data lies; tests that need it are skipped where it does not.
public final class ReferenceData {

  private ReferenceData() {}

  /// A file or folder below `representation`.
  public static Path path(String name) {
    var found =
        Stream.concat(
                Optional.ofNullable(System.getenv("EARSHOT_SHARED")).map(Path::of).stream(),
                Stream.of(Path.of(System.getProperty("earshot.root", ".")).resolve("../shared")))
            .map(shared -> shared.resolve("data/representation").resolve(name))
            .filter(Files::exists)
            .findFirst();
    Assumptions.assumeTrue(
        found.isPresent(), "The reference data representation/" + name + " is not here.");
    return found.orElseThrow();
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
