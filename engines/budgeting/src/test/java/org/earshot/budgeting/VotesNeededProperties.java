package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.earshot.testing.RandomSeeds;

/// The votes that were missing are exactly that: ballots are added to the election and it is
/// counted by the same rule; so many fund the project, one fewer do not.
class VotesNeededProperties {

  @RandomSeeds
  void onApprovals(long seed) {
    var election = Towns.random(seed, "approval");
    for (var name :
        List.of("mes_cost_add1u", "mes_card", "greedy_cost", "greedy_card", "phragmen")) {
      check(election, name, 1);
    }
  }

  @RandomSeeds
  void onPoints(long seed) {
    var election = Towns.random(seed, "cumulative");
    int most =
        IntStream.range(0, election.ballots().count())
            .map(ballot -> IntStream.of(election.ballots().pointsOf(ballot)).sum())
            .max()
            .orElse(0);
    for (var name : List.of("mes_points_add1u", "greedy_points", "greedy_total_points")) {
      check(election, name, most);
    }
  }

  private static void check(Election election, String name, int points) {
    var explained = Explanations.explain(election, Rule.find(name).orElseThrow());
    for (var explanation : explained.explanations()) {
      if (explanation.votesNeeded().isPresent()) {
        long votes = explanation.votesNeeded().getAsLong();
        var project = explanation.project();
        assertThat(votes).isPositive();
        assertThat(isFunded(explained, election, project, votes, points)).as(name).isTrue();
        assertThat(isFunded(explained, election, project, votes - 1, points)).as(name).isFalse();
      }
    }
  }

  /// Whether so many more ballots fund it when everybody, the new voters too, has the endowment at
  /// which the count ended.
  private static boolean isFunded(
      Explanations.Explained explained, Election election, Project project, long more, int points) {
    var decision = new Decision(with(election, project, more, points), explained.outcome().rule());
    var outcome =
        explained.outcome().endowment().map(decision::atEndowment).orElseGet(decision::outcome);
    return outcome.ids().contains(project.id());
  }

  @RandomSeeds
  void onceMoreWhenEverythingIsCountedAgain(long seed) {
    var election = Towns.random(seed, "approval");
    for (var name : List.of("mes_cost", "mes_cost_add1", "mes_cost_add1u")) {
      var rule = Rule.find(name).orElseThrow();
      var explained = Explanations.explain(election, rule);
      var needed = Explanations.votesNeededCountedAgain(election, explained);
      assertThat(needed).hasSameSizeAs(election.projects());
      for (int p = 0; p < needed.size(); p++) {
        if (needed.get(p).isPresent()) {
          long votes = needed.get(p).getAsLong();
          var project = election.projects().get(p);
          var enough = Budgeting.decide(with(election, project, votes, 1), rule);
          var tooFew = Budgeting.decide(with(election, project, votes - 1, 1), rule);
          assertThat(enough.ids()).as(name).contains(project.id());
          assertThat(tooFew.ids()).as(name).doesNotContain(project.id());
        }
      }
    }
  }

  /// The city's own rules look at the scores that it published.
  @RandomSeeds
  void onPublishedScores(long seed) {
    var election = Towns.random(seed, "approval", true);
    for (var name : List.of("city_greedy", "city_no_skip")) {
      var rule = Rule.find(name).orElseThrow();
      for (var one : Explanations.explain(election, rule).explanations()) {
        if (one.votesNeeded().isPresent()) {
          long votes = one.votesNeeded().getAsLong();
          assertThat(Budgeting.decide(Towns.withScore(election, one.project(), votes), rule).ids())
              .contains(one.project().id());
          assertThat(
                  Budgeting.decide(Towns.withScore(election, one.project(), votes - 1), rule).ids())
              .doesNotContain(one.project().id());
        }
      }
    }
  }

  private static Election with(Election election, Project project, long more, int points) {
    var builder = new Ballots.Builder(election.voteType().hasPoints());
    for (int ballot = 0; ballot < election.ballots().count(); ballot++) {
      int[] given = election.ballots().pointsOf(ballot);
      int at = 0;
      for (int p : election.ballots().projectsOf(ballot)) {
        builder.choose(p, given[at++]);
      }
      builder.endBallot();
    }
    for (long i = 0; i < more; i++) {
      builder.choose(election.projects().indexOf(project), points);
      builder.endBallot();
    }
    return election.withBallots(builder.build());
  }
}
