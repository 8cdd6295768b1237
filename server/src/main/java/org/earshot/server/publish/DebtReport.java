package org.earshot.server.publish;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is owed, counted at one moment, with nothing hidden: for staff, and the source of what is
/// published.
///
/// @param lastMonth of the people heard in the last thirty days
/// @param answers time to the first answer
/// @param acknowledgements time until somebody first read it
public record DebtReport(
    Instant asOf,
    Counts all,
    Counts lastMonth,
    SurvivalCurve answers,
    SurvivalCurve acknowledgements,
    List<Table> tables) {

  public DebtReport {
    tables = List.copyOf(tables);
  }

  /// People, by what became of their voice.
  ///
  /// @param heard all of them
  /// @param owed still waiting for an answer
  /// @param overdue of these, longer than was promised
  public record Counts(long heard, long owed, long overdue) {

    public long answered() {
      return heard - owed;
    }
  }

  /// One way to divide the people.
  ///
  /// @param by "service", "area", or the code of a dimension
  public record Table(String by, List<Row> rows) {

    public Table {
      rows = List.copyOf(rows);
    }
  }

  /// One service, area or segment.
  ///
  /// @param id of the service, area or segment; null for people who did not say
  /// @param medianDays until half are answered; null when more than half still wait
  /// @param longestDays how long the one who waits longest has waited; null when nobody waits
  public record Row(
      @Nullable String id,
      Counts counts,
      @Nullable Integer medianDays,
      @Nullable Integer longestDays) {}
}
