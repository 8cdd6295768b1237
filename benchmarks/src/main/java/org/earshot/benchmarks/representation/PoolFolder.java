package org.earshot.benchmarks.representation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.earshot.representation.sortition.Person;
import org.earshot.representation.sortition.Pool;
import org.earshot.representation.sortition.Quota;

/// A reference pool: two tables without quotes, and the panel's size beside them.
final class PoolFolder {

  private static final Pattern SIZE = Pattern.compile("\"k\": (\\d+)");

  private PoolFolder() {}

  static Pool read(Path folder) throws IOException {
    var quotas = new ArrayList<Quota>();
    for (var row : rows(folder.resolve("categories.csv"))) {
      quotas.add(
          Quota.of(
              row.getOrDefault("category", ""),
              row.getOrDefault("feature", ""),
              Integer.parseInt(row.getOrDefault("min", "")),
              Integer.parseInt(row.getOrDefault("max", ""))));
    }
    var categories = quotas.stream().map(Quota::category).distinct().toList();
    var people = new ArrayList<Person>();
    for (var row : rows(folder.resolve("respondents.csv"))) {
      people.add(
          new Person(
              row.getOrDefault("id", "p%05d".formatted(people.size())),
              categories.stream().map(category -> row.getOrDefault(category, "")).toList(),
              households(folder) ? row.get("address1") + ", " + row.get("postcode") : null));
    }
    return new Pool(size(folder), quotas, people);
  }

  static int size(Path folder) throws IOException {
    var found = SIZE.matcher(Files.readString(folder.resolve("expected_metrics.json")));
    if (!found.find()) {
      throw new IOException(folder + " does not say how large its panel is.");
    }
    return Integer.parseInt(found.group(1));
  }

  static boolean households(Path folder) throws IOException {
    return Files.readString(folder.resolve("expected_metrics.json"))
        .contains("\"check_same_address\": true");
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
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
  }
}
