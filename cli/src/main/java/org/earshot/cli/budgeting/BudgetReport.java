package org.earshot.cli.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Explanation;
import org.earshot.budgeting.Explanations;
import org.earshot.budgeting.Outcome;
import org.earshot.budgeting.Project;
import org.earshot.budgeting.ProportionalityAudit;
import org.earshot.budgeting.Segments;
import org.earshot.budgeting.Tie;
import org.earshot.budgeting.Variant;
import org.earshot.cli.Json;
import org.earshot.cli.report.Numbers;

/// Puts a decided election into words and pictures.
final class BudgetReport {

  private static final int MOST_BARS = 30;
  private static final int MOST_NUMBERS = 8;

  private final Election election;
  private final Explanations.Explained explained;
  private final Outcome outcome;
  private final List<Tie> ties;
  private final List<Variant> variants;
  private final Reasons reasons;

  BudgetReport(
      Election election, Explanations.Explained explained, List<Tie> ties, List<Variant> variants) {
    this.election = election;
    this.explained = explained;
    this.outcome = explained.outcome();
    this.ties = ties;
    this.variants = variants;
    this.reasons = new Reasons(election, explained.outcome().rule());
  }

  BudgetPage page() {
    var rows = projects();
    var bars = rows.stream().limit(MOST_BARS).toList();
    var reach = Segments.reach(election, outcome.funded());
    return new BudgetPage(
        title(),
        "%s of %s projects are funded, for %s of %s. %s of %s voters have at least one of them."
            .formatted(
                Numbers.whole(outcome.funded().size()),
                Numbers.whole(election.projects().size()),
                reasons.money(outcome.cost()),
                reasons.money(election.budget()),
                Numbers.whole(reach.voters() - reach.withNothing()),
                Numbers.whole(reach.voters())),
        facts(reach),
        outcome.rule().name() + ", ties " + outcome.rule().ties().word(),
        reasons.method(),
        Pictures.votes(bars),
        rows.size() > bars.size()
            ? "Votes for the %d projects with most votes; funded ones are filled"
                .formatted(MOST_BARS)
            : "Votes for each project; funded ones are filled",
        rows,
        losers(),
        reach(reach),
        segments(),
        audit(),
        ties.stream().map(this::tie).toList(),
        variants.stream().map(this::variant).toList(),
        rounds(),
        bundle(),
        election.remarks());
  }

  private String title() {
    var meta = election.meta();
    var name =
        Stream.of("unit", "subunit", "instance")
            .map(key -> meta.getOrDefault(key, ""))
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return name.isEmpty() ? "Participatory budget" : "Participatory budget: " + name;
  }

  private List<BudgetPage.Fact> facts(Segments.Reach reach) {
    var facts = new ArrayList<BudgetPage.Fact>();
    facts.add(new BudgetPage.Fact("voters", Numbers.whole(reach.voters())));
    facts.add(new BudgetPage.Fact("spent", reasons.money(outcome.cost())));
    facts.add(new BudgetPage.Fact("not spent", reasons.money(election.budget() - outcome.cost())));
    facts.add(
        new BudgetPage.Fact(
            "funded projects a voter, on average", Numbers.fixed(reach.average(), 2)));
    outcome
        .endowment()
        .ifPresent(
            share -> facts.add(new BudgetPage.Fact("each voter's share", reasons.money(share))));
    return facts;
  }

  private List<BudgetPage.ProjectRow> projects() {
    return explained.explanations().stream()
        .sorted(
            Comparator.comparingLong((Explanation one) -> -one.votes())
                .thenComparing(one -> one.project().id()))
        .map(
            one ->
                new BudgetPage.ProjectRow(
                    one.project().id(),
                    one.project().name(),
                    reasons.money(one.project().cost()),
                    one.votes(),
                    tag(one),
                    one.isFunded() ? "" : "plain",
                    one.isFunded()))
        .toList();
  }

  private static String tag(Explanation one) {
    return switch (one.reason()) {
      case BOUGHT -> "round " + one.round();
      case FITTED -> "funded";
      case NO_SUPPORT -> "no votes";
      case TOO_DEAR -> "too dear";
      case MONEY_SHORT, DID_NOT_FIT, NOT_REACHED -> "not funded";
    };
  }

  private List<BudgetPage.Why> losers() {
    return explained.explanations().stream()
        .filter(one -> !one.isFunded())
        .sorted(
            Comparator.comparingLong((Explanation one) -> -one.votes())
                .thenComparing(one -> one.project().id()))
        .map(
            one ->
                new BudgetPage.Why(
                    one.project().id(),
                    one.project().name(),
                    reasons.sentence(one),
                    reasons.votes(one),
                    reasons.rivals(one)))
        .toList();
  }

  private static BudgetPage.Reach reach(Segments.Reach reach) {
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

  private List<BudgetPage.SegmentTable> segments() {
    var tables = new LinkedHashMap<String, List<BudgetPage.SegmentRow>>();
    for (var one : Segments.of(election, outcome.funded())) {
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
                    table.getKey(), Pictures.segments(table.getValue()), table.getValue()))
        .toList();
  }

  private BudgetPage.Audit audit() {
    var violations =
        ProportionalityAudit.of(election, outcome.funded(), ProportionalityAudit.Measure.COST);
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

  private String tie(Tie tie) {
    return "\u201c%s\u201d and %s were exactly equal; the order of ties (%s) took the first. The other way round the result would differ."
        .formatted(
            tie.chosen().name(),
            tie.equals().stream()
                .map(project -> "\u201c" + project.name() + "\u201d")
                .collect(Collectors.joining(", ")),
            outcome.rule().ties().word());
  }

  private BudgetPage.VariantRow variant(Variant variant) {
    return new BudgetPage.VariantRow(
        variant.outcome().rule().name(),
        reasons.money(variant.budget()),
        variant.outcome().funded().size(),
        names(variant.added()),
        names(variant.removed()),
        variant.added().isEmpty() && variant.removed().isEmpty());
  }

  private static String names(List<Project> projects) {
    return projects.isEmpty()
        ? "\u2013"
        : projects.stream().map(Project::name).sorted().collect(Collectors.joining("; "));
  }

  private List<BudgetPage.RoundRow> rounds() {
    var rows = new ArrayList<BudgetPage.RoundRow>();
    for (var round : explained.rounds()) {
      rows.add(
          new BudgetPage.RoundRow(
              rows.size() + 1,
              round.project().name(),
              reasons.money(round.price()),
              round.supporters(),
              round.payingLess()));
    }
    return rows;
  }

  private String bundle() {
    var out = new ByteArrayOutputStream();
    try {
      Json.writeResult(
          out,
          outcome.rule().name() + ", ties " + outcome.rule().ties().word(),
          BundleJson.of(election, explained));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }
}
