package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.earshot.testing.RandomSeeds;

/// What must hold for every election, whatever the ballots.
class EqualSharesProperties {

  private static List<Rule> rules(VoteType type) {
    var rules = new ArrayList<Rule>();
    for (var name : Rule.listNames(type)) {
      if (name.startsWith("mes_") && !name.contains("greedy")) {
        rules.add(Rule.find(name).orElseThrow());
        rules.add(Rule.find(name + "_mincost").orElseThrow());
      }
    }
    return rules;
  }

  @RandomSeeds
  void agreesWithTheTextbookOnApprovals(long seed) {
    agrees(Towns.random(seed, "approval"));
  }

  @RandomSeeds
  void agreesWithTheTextbookOnPoints(long seed) {
    agrees(Towns.random(seed, "cumulative"));
  }

  @RandomSeeds
  void agreesWithTheTextbookOnRankings(long seed) {
    agrees(Towns.random(seed, "ordinal"));
  }

  private static void agrees(Election election) {
    for (var rule : rules(election.voteType())) {
      assertThat(Budgeting.decide(election, rule).ids())
          .as(rule.name() + " " + rule.ties().word())
          .isEqualTo(new PlainEqualShares(election, rule).winners());
    }
  }

  @RandomSeeds
  void theOrderOfRowsChangesNothing(long seed) {
    var election = Towns.random(seed, "approval");
    var shuffled = shuffled(election, seed);
    assertThat(BallotHash.of(shuffled)).isEqualTo(BallotHash.of(election));
    for (var name : Rule.listNames(VoteType.APPROVAL)) {
      var rule = Rule.find(name).orElseThrow();
      assertThat(Budgeting.decide(shuffled, rule).sortedIds())
          .as(name)
          .isEqualTo(Budgeting.decide(election, rule).sortedIds());
    }
  }

  private static Election shuffled(Election election, long seed) {
    var rows = new ArrayList<String>();
    for (int ballot = 0; ballot < election.ballots().count(); ballot++) {
      var ids = new ArrayList<String>();
      for (int p : election.ballots().projectsOf(ballot)) {
        ids.add(election.projects().get(p).id());
      }
      rows.add(String.join(",", ids));
    }
    var projects = new ArrayList<String>();
    election.projects().forEach(project -> projects.add(project.id() + " " + project.cost()));
    Collections.shuffle(rows, new Random(seed));
    Collections.shuffle(projects, new Random(seed));
    return Towns.approvals((int) election.budget(), projects, rows);
  }

  @RandomSeeds
  void equalSharesWrongsNoGroup(long seed) {
    var election = Towns.random(seed, "approval");
    for (var name : List.of("mes_cost", "mes_cost_u", "mes_cost_add1", "mes_cost_add1u")) {
      var outcome = Budgeting.decide(election, Rule.find(name).orElseThrow());
      assertThat(
              ProportionalityAudit.of(
                  election, outcome.funded(), ProportionalityAudit.Measure.COST))
          .as(name)
          .isEmpty();
    }
    var outcome = Budgeting.decide(election, Rule.find("mes_card").orElseThrow());
    assertThat(
            ProportionalityAudit.of(
                election, outcome.funded(), ProportionalityAudit.Measure.NUMBER))
        .isEmpty();
  }

  @RandomSeeds
  void theVotesThatWereMissingAreExactlyThat(long seed) {
    var election = Towns.random(seed, "approval");
    for (var name :
        List.of("mes_cost_add1u", "mes_card", "greedy_cost", "greedy_card", "phragmen")) {
      var explained = Explanations.explain(election, Rule.find(name).orElseThrow());
      for (var explanation : explained.explanations()) {
        explanation
            .votesNeeded()
            .ifPresent(
                votes -> {
                  assertThat(with(explained, election, explanation.project(), votes)).isTrue();
                  assertThat(with(explained, election, explanation.project(), votes - 1)).isFalse();
                });
      }
    }
  }

  /// Whether so many more ballots for one project fund it, with the same endowment for each.
  private static boolean with(
      Explanations.Explained explained, Election election, Project project, long votes) {
    var rule = explained.outcome().rule();
    var more = new Ballots.Builder(false);
    for (int ballot = 0; ballot < election.ballots().count() + votes; ballot++) {
      boolean fresh = ballot >= election.ballots().count();
      int[] chosen =
          fresh
              ? new int[] {election.projects().indexOf(project)}
              : election.ballots().projectsOf(ballot);
      for (int p : chosen) {
        more.choose(p, 1);
      }
      more.endBallot();
    }
    var decision = new Decision(election.withBallots(more.build()), rule);
    var outcome =
        explained.outcome().endowment().map(decision::atEndowment).orElseGet(decision::outcome);
    return outcome.ids().contains(project.id());
  }

  @RandomSeeds
  void roundsPayForTheirProjectsExactly(long seed) {
    var election = Towns.random(seed, "approval");
    var explained = Explanations.explain(election, Rule.find("mes_cost_add1").orElseThrow());
    var spent = Rational.ZERO;
    for (var round : explained.rounds()) {
      assertThat(round.payingLess()).isLessThanOrEqualTo(round.supporters());
      assertThat(round.price().times(round.supporters()))
          .isGreaterThanOrEqualTo(Rational.of(round.project().cost()));
      spent = spent.plus(Rational.of(round.project().cost()));
    }
    assertThat(spent).isEqualTo(Rational.of(explained.outcome().cost()));
  }

  @RandomSeeds
  void aChangedBallotIsCountedAsIfItHadAlwaysBeenThere(long seed) {
    var election = Towns.random(seed, "approval");
    var random = new Random(seed);
    var rule = Rule.find("mes_cost_add1u").orElseThrow();
    var live = new LiveCount(election, rule);
    var changed = election.ballots();
    for (int times = 0; times < 4; times++) {
      int ballot = random.nextInt(changed.count());
      var now = election.projects().stream().filter(_ -> random.nextBoolean()).toList();
      live.change(ballot, now);
      changed = replaced(changed, ballot, now, election);
      assertThat(live.outcome().ids())
          .isEqualTo(Budgeting.decide(election.withBallots(changed), rule).ids());
    }
  }

  private static Ballots replaced(
      Ballots ballots, int changed, List<Project> now, Election election) {
    var builder = new Ballots.Builder(false);
    for (int ballot = 0; ballot < ballots.count(); ballot++) {
      if (ballot == changed) {
        now.forEach(project -> builder.choose(election.projects().indexOf(project), 1));
      } else {
        for (int p : ballots.projectsOf(ballot)) {
          builder.choose(p, 1);
        }
      }
      builder.endBallot();
    }
    return builder.build();
  }

  @RandomSeeds
  void whatIsWrittenIsReadBack(long seed) throws IOException {
    for (var type : List.of("approval", "cumulative", "ordinal")) {
      var election = Towns.random(seed, type);
      var out = new ByteArrayOutputStream();
      PbWriter.write(election, out);
      var text = out.toString(UTF_8);
      var again = Towns.read(text);
      assertThat(BallotHash.of(again)).isEqualTo(BallotHash.of(election));
      var twice = new ByteArrayOutputStream();
      PbWriter.write(again, twice);
      assertThat(twice.toString(UTF_8)).isEqualTo(text);
    }
  }
}
