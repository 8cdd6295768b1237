package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Committees: with projects that all cost the same, equal shares and Phragmén's method are known
/// rules for choosing committees. `abcvoting_instances.tar.gz` holds 296 instances with every
/// committee that ties allow, made by the Python library abcvoting.
class AbcvotingReferenceTest {

  private static final Pattern RESULT = Pattern.compile("\\[([0-9, ]*)]");

  private record Instance(String name, Election election, Set<Set<String>> allowed) {}

  @Test
  void equalSharesAndThenVotesFindsOneOfTheirCommittees() throws IOException {
    var wrong = new ArrayList<String>();
    for (var instance : instances("equal-shares-with-av-completion")) {
      check(instance, "mes_cost_u", instance.allowed()::contains, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /// Where equal shares leaves seats open they fill them by Phragmén's method, and Earshot does
  /// not.
  @Test
  void equalSharesFindsAPartOfTheirCommittees() throws IOException {
    var wrong = new ArrayList<String>();
    for (var instance : instances("equal-shares")) {
      Predicate<Set<String>> isPart =
          ours -> instance.allowed().stream().anyMatch(theirs -> theirs.containsAll(ours));
      check(instance, "mes_cost", isPart, wrong);
      check(instance, "mes_card", isPart, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /// They fill seats with candidates whom nobody supports, which costs a budget money for nothing.
  @Test
  void phragmenFindsOneOfTheirCommitteesLessWhomNobodySupports() throws IOException {
    var wrong = new ArrayList<String>();
    for (var instance : instances("seqphragmen")) {
      var supported = supported(instance.election());
      var allowed = new HashSet<Set<String>>();
      for (var committee : instance.allowed()) {
        var rest = new HashSet<>(committee);
        rest.retainAll(supported);
        allowed.add(rest);
      }
      check(instance, "phragmen", allowed::contains, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static Set<String> supported(Election election) {
    var supported = new HashSet<String>();
    for (int ballot = 0; ballot < election.ballots().count(); ballot++) {
      for (int p : election.ballots().projectsOf(ballot)) {
        supported.add(election.projects().get(p).id());
      }
    }
    return supported;
  }

  private static void check(
      Instance instance, String rule, Predicate<Set<String>> isTheirs, List<String> wrong) {
    for (var ties : List.of("", "_mincost")) {
      var ours = Budgeting.decide(instance.election(), Rule.find(rule + ties).orElseThrow()).ids();
      if (!isTheirs.test(ours)) {
        wrong.add("%s %s: %s".formatted(instance.name(), rule, ours));
      }
    }
  }

  private static List<Instance> instances(String rule) throws IOException {
    var all = new ArrayList<Instance>();
    for (var file : ReferenceData.abcvotingInstances().entrySet()) {
      var text = file.getValue().replaceAll("\n +(?=[\\[0-9])", " "); // long lists go over lines
      var profile = field(text, "profile");
      int candidates = Integer.parseInt(field(text, "num_cand"));
      int seats = Integer.parseInt(field(text, "committeesize"));
      var projects = new ArrayList<String>();
      for (int c = 0; c < candidates; c++) {
        projects.add(c + " 1");
      }
      var ballots = new ArrayList<String>();
      lists(profile).forEach(ballot -> ballots.add(String.join(",", ballot)));
      var allowed = new HashSet<Set<String>>();
      lists(result(text, rule)).forEach(committee -> allowed.add(new HashSet<>(committee)));
      var election = Towns.approvals(seats, projects, ballots);
      assertThat(allowed).as(file.getKey()).isNotEmpty();
      all.add(new Instance(file.getKey(), election, allowed));
    }
    assertThat(all).hasSize(296);
    return all;
  }

  private static String field(String text, String name) {
    var line = Pattern.compile("(?m)^" + name + ": (.*)$").matcher(text);
    assertThat(line.find()).isTrue();
    return line.group(1);
  }

  /// All committees that the rule may choose.
  private static String result(String text, String rule) {
    var lines =
        Pattern.compile("- rule_id: " + rule + "\n  result: (.*)\n  resolute: false").matcher(text);
    assertThat(lines.find()).isTrue();
    return lines.group(1);
  }

  private static List<List<String>> lists(String text) {
    var inner = RESULT.matcher(text.substring(1, text.length() - 1));
    var lists = new ArrayList<List<String>>();
    while (inner.find()) {
      lists.add(inner.group(1).isBlank() ? List.of() : List.of(inner.group(1).split(", ")));
    }
    return lists;
  }
}
