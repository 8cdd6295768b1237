package org.earshot.budgeting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/// Where the 288 real elections and what other programs make of them lie, when they are there.
final class ReferenceData {

  private ReferenceData() {}

  /// The folder; the test that asks is skipped if there is none.
  static Path folder() {
    var shared = System.getenv("EARSHOT_SHARED");
    var root = Path.of(System.getProperty("earshot.root", "../.."));
    var path =
        (shared == null ? root.resolve("../shared") : Path.of(shared)).resolve("data/budgeting");
    Assumptions.assumeTrue(
        Files.isDirectory(path), "There is no reference data in " + path.toAbsolutePath());
    return path;
  }

  /// What is expected, an election each.
  static List<JsonNode> expected() throws IOException {
    var json = new ObjectMapper();
    var all = new ArrayList<JsonNode>();
    try (var lines = unzip(folder().resolve("expected.jsonl.gz"));
        var values = json.readerFor(JsonNode.class).<JsonNode>readValues(lines)) {
      values.forEachRemaining(all::add);
    }
    return all;
  }

  static Election election(String file) throws IOException, PbFormatException {
    try (var stream = unzip(folder().resolve("pb").resolve(file + ".gz"))) {
      return PbReader.read(stream);
    }
  }

  private static InputStream unzip(Path file) throws IOException {
    return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
  }
}
