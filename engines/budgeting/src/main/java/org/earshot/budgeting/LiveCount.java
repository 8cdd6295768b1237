package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An election that is counted again after single ballots change. The ballots stay merged: a change
/// moves one voter from one group to a new one.
///
/// - **Errors:** [IllegalArgumentException] if a ballot or a project is not in the election, or if
///   the ballots do not say what the rule needs; nothing is changed then.
/// - **Cost:** a change copies the merged ballots; an outcome is a whole exact count of them.
///
/// Not safe for several threads at once.
public final class LiveCount {

  private record Choice(int project, int units) {}

  private final Election election;
  private final Rule rule;
  private final Map<String, Integer> indexes = new HashMap<>();
  private Market market;

  /// Begins with the election's ballots.
  public LiveCount(Election election, Rule rule) {
    this.election = election;
    this.rule = rule;
    this.market = new Decision(election, rule).market;
    for (int p = 0; p < election.projects().size(); p++) {
      indexes.put(election.projects().get(p).id(), p);
    }
  }

  /// The outcome of the ballots as they are now.
  public Outcome outcome() {
    return new Decision(election, rule, market).outcome();
  }

  /// Replaces one ballot by one without points.
  ///
  /// @param ballot its number, from 0 in the file's order
  /// @param chosen the projects that it now names; on a ranking the best first
  public void change(int ballot, List<Project> chosen) {
    change(ballot, chosen, Collections.nCopies(chosen.size(), 1));
  }

  /// Replaces one ballot.
  ///
  /// @param ballot its number, from 0 in the file's order
  /// @param chosen the projects that it now names; on a ranking the best first
  /// @param points of each of them
  public void change(int ballot, List<Project> chosen, List<Integer> points) {
    if (ballot < 0 || ballot >= election.ballots().count()) {
      throw new IllegalArgumentException(
          "Ballot %d, but they are numbered from 0 to %d."
              .formatted(ballot, election.ballots().count() - 1));
    }
    if (points.size() != chosen.size()) {
      throw new IllegalArgumentException(
          "Points for %d projects, but %d are named.".formatted(points.size(), chosen.size()));
    }
    var choices = new ArrayList<Choice>();
    for (int i = 0; i < chosen.size(); i++) {
      int given = points.get(i);
      int units =
          switch (rule.utility()) {
            case COST, CARDINALITY -> given > 0 ? 1 : 0;
            case POINTS -> given;
            case BORDA -> chosen.size() - i - 1;
          };
      choices.add(new Choice(index(chosen.get(i)), units));
    }
    if (choices.stream().map(Choice::project).distinct().count() < chosen.size()) {
      throw new IllegalArgumentException("A project stands twice on the ballot: " + chosen);
    }
    choices.removeIf(choice -> choice.units() <= 0);
    choices.sort(Comparator.comparingInt(Choice::project));
    market =
        market.withBallot(
            ballot,
            choices.stream().mapToInt(Choice::project).toArray(),
            choices.stream().mapToInt(Choice::units).toArray());
  }

  private int index(Project project) {
    var index = indexes.get(project.id());
    if (index == null) {
      throw new IllegalArgumentException(
          "Project %s is not in the election.".formatted(project.id()));
    }
    return index;
  }
}
