package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One election under one rule, with what stays of the work for explanations.
final class Decision {

  final Election election;
  final Rule rule;
  final Market market;
  private final int[] ranks;
  private final List<int[]> ties = new ArrayList<>();

  /// The last run of equal shares; null for other methods, and before [#outcome].
  @Nullable MoneyRun run;

  Decision(Election election, Rule rule) {
    this(election, rule, Market.of(require(election, rule), rule.utility()));
  }

  /// Decides on ballots that are already merged.
  Decision(Election election, Rule rule, Market market) {
    this(election, rule, market, rule.ties().ranks(election, market.votes));
  }

  Decision(Election election, Rule rule, Market market, int[] ranks) {
    this.election = election;
    this.rule = rule;
    this.market = market;
    this.ranks = ranks;
  }

  private static Election require(Election election, Rule rule) {
    if (!rule.fits(election.voteType())) {
      throw new IllegalArgumentException(
          "The rule %s does not fit %s ballots.%nRules that do: %s."
              .formatted(
                  rule.name(),
                  election.voteType().word(),
                  String.join(", ", Rule.listNames(election.voteType()))));
    }
    return election;
  }

  Outcome outcome() {
    return switch (rule.method()) {
      case GREEDY_TOTAL -> {
        var greedy = new Greedy(market, ranks);
        yield outcome(greedy.total(), 0, Optional.empty(), greedy.ties, false);
      }
      case GREEDY_PER_COST -> {
        var greedy = new Greedy(market, ranks);
        yield outcome(greedy.perCost(), 0, Optional.empty(), greedy.ties, false);
      }
      case PHRAGMEN -> {
        var phragmen = new Phragmen(market, ranks);
        yield outcome(phragmen.run(), 0, Optional.empty(), phragmen.ties, false);
      }
      case CITY_GREEDY, CITY_NO_SKIP, CITY_THRESHOLD ->
          outcome(
              new CityRules(election).run(rule.method()), 0, Optional.empty(), List.of(), false);
      case EQUAL_SHARES -> equalShares();
    };
  }

  private Outcome equalShares() {
    var endowments = new Endowments(market, ranks, rule.completion());
    var last = endowments.search();
    run = last;
    ties.addAll(endowments.ties());
    return completed(last);
  }

  /// What follows after the last run of equal shares.
  private Outcome completed(MoneyRun run) {
    var funded = new ArrayList<Integer>();
    boolean[] isFunded = new boolean[market.projects];
    for (int i = 0; i < run.count; i++) {
      funded.add(run.winners[i]);
      isFunded[run.winners[i]] = true;
    }
    int completed = 0;
    if (rule.completion().addsWhatFits()) {
      var greedy = new Greedy(market, ranks);
      var more = greedy.complete(isFunded);
      completed = more.size();
      funded.addAll(more);
      ties.addAll(greedy.ties);
    }
    if (rule.comparison() != Rule.Comparison.NONE) {
      var greedy = new Greedy(market, ranks);
      var other = greedy.total();
      if (preferring(other, funded) > preferring(funded, other)) {
        return outcome(other, 0, Optional.of(run.endowment), greedy.ties, true);
      }
    }
    return outcome(funded, completed, Optional.of(run.endowment), ties, false);
  }

  /// The outcome of equal shares with this endowment, without raising it.
  Outcome atEndowment(Rational endowment) {
    var fixed = new MoneyRun(market, ranks);
    fixed.run(endowment);
    run = fixed;
    return completed(fixed);
  }

  /// How many voters prefer one outcome to another.
  private long preferring(List<Integer> one, List<Integer> other) {
    long[] worth = new long[market.projects];
    for (int p : one) {
      worth[p] += rule.comparison() == Rule.Comparison.BY_COST ? market.cost[p] : 1;
    }
    for (int p : other) {
      worth[p] -= rule.comparison() == Rule.Comparison.BY_COST ? market.cost[p] : 1;
    }
    long voters = 0;
    for (int group = 0; group < market.groups; group++) {
      long sum = 0;
      for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
        sum += worth[market.edgeProject[edge]];
      }
      voters += sum > 0 ? market.weight[group] : 0;
    }
    return voters;
  }

  private Outcome outcome(
      List<Integer> funded,
      int completed,
      Optional<Rational> endowment,
      List<int[]> tied,
      boolean replaced) {
    var projects = election.projects();
    long cost = 0;
    for (int p : funded) {
      cost += market.cost[p];
    }
    return new Outcome(
        rule,
        funded.stream().map(projects::get).toList(),
        completed,
        cost,
        endowment,
        tied.stream().map(this::tie).toList(),
        replaced);
  }

  private Tie tie(int[] tied) {
    var projects = new ArrayList<Project>();
    for (int p : tied) {
      projects.add(election.projects().get(p));
    }
    var others = projects.subList(1, projects.size());
    others.sort(Comparator.comparing(Project::id));
    return new Tie(projects.getFirst(), others);
  }
}
