package org.earshot.cli.voices;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The rows of an input, one after the other.
sealed interface Rows permits CsvRows, JsonRows {

  /// The columns that can be chosen from, in the file's order.
  List<String> columns();

  /// The next row, or empty at the end.
  Optional<Row> next() throws IOException;
}
