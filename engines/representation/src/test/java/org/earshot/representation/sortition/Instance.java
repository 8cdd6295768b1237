package org.earshot.representation.sortition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earshot.representation.ReferenceData;

/// A reference instance: a pool, and what is known about its fairest lottery.
record Instance(String name, Pool pool, JsonNode expected, Path folder) {

  static Instance read(String name) {
    return read(ReferenceData.path("sortition/" + name));
  }

  static List<Instance> allIn(String name) {
    try (Stream<Path> folders = Files.list(ReferenceData.path("sortition/" + name))) {
      return folders.sorted().map(Instance::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instance read(Path folder) {
    Path expectedFile =
        Stream.of("expected.json", "expected_metrics.json")
            .map(folder::resolve)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    try {
      var expected = new ObjectMapper().readTree(expectedFile.toFile());
      var quotas = new ArrayList<Quota>();
      for (var row : ReferenceData.rows(folder.resolve("categories.csv"))) {
        quotas.add(
            new Quota(
                row.getOrDefault("category", ""),
                row.getOrDefault("feature", ""),
                number(row, "min", 0),
                number(row, "max", 0),
                number(row, "min_flex", 0),
                number(row, "max_flex", Integer.MAX_VALUE)));
      }
      var categories = quotas.stream().map(Quota::category).distinct().toList();
      boolean households = expected.get("check_same_address").asBoolean();
      var people = new ArrayList<Person>();
      for (var row : ReferenceData.rows(folder.resolve("respondents.csv"))) {
        var id = row.getOrDefault("id", "p%05d".formatted(people.size()));
        var address = row.get("address1") + ", " + row.get("postcode");
        people.add(
            new Person(
                id,
                categories.stream().map(c -> row.getOrDefault(c, "")).toList(),
                households ? address : null));
      }
      return new Instance(
          folder.getFileName().toString(),
          new Pool(expected.get("k").asInt(), quotas, people),
          expected,
          folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Map<String, String> row, String column, int otherwise) {
    return row.containsKey(column) ? Integer.parseInt(row.get(column)) : otherwise;
  }

  /// The published chances in the order of the pool.
  List<Double> expectedChances() {
    if (expected.has("leximin")) {
      return pool.people().stream()
          .map(person -> expected.get("leximin").get(person.id()).asDouble())
          .toList();
    }
    return ReferenceData.rows(folder.resolve("expected_leximin.csv")).stream()
        .map(row -> Double.valueOf(row.get("probability")))
        .toList();
  }
}
