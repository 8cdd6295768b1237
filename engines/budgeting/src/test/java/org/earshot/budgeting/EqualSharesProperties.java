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
    election
        .projects()
        .forEach(project -> projects.add(project.id() + " " + election.amount(project.cost())));
    Collections.shuffle(rows, new Random(seed));
    Collections.shuffle(projects, new Random(seed));
    return Towns.approvals((int) (election.budget() / election.currencyUnit()), projects, rows);
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
  void theAuditFindsExactlyTheWrongedGroups(long seed) {
    var election = Towns.random(seed, "approval");
    var random = new Random(seed);
    var funded = election.projects().stream().filter(_ -> random.nextInt(3) == 0).toList();
    for (var measure : ProportionalityAudit.Measure.values()) {
      var found = ProportionalityAudit.of(election, funded, measure);
      for (var project : election.projects()) {
        boolean wronged =
            !funded.contains(project)
                && PlainAudit.wrongsAGroup(election, funded, project, measure);
        assertThat(found.stream().anyMatch(one -> one.project().equals(project)))
            .as(project.id() + " " + measure)
            .isEqualTo(wronged);
      }
      for (var one : found) {
        assertThat(PlainAudit.isWronged(election, funded, one.project(), one.ballots(), measure))
            .isTrue();
      }
    }
  }

  @RandomSeeds
  void longSearchesForTheEndowmentAgreeWithTryingEveryOne(long seed) {
    var election = Towns.dear(seed);
    for (var name : List.of("mes_cost_add1", "mes_card_add1u", "mes_cost_add1eu")) {
      var rule = Rule.find(name).orElseThrow();
      assertThat(Budgeting.decide(election, rule).ids())
          .as(name)
          .isEqualTo(new PlainEqualShares(election, rule).winners());
    }
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
    changed(seed, "approval", "mes_cost_add1u");
    changed(seed, "approval", "phragmen");
    changed(seed, "cumulative", "mes_points_add1eu");
    changed(seed, "ordinal", "mes_borda_add1e");
  }

  private static void changed(long seed, String type, String name) {
    var election = Towns.random(seed, type);
    var random = new Random(seed);
    var rule = Rule.find(name).orElseThrow();
    var live = new LiveCount(election, rule);
    var changed = election.ballots();
    for (int times = 0; times < 4; times++) {
      int ballot = random.nextInt(changed.count());
      var now =
          new ArrayList<>(election.projects().stream().filter(_ -> random.nextBoolean()).toList());
      Collections.shuffle(now, random);
      var points = now.stream().map(_ -> type.equals("approval") ? 1 : random.nextInt(4)).toList();
      live.change(ballot, now, points);
      changed = replaced(changed, ballot, now, points, election);
      assertThat(live.outcome().ids())
          .isEqualTo(Budgeting.decide(election.withBallots(changed), rule).ids());
    }
  }

  private static Ballots replaced(
      Ballots ballots, int changed, List<Project> now, List<Integer> given, Election election) {
    var builder = new Ballots.Builder(election.voteType().hasPoints());
    for (int ballot = 0; ballot < ballots.count(); ballot++) {
      if (ballot == changed) {
        for (int i = 0; i < now.size(); i++) {
          builder.choose(election.projects().indexOf(now.get(i)), given.get(i));
        }
      } else {
        int[] points = ballots.pointsOf(ballot);
        int at = 0;
        for (int p : ballots.projectsOf(ballot)) {
          builder.choose(p, points[at++]);
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
