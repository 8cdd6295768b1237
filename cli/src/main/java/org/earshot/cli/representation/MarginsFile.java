package org.earshot.cli.representation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earshot.cli.WrongInputException;
import org.earshot.representation.weighting.Margin;

/// Who lives here: a table dimension, segment, population (or margin, level, target).
final class MarginsFile {

  private static final List<List<String>> NAMES =
      List.of(List.of("dimension", "segment", "population"), List.of("margin", "level", "target"));

  private MarginsFile() {}

  /// The margins in the file's order.
  static List<Margin> read(String file) {
    var table = Table.read(file, MarginsFile::names);
    var names = table.has("dimension") ? NAMES.getFirst() : NAMES.getLast();
    var faults = new Faults();
    Map<String, Map<String, Double>> margins = new LinkedHashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      var dimension = table.cell(row, names.get(0));
      var segment = table.cell(row, names.get(1));
      var cell = table.cell(row, names.get(2));
      double people = Table.number(cell);
      if (dimension.isEmpty() || segment.isEmpty()) {
        var empty = names.get(dimension.isEmpty() ? 0 : 1);
        faults.add(table.complaint(row, empty, "", "give it a name"));
      } else if (!(people >= 0)) {
        faults.add(
            table.complaint(row, names.get(2), cell, "a count of people is needed, zero or more"));
      } else if (margins
              .computeIfAbsent(dimension, _ -> new LinkedHashMap<>())
              .putIfAbsent(segment, people)
          != null) {
        faults.add(
            table.complaint(row, names.get(1), segment, "it is there already; join the two rows"));
      }
    }
    faults.raise();
    if (margins.isEmpty()) {
      throw new WrongInputException(
          "%s has no rows.%nGive one row for each segment.".formatted(table.name()));
    }
    var all = new ArrayList<Margin>();
    margins.forEach(
        (dimension, levels) ->
            all.add(
                new Margin(dimension, List.copyOf(levels.keySet()), List.copyOf(levels.values()))));
    return all;
  }

  private static List<String> names(List<String> header) {
    return NAMES.stream().filter(header::containsAll).findFirst().orElse(NAMES.getFirst());
  }
}
