package org.earshot.cli.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Explanation;
import org.earshot.budgeting.Explanations;
import org.earshot.budgeting.Outcome;
import org.earshot.budgeting.Project;
import org.earshot.budgeting.Segments;
import org.earshot.budgeting.Tie;
import org.earshot.budgeting.Variant;
import org.earshot.cli.Json;
import org.earshot.cli.report.Numbers;

/// Puts a decided election into words and pictures.
final class BudgetReport {

  private static final int MOST_BARS = 30;

  private final Election election;
  private final Explanations.Explained explained;
  private final Outcome outcome;
  private final Map<String, OptionalLong> countedAgain = new HashMap<>();
  private final List<Tie> ties;
  private final List<Variant> variants;
  private final Reasons reasons;

  BudgetReport(
      Election election,
      Explanations.Explained explained,
      List<OptionalLong> countedAgain,
      List<Tie> ties,
      List<Variant> variants) {
    this.election = election;
    this.explained = explained;
    this.outcome = explained.outcome();
    this.ties = ties;
    for (int p = 0; p < countedAgain.size(); p++) {
      this.countedAgain.put(explained.explanations().get(p).project().id(), countedAgain.get(p));
    }
    this.variants = variants;
    this.reasons = new Reasons(election, explained.outcome().rule());
  }

  BudgetPage page() {
    var rows = projects();
    var bars = rows.stream().limit(MOST_BARS).toList();
    var reach = Segments.reach(election, outcome.funded());
    var fairness = new FairnessReport(election, outcome.funded(), reasons);
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
        winners(),
        losers(),
        Math.max(0, rows.size() - outcome.funded().size() - BudgetPage.FIRST_LOSERS),
        FairnessReport.reach(reach),
        fairness.segments(),
        fairness.audit(),
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

  /// In the order in which the rule funded them.
  private List<BudgetPage.Won> winners() {
    var byProject = new HashMap<String, Explanation>();
    explained.explanations().forEach(one -> byProject.put(one.project().id(), one));
    return outcome.funded().stream()
        .map(
            project ->
                new BudgetPage.Won(
                    project.id(),
                    project.name(),
                    reasons.sentence(requireNonNull(byProject.get(project.id())))))
        .toList();
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
                    reasons.votesAgain(
                        one, countedAgain.getOrDefault(one.project().id(), OptionalLong.empty())),
                    reasons.rivals(one)))
        .toList();
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
        names(variant.removed()));
  }

  private static List<String> names(List<Project> projects) {
    return projects.stream().map(Project::name).sorted().toList();
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
