package org.earshot.cli.budgeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Project;
import org.earshot.budgeting.ProportionalityAudit;
import org.earshot.budgeting.Segments;
import org.earshot.cli.report.Numbers;

/// Who has what of an outcome, in words and pictures.
final class FairnessReport {

  private static final int MOST_NUMBERS = 8;
  private static final int MOST_SEGMENTS = 24;

  private final Election election;
  private final List<Project> funded;
  private final Reasons reasons;

  FairnessReport(Election election, List<Project> funded, Reasons reasons) {
    this.election = election;
    this.funded = funded;
    this.reasons = reasons;
  }

  static BudgetPage.Reach reach(Segments.Reach reach) {
    var rows = new ArrayList<BudgetPage.ReachRow>();
    long more = 0;
    for (int number = 0; number < reach.byNumber().size(); number++) {
      long voters = reach.byNumber().get(number);
      if (number < MOST_NUMBERS) {
        rows.add(row(number + (number == 1 ? " project" : " projects"), voters, reach.voters()));
      } else {
        more += voters;
      }
    }
    if (more > 0) {
      rows.add(row(MOST_NUMBERS + " or more", more, reach.voters()));
    }
    while (rows.size() > 1 && rows.getLast().voters() == 0) {
      rows.removeLast();
    }
    var sentence =
        "%s voters (%s) voted for no project that is funded."
            .formatted(
                Numbers.whole(reach.withNothing()),
                Numbers.percent((double) reach.withNothing() / Math.max(1, reach.voters())));
    return new BudgetPage.Reach(sentence, Pictures.reach(rows), rows);
  }

  private static BudgetPage.ReachRow row(String number, long voters, long all) {
    return new BudgetPage.ReachRow(number, voters, (double) voters / Math.max(1, all));
  }

  List<BudgetPage.SegmentTable> segments() {
    var tables = new LinkedHashMap<String, List<BudgetPage.SegmentRow>>();
    for (var one : Segments.of(election, funded)) {
      tables
          .computeIfAbsent(one.column(), _ -> new ArrayList<>())
          .add(
              new BudgetPage.SegmentRow(
                  one.value(),
                  one.voters(),
                  one.voterShare(),
                  one.choiceShare(),
                  one.moneyShare(),
                  (double) one.withNothing() / one.voters()));
    }
    return tables.entrySet().stream()
        .map(
            table ->
                new BudgetPage.SegmentTable(
                    table.getKey(), Pictures.segments(largest(table.getValue())), table.getValue()))
        .toList();
  }

  /// What a picture can hold; the table beside it has all.
  private static List<BudgetPage.SegmentRow> largest(List<BudgetPage.SegmentRow> rows) {
    var enough =
        rows.stream()
            .sorted(Comparator.comparingLong((BudgetPage.SegmentRow row) -> -row.voters()))
            .limit(MOST_SEGMENTS)
            .collect(Collectors.toSet());
    return rows.stream().filter(enough::contains).toList();
  }

  BudgetPage.Audit audit() {
    var violations = ProportionalityAudit.of(election, funded, ProportionalityAudit.Measure.COST);
    var sentence =
        violations.isEmpty()
            ? "No group of voters who agree on a project got less than their part of the budget would"
                + " have bought."
            : "For %s there is a group of voters who agree on it and got less than their part of the budget would have bought."
                .formatted(
                    violations.size() == 1
                        ? "one project"
                        : Numbers.whole(violations.size()) + " projects");
    return new BudgetPage.Audit(
        violations.isEmpty(),
        sentence,
        violations.stream()
            .map(
                one ->
                    new BudgetPage.AuditRow(
                        one.project().name(),
                        one.size(),
                        reasons.money(one.entitled()),
                        reasons.money(one.received())))
            .toList());
  }
}
