package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The audit by its definition: every group of voters who chose a project is looked at. The oracle.
final class PlainAudit {

  private PlainAudit() {}

  /// Whether the outcome wrongs any group that wants this project.
  static boolean wrongsAGroup(
      Election election,
      List<Project> funded,
      Project project,
      ProportionalityAudit.Measure measure) {
    int p = election.projects().indexOf(project);
    var supporters =
        IntStream.range(0, election.ballots().count())
            .filter(ballot -> election.ballots().names(ballot, p))
            .boxed()
            .toList();
    for (int members = 1; members < 1 << supporters.size(); members++) {
      var group = new ArrayList<Integer>();
      for (int i = 0; i < supporters.size(); i++) {
        if ((members >> i & 1) == 1) {
          group.add(supporters.get(i));
        }
      }
      if (isWronged(election, funded, project, group, measure)) {
        return true;
      }
    }
    return false;
  }

  /// Whether everybody in a group, with this project too, would still have no more than the group's
  /// part of the budget.
  static boolean isWronged(
      Election election,
      List<Project> funded,
      Project project,
      List<Integer> group,
      ProportionalityAudit.Measure measure) {
    var part = Rational.of(election.budget(), election.ballots().count()).times(group.size());
    return group.stream()
        .allMatch(
            ballot -> {
              long worth = measure == ProportionalityAudit.Measure.COST ? project.cost() : 0;
              long number = 1;
              for (var one : funded) {
                if (election.ballots().names(ballot, election.projects().indexOf(one))) {
                  worth += one.cost();
                  number++;
                }
              }
              var has =
                  measure == ProportionalityAudit.Measure.COST
                      ? Rational.of(worth)
                      : Rational.of(project.cost()).times(number);
              return election.ballots().names(ballot, election.projects().indexOf(project))
                  && has.compareTo(part) <= 0;
            });
  }
}
