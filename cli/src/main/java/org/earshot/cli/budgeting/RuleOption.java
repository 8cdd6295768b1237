package org.earshot.cli.budgeting;

import org.earshot.budgeting.Budgeting;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Rule;
import org.earshot.budgeting.TieBreak;
import org.earshot.cli.WrongInputException;

/// Rules and ties as the command line names them.
final class RuleOption {

  private RuleOption() {}

  /// The rule of a name for an election; `city` is the one that the file names.
  static Rule rule(String name, String ties, Election election) {
    var rule = name.equals("city") ? city(election) : named(name, election);
    return ties.isEmpty() ? rule : rule.withTies(ties(ties));
  }

  private static Rule named(String name, Election election) {
    return Rule.find(name)
        .filter(found -> found.fits(election.voteType()))
        .orElseThrow(
            () ->
                new WrongInputException(
                    "--rule %s is no rule for %s ballots.%nThere are: city, %s."
                        .formatted(
                            name,
                            election.voteType().word(),
                            String.join(", ", Rule.listNames(election.voteType())))));
  }

  private static Rule city(Election election) {
    return Budgeting.cityRule(election)
        .orElseThrow(
            () ->
                new WrongInputException(
                    "--rule city: the file's META names the rule '%s', which Earshot does not know.%nName a rule instead."
                        .formatted(election.meta().getOrDefault("rule", ""))));
  }

  private static TieBreak ties(String word) {
    if (word.equals("id")) {
      return TieBreak.BY_ID;
    }
    if (word.equals("mincost")) {
      return TieBreak.BY_COST;
    }
    if (word.startsWith("lot:") && word.length() > 4) {
      return TieBreak.byLot(word.substring(4));
    }
    throw new WrongInputException(
        "--ties must be id, mincost or lot:TEXT with what was drawn, but is '%s'.".formatted(word));
  }
}
