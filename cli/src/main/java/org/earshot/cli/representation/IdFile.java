package org.earshot.cli.representation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.earshot.representation.sortition.Person;
import org.earshot.representation.sortition.Pool;
import org.jspecify.annotations.Nullable;

/// Some people of a pool by their ids: one a line, or the column "id" of a table.
final class IdFile {

  private static final String ID = "id";

  private IdFile() {}

  /// The ids; nobody if there is no file.
  static Set<String> read(@Nullable String file, Pool pool) {
    var ids = new LinkedHashSet<String>();
    if (file == null) {
      return ids;
    }
    var known = pool.people().stream().map(Person::id).collect(Collectors.toSet());
    var table = Table.read(file, header -> List.of(header.contains(ID) ? ID : header.getFirst()));
    var faults = new Faults();
    boolean named = table.header().contains(ID);
    var column = named ? ID : table.header().getFirst();
    if (!named) { // the first line is an id like the others
      ids.add(column);
      if (!known.contains(column)) {
        faults.add(
            "%s, line 1: '%s'; nobody in the pool has this id."
                .formatted(file, Table.shown(column)));
      }
    }
    for (int row = 0; row < table.rows(); row++) {
      var id = table.cell(row, column);
      if (!known.contains(id)) {
        faults.add(table.complaint(row, column, id, "nobody in the pool has this id"));
      }
      ids.add(id);
    }
    faults.raise();
    return ids;
  }
}
