package org.earshot.server.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Hides numbers that could point at a person, until the disclosure engine does it better.
///
/// A count of 1 to 9 people is hidden, and so is every count from which such a one could be had by
/// subtraction: within a row (the answered are the heard less the owed; the owed in time are the
/// owed less the overdue), and within a column (the rows add up to the total), where the next
/// smallest count is hidden too. Zero tells of nobody and stays. See docs/methods/debt.md.
final class SmallNumbers {

  /// The fewest people that a published count may stand for.
  static final int FEWEST = 10;

  private SmallNumbers() {}

  static PublicDebt hide(DebtReport report, LocalDate day) {
    return new PublicDebt(
        day,
        cells(report.all()),
        cells(report.lastMonth()),
        protect(report.answers()),
        protect(report.acknowledgements()),
        report.tables().stream()
            .map(table -> new PublicDebt.Table(table.by(), rows(table.rows())))
            .toList());
  }

  static boolean isSmall(long count) {
    return count > 0 && count < FEWEST;
  }

  private static SurvivalCurve protect(SurvivalCurve curve) {
    return curve.answered() < FEWEST ? new SurvivalCurve(List.of(), 0, 0) : curve;
  }

  /// Hides what the row itself gives away.
  private static PublicDebt.Cells cells(DebtReport.Counts counts) {
    long inTime = counts.owed() - counts.overdue();
    boolean hideHeard = isSmall(counts.heard());
    boolean hideOwed = hideHeard || isSmall(counts.owed()) || isSmall(counts.answered());
    boolean hideOverdue = hideHeard || isSmall(counts.overdue()) || isSmall(inTime);
    return new PublicDebt.Cells(
        hideHeard ? null : (Long) counts.heard(),
        hideOwed ? null : (Long) counts.owed(),
        hideOverdue ? null : (Long) counts.overdue());
  }

  private static List<PublicDebt.Row> rows(List<DebtReport.Row> rows) {
    var cells = new ArrayList<>(rows.stream().map(row -> cells(row.counts())).toList());
    hideNextSmallest(
        rows,
        cells,
        DebtReport.Counts::heard,
        PublicDebt.Cells::heard,
        old -> new PublicDebt.Cells(null, null, null));
    hideNextSmallest(
        rows,
        cells,
        DebtReport.Counts::owed,
        PublicDebt.Cells::owed,
        old -> new PublicDebt.Cells(old.heard(), null, old.overdue()));
    hideNextSmallest(
        rows,
        cells,
        DebtReport.Counts::overdue,
        PublicDebt.Cells::overdue,
        old -> new PublicDebt.Cells(old.heard(), old.owed(), null));
    var out = new ArrayList<PublicDebt.Row>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var shown = cells.get(i);
      boolean enoughAnswered = row.counts().answered() >= FEWEST && shown.owed() != null;
      boolean enoughWaiting = row.counts().owed() >= FEWEST && shown.owed() != null;
      out.add(
          new PublicDebt.Row(
              row.id(),
              shown,
              enoughAnswered ? row.medianDays() : null,
              enoughWaiting ? row.longestDays() : null));
    }
    return out;
  }

  /// When a column hides anything, hides its smallest count that is still shown and is not zero.
  private static void hideNextSmallest(
      List<DebtReport.Row> rows,
      List<PublicDebt.Cells> cells,
      Function<DebtReport.Counts, Long> count,
      Function<PublicDebt.Cells, @Nullable Long> shown,
      Function<PublicDebt.Cells, PublicDebt.Cells> hidden) {
    if (cells.stream().noneMatch(cell -> shown.apply(cell) == null)) {
      return;
    }
    java.util.stream.IntStream.range(0, rows.size())
        .boxed()
        .filter(i -> shown.apply(cells.get(i)) != null && count.apply(rows.get(i).counts()) > 0)
        .min(Comparator.comparingLong(i -> count.apply(rows.get(i).counts())))
        .ifPresent(i -> cells.set(i, hidden.apply(cells.get(i))));
  }
}
