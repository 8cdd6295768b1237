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
/// - **Cost:** equal shares looks at a project again only when it could come next; raised endowments
///   are searched by proven stretches. Outcomes are exact and do not depend on the order of rows.
/// - **Source:** Peters, Pierczyński, Skowron: Proportional participatory budgeting with additive
///   utilities, NeurIPS 2021; Brill et al., Phragmén's voting methods, 2017; equalshares.net.
public final class Budgeting {

  private Budgeting() {}

  /// Decides an election.
  public static Outcome decide(Election election, Rule rule) {
    return new Decision(election, rule).outcome();
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
