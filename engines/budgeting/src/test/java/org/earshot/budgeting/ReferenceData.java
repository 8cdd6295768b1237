package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.earshot.testing.SharedData;

/// Where the 288 real elections and what other programs make of them lie, when they are there.
final class ReferenceData {

  private static final int TAR_BLOCK = 512;

  private ReferenceData() {}

  /// The folder; the test that asks is skipped if there is none.
  static Path folder() {
    return SharedData.get("budgeting");
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

  /// The committee instances in their archive: each file's text by its name.
  static Map<String, String> abcvotingInstances() throws IOException {
    var files = new TreeMap<String, String>();
    try (var archive = unzip(folder().resolve("abcvoting_instances.tar.gz"))) {
      while (true) {
        byte[] header = archive.readNBytes(TAR_BLOCK);
        var name = new String(header, 0, Math.min(100, header.length), US_ASCII).replace("\0", "");
        if (name.isBlank()) {
          return files;
        }
        int size = Integer.parseInt(new String(header, 124, 11, US_ASCII).strip(), 8);
        var text = new String(archive.readNBytes(size), US_ASCII);
        archive.skipNBytes(Math.floorMod(-size, TAR_BLOCK));
        if (name.endsWith(".yaml")) {
          files.put(name, text);
        }
      }
    }
  }

  private static InputStream unzip(Path file) throws IOException {
    return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
  }
}
