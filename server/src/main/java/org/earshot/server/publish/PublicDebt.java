package org.earshot.server.publish;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is owed as everybody may see it: frozen for a day, small numbers hidden. A hidden number is
/// null here; its true value is stored nowhere in it.
public record PublicDebt(
    LocalDate day,
    Cells all,
    Cells lastMonth,
    SurvivalCurve answers,
    SurvivalCurve acknowledgements,
    List<Table> tables) {

  public PublicDebt {
    tables = List.copyOf(tables);
  }

  /// Counts of people; null where hidden to protect them.
  public record Cells(@Nullable Long heard, @Nullable Long owed, @Nullable Long overdue) {

    /// How many were answered, when both other numbers are shown.
    public @Nullable Long answered() {
      return heard == null || owed == null ? null : (Long) (heard - owed);
    }

    public boolean hidesAny() {
      return heard == null || owed == null || overdue == null;
    }
  }

  /// One way to divide the people: "service", "area", or a dimension's code.
  public record Table(String by, List<Row> rows) {

    public Table {
      rows = List.copyOf(rows);
    }
  }

  /// One service, area or segment; `id` is null for people who did not say.
  public record Row(
      @Nullable String id,
      Cells cells,
      @Nullable Integer medianDays,
      @Nullable Integer longestDays) {}
}
