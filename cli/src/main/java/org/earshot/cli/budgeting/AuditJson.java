package org.earshot.cli.budgeting;

import java.math.BigDecimal;
import java.util.List;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.ProportionalityAudit.Violation;

/// The result of `earshot audit`; the contract is in docs/cli.md.
record AuditJson(
    String file,
    List<String> outcome,
    String measure,
    boolean proportional,
    List<ViolationJson> violations) {

  /// @param group the ballots of the wronged group: numbers of rows in VOTES, from 1
  /// @param entitled the group's part of the budget
  /// @param received the most that one of them has: money, or projects where these are counted
  record ViolationJson(
      List<Integer> group,
      String project,
      String name,
      BigDecimal cost,
      BigDecimal entitled,
      BigDecimal received) {}

  static AuditJson of(
      String file,
      Election election,
      List<String> outcome,
      String measure,
      List<Violation> violations) {
    return new AuditJson(
        file,
        outcome,
        measure,
        violations.isEmpty(),
        violations.stream().map(one -> violation(election, one, measure)).toList());
  }

  private static ViolationJson violation(Election election, Violation one, String measure) {
    return new ViolationJson(
        one.ballots().stream().map(ballot -> ballot + 1).toList(),
        one.project().id(),
        one.project().name(),
        new BigDecimal(election.amount(one.project().cost())),
        one.entitled().dividedBy(election.currencyUnit()).rounded(2),
        measure.equals("cost")
            ? new BigDecimal(election.amount(one.received()))
            : BigDecimal.valueOf(one.received()));
  }
}
