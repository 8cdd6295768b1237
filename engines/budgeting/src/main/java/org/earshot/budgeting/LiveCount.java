package org.earshot.budgeting;

import java.util.List;

/// An election that is counted again after single ballots change. The ballots stay merged: a change
/// moves one voter from one group to a new one.
///
/// Not safe for several threads at once.
public final class LiveCount {

  private final Election election;
  private final Rule rule;
  private Market market;

  /// Begins with the election's ballots.
  public LiveCount(Election election, Rule rule) {
    if (!rule.fits(election.voteType())
        || rule.utility() == Utility.POINTS
        || rule.utility() == Utility.BORDA) {
      throw new IllegalArgumentException(
          "Single ballots can be changed under rules for approvals, not %s."
              .formatted(rule.name()));
    }
    this.election = election;
    this.rule = rule;
    this.market = Market.of(election, rule.utility());
  }

  /// The outcome of the ballots as they are now.
  public Outcome outcome() {
    return new Decision(election, rule, market).outcome();
  }

  /// Replaces one ballot.
  ///
  /// @param ballot its number, from 0 in the file's order
  /// @param approved the projects that it now approves
  public void change(int ballot, List<Project> approved) {
    int[] projects =
        approved.stream().mapToInt(election.projects()::indexOf).sorted().distinct().toArray();
    if (projects.length > 0 && projects[0] < 0) {
      throw new IllegalArgumentException("A project that is not in the election: " + approved);
    }
    market = market.withBallot(ballot, projects);
  }
}
