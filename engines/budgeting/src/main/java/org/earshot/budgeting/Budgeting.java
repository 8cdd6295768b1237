package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides elections: which projects are funded under a rule.
///
/// - **Shapes:** any election that [PbReader] accepts, empty ballots and projects without votes
///   included.
/// - **Units:** money in the election's smallest unit; endowments as exact fractions of it.
/// - **Errors:** [IllegalArgumentException] if the rule needs what the ballots do not say.
/// - **Cost:** equal shares looks at a project again only when it could come next; raised
///   endowments are searched by proven stretches. Outcomes are exact and do not depend on the order
///   of rows.
/// - **Source:** Peters, Pierczyński, Skowron: Proportional participatory budgeting with additive
///   utilities, NeurIPS 2021; Brill et al., Phragmén's voting methods, 2017; equalshares.net.
public final class Budgeting {

  /// How many pairs of tied projects are tried the other way round.
  public static final int MOST_TIES = 32;

  private Budgeting() {}

  /// Decides an election.
  public static Outcome decide(Election election, Rule rule) {
    return new Decision(election, rule).outcome();
  }

  /// The ties of an outcome without which it would be another: the whole election is decided again
  /// with each pair in the other order. The first [#MOST_TIES] pairs are tried.
  public static List<Tie> tiesThatMattered(Election election, Outcome outcome) {
    if (outcome.ties().isEmpty()) {
      return List.of();
    }
    var rule = outcome.rule();
    var market = Market.of(election, rule.utility());
    int[] ranks = rule.ties().ranks(election, market.votes);
    var mattered = new ArrayList<Tie>();
    int tried = 0;
    for (var tie : outcome.ties()) {
      var decisive = new ArrayList<Project>();
      for (var other : tie.equals()) {
        if (tried++ < MOST_TIES) {
          int[] swapped = swapped(ranks, election, tie.chosen(), other);
          var again = new Decision(election, rule, market, swapped).outcome();
          if (!again.ids().equals(outcome.ids())) {
            decisive.add(other);
          }
        }
      }
      if (!decisive.isEmpty()) {
        mattered.add(new Tie(tie.chosen(), decisive));
      }
    }
    return mattered;
  }

  private static int[] swapped(int[] ranks, Election election, Project one, Project other) {
    int[] swapped = ranks.clone();
    int i = election.projects().indexOf(one);
    int j = election.projects().indexOf(other);
    swapped[i] = ranks[j];
    swapped[j] = ranks[i];
    return swapped;
  }

  /// The rule that the file says the city used, as far as it is known; see [Rule].
  public static Optional<Rule> cityRule(Election election) {
    return switch (election.meta().getOrDefault("rule", "")) {
      case "greedy" -> Rule.find("city_greedy");
      case "greedy-no-skip" -> Rule.find("city_no_skip");
      case "greedy-threshold" -> Rule.find("city_threshold");
      case "equalshares" -> Rule.find("mes_cost");
      case "equalshares/add1" -> Rule.find("mes_cost_add1");
      case "equalshares/add1-comparison" -> Rule.find("mes_cost_add1_or_greedy");
      default -> Optional.empty();
    };
  }

  /// What the city itself decided, where the file says so.
  public static Optional<List<Project>> official(Election election) {
    var funded = new ArrayList<Project>();
    for (var project : election.projects()) {
      switch (project.selected()) {
        case FUNDED -> funded.add(project);
        case NOT_FUNDED -> {}
        case UNKNOWN -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(funded);
  }
}
