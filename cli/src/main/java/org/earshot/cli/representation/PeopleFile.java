package org.earshot.cli.representation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.earshot.cli.WrongInputException;
import org.earshot.representation.weighting.Margin;
import org.jspecify.annotations.Nullable;

/// The people who were heard: one row each, with a column for every dimension.
final class PeopleFile {

  private static final String ID = "id";
  private static final int UNKNOWN = -1;

  private final Table table;
  private final String idColumn;

  private PeopleFile(Table table, String idColumn) {
    this.table = table;
    this.idColumn = idColumn;
  }

  /// Reads these columns, and the ids.
  ///
  /// @param idColumn where the ids are; null for the column "id", if there is one
  static PeopleFile read(String file, @Nullable String idColumn, List<String> columns) {
    var id = idColumn == null ? ID : idColumn;
    UnaryOperator<List<String>> wanted =
        header -> {
          var all = new ArrayList<>(columns);
          if (!all.contains(id) && (idColumn != null || header.contains(ID))) {
            all.add(id);
          }
          return all;
        };
    var table = Table.read(file, wanted);
    if (table.rows() == 0) {
      throw new WrongInputException(
          "%s has no rows.%nGive one row for each person.".formatted(table.name()));
    }
    var people = new PeopleFile(table, table.has(id) ? id : "");
    people.requireIds();
    return people;
  }

  private void requireIds() {
    if (idColumn.isEmpty()) {
      return;
    }
    var faults = new Faults();
    var column = table.column(idColumn);
    var seen = new boolean[column.values().size()];
    int[] cells = column.cells();
    for (int row = 0; row < cells.length; row++) {
      var id = column.values().get(cells[row]);
      if (id.isEmpty()) {
        faults.add(table.complaint(row, idColumn, id, "give everybody an id"));
      } else if (seen[cells[row]]) {
        faults.add(
            table.complaint(row, idColumn, id, "somebody above has this id; ids are unique"));
      }
      seen[cells[row]] = true;
    }
    faults.raise();
  }

  Table table() {
    return table;
  }

  int size() {
    return table.rows();
  }

  /// The id of a person; p00000, p00001, ... where the file has none.
  String id(int row) {
    return idColumn.isEmpty() ? "p%05d".formatted(row) : table.cell(row, idColumn);
  }

  /// Per margin and person the index of the level, or -1 where the cell is empty.
  int[][] levels(List<Margin> margins) {
    var levels = new int[margins.size()][];
    var faults = new Faults();
    for (int j = 0; j < levels.length; j++) {
      levels[j] = levels(margins.get(j), faults);
    }
    faults.raise();
    return levels;
  }

  private int[] levels(Margin margin, Faults faults) {
    var column = table.column(margin.dimension());
    Map<String, Integer> index = new HashMap<>();
    for (var level : margin.levels()) {
      index.put(level, index.size());
    }
    int[] known =
        column.values().stream()
            .mapToInt(cell -> cell.isEmpty() ? UNKNOWN : index.getOrDefault(cell, -2))
            .toArray();
    int[] cells = column.cells();
    var told = new boolean[known.length];
    for (int row = 0; row < cells.length; row++) {
      int cell = cells[row];
      if (known[cell] < UNKNOWN && !told[cell]) {
        told[cell] = true;
        faults.add(
            table.complaint(
                row,
                margin.dimension(),
                column.values().get(cell),
                "the margins have no such segment; add it there, or correct it here"));
      }
    }
    return Arrays.stream(cells).map(cell -> known[cell]).toArray();
  }

  /// Names everybody of whom a level is not known; weights need all of them.
  void requireKnown(int[][] levels, List<Margin> margins) {
    var faults = new Faults();
    for (int j = 0; j < levels.length; j++) {
      for (int row = 0; row < levels[j].length; row++) {
        if (levels[j][row] == UNKNOWN) {
          faults.add(
              table.complaint(
                  row,
                  margins.get(j).dimension(),
                  "",
                  "a weight needs every segment; fill it in, or leave the dimension or the"
                      + " person out"));
        }
      }
    }
    faults.raise();
  }

  /// Base weights from a column; all 1 without one.
  double[] base(@Nullable String column) {
    var base = new double[size()];
    Arrays.fill(base, 1);
    if (column == null) {
      return base;
    }
    var faults = new Faults();
    var found = table.column(column);
    double[] numbers = found.values().stream().mapToDouble(Table::number).toArray();
    int[] cells = found.cells();
    for (int row = 0; row < base.length; row++) {
      base[row] = numbers[cells[row]];
      if (!(base[row] > 0)) {
        faults.add(
            table.complaint(
                row, column, found.values().get(cells[row]), "a number above zero is needed"));
      }
    }
    faults.raise();
    return base;
  }
}
