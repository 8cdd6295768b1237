package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rule with everything that decides its outcome; its name says all of it.
///
/// @param completion of equal shares; `NONE` for other methods
/// @param comparison of equal shares with the greedy outcome; `NONE` for other methods
public record Rule(
    Method method, Utility utility, Completion completion, Comparison comparison, TieBreak ties) {

  /// The families of rules.
  public enum Method {
    /// In order of votes (or total score), each that fits.
    GREEDY_TOTAL,
    /// In order of votes (or score) per cost, each that fits.
    GREEDY_PER_COST,
    /// The method of equal shares.
    EQUAL_SHARES,
    /// Phragmén's sequential method.
    PHRAGMEN,
    /// By the file's own scores, each that fits, ties to the cheaper.
    CITY_GREEDY,
    /// By the file's own scores until one does not fit.
    CITY_NO_SKIP,
    /// By the file's own scores, without projects below the file's threshold.
    CITY_THRESHOLD
  }

  /// Whether the greedy outcome replaces equal shares when strictly more voters prefer it.
  public enum Comparison {
    NONE(""),
    /// A voter prefers the outcome with more of the projects that they voted for.
    BY_NUMBER("_or_greedy"),
    /// A voter prefers the outcome that spends more on projects that they voted for.
    BY_COST("_or_greedy_cost");

    private final String suffix;

    Comparison(String suffix) {
      this.suffix = suffix;
    }
  }

  private static Rule of(Method method, Utility utility) {
    return new Rule(method, utility, Completion.NONE, Comparison.NONE, TieBreak.BY_ID);
  }

  /// The same rule with other ties.
  public Rule withTies(TieBreak other) {
    return new Rule(method, utility, completion, comparison, other);
  }

  /// Its name, without the order of ties; see [#listNames].
  public String name() {
    boolean scored = utility == Utility.POINTS || utility == Utility.BORDA;
    return switch (method) {
      case GREEDY_TOTAL -> scored ? "greedy_total_" + utility.word() : "greedy_cost";
      case GREEDY_PER_COST -> scored ? "greedy_" + utility.word() : "greedy_card";
      case EQUAL_SHARES -> "mes_" + utility.word() + completion.suffix() + comparison.suffix;
      case PHRAGMEN -> "phragmen";
      case CITY_GREEDY -> "city_greedy";
      case CITY_NO_SKIP -> "city_no_skip";
      case CITY_THRESHOLD -> "city_threshold";
    };
  }

  /// The rule of a name, with ties by id; `_mincost` at the end means ties to the cheapest.
  public static Optional<Rule> find(String name) {
    var minCost = "_mincost";
    if (name.endsWith(minCost)) {
      return find(name.substring(0, name.length() - minCost.length()))
          .map(rule -> rule.withTies(TieBreak.BY_COST));
    }
    return all().stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /// The names of all rules that a kind of ballot allows.
  public static List<String> listNames(VoteType type) {
    return all().stream().filter(rule -> rule.fits(type)).map(Rule::name).toList();
  }

  /// Whether this kind of ballot says what the rule needs.
  public boolean fits(VoteType type) {
    return switch (utility) {
      case COST, CARDINALITY -> true;
      case POINTS -> type.hasPoints();
      case BORDA -> type == VoteType.ORDINAL;
    };
  }

  private static List<Rule> all() {
    var all = new ArrayList<Rule>();
    all.add(of(Method.GREEDY_TOTAL, Utility.COST));
    all.add(of(Method.GREEDY_PER_COST, Utility.COST));
    all.add(of(Method.GREEDY_TOTAL, Utility.POINTS));
    all.add(of(Method.GREEDY_PER_COST, Utility.POINTS));
    all.add(of(Method.GREEDY_TOTAL, Utility.BORDA));
    all.add(of(Method.GREEDY_PER_COST, Utility.BORDA));
    all.add(of(Method.PHRAGMEN, Utility.COST));
    all.add(of(Method.CITY_GREEDY, Utility.COST));
    all.add(of(Method.CITY_NO_SKIP, Utility.COST));
    all.add(of(Method.CITY_THRESHOLD, Utility.COST));
    for (var utility : Utility.values()) {
      for (var completion : Completion.values()) {
        for (var comparison : Comparison.values()) {
          all.add(new Rule(Method.EQUAL_SHARES, utility, completion, comparison, TieBreak.BY_ID));
        }
      }
    }
    return all;
  }
}
