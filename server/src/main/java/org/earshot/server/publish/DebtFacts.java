package org.earshot.server.publish;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.earshot.server.listen.HomeFact;
import org.earshot.server.platform.i18n.Reader;

/// The quiet lines on the start page: what was heard, what was answered, who still waits.
@Singleton
final class DebtFacts implements HomeFact {

  private final Debts debts;

  DebtFacts(Debts debts) {
    this.debts = debts;
  }

  @Override
  public List<Line> lines(Reader reader) {
    return debts.lastPublic().map(debt -> lines(debt, reader)).orElse(List.of());
  }

  private static List<Line> lines(PublicDebt debt, Reader reader) {
    var lines = new ArrayList<Line>();
    var month = debt.lastMonth();
    var median = debt.answers().findMedianDays();
    if (month.heard() != null && month.answered() != null && median.isPresent()) {
      lines.add(
          new Line(
              reader.text("publish.fact.month", month.heard(), month.answered(), median.getAsInt()),
              "/debt"));
    }
    if (debt.all().overdue() != null) {
      lines.add(new Line(reader.text("publish.fact.overdue", debt.all().overdue()), "/debt"));
    }
    lines.add(new Line(reader.text("publish.fact.needs"), "/needs"));
    return lines;
  }
}
