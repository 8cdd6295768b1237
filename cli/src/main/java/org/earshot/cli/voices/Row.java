package org.earshot.cli.voices;

import java.util.Map;

/// One row of the input: something one person said, or something that is no row.
sealed interface Row {

  /// The line on which the row begins, from 1.
  long line();

  /// The row as it stands in the file.
  String raw();

  /// A row that could be read.
  ///
  /// @param cells its values by column; a column without a value may be missing
  record Good(long line, String raw, Map<String, String> cells) implements Row {
    public Good {
      cells = Map.copyOf(cells);
    }
  }

  /// A row that could not.
  record Bad(long line, String raw, String reason) implements Row {}
}
