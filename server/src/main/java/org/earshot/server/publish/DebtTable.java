package org.earshot.server.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of what is owed as a page shows it.
///
/// @param by "service", "area" or "segment"
/// @param title the name of a dimension, when it is by segment
/// @param hides whether any number in it is hidden
public record DebtTable(String by, String title, boolean hides, List<Line> lines) {

  public DebtTable {
    lines = List.copyOf(lines);
  }

  /// One line. A figure is null where it is hidden; days are null where there is nothing to tell.
  ///
  /// @param query what selects its voices in the staff's list; null when nothing does
  public record Line(
      String name,
      @Nullable String query,
      @Nullable String heard,
      @Nullable String owed,
      @Nullable String overdue,
      @Nullable Integer medianDays,
      @Nullable Integer longestDays) {}
}
