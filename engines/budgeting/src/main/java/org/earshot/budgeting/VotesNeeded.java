package org.earshot.budgeting;

import java.util.OptionalLong;
import java.util.function.LongPredicate;

/// How many more ballots for nothing but one project would have funded it. Every number is tried:
/// with so many the project is funded, with one fewer it is not.
final class VotesNeeded {

  private static final long MOST = 1L << 30;
  private static final int MOST_VOTERS_AGAIN = 200_000;

  private final Decision decision;
  private final Outcome outcome;
  private final Market market;
  private final boolean city;
  private final int unitsEach;

  VotesNeeded(Decision decision, Outcome outcome) {
    this.decision = decision;
    this.outcome = outcome;
    this.market = decision.market;
    this.city =
        switch (decision.rule.method()) {
          case CITY_GREEDY, CITY_NO_SKIP, CITY_THRESHOLD -> true;
          case EQUAL_SHARES, GREEDY_PER_COST, GREEDY_TOTAL, PHRAGMEN -> false;
        };
    this.unitsEach = unitsEach();
  }

  /// How many units a ballot for one project gives it: all the points that any ballot gave; 0 where
  /// such a ballot gives nothing, as the only project of a ranking is its last.
  private int unitsEach() {
    return switch (market.utility) {
      case COST, CARDINALITY -> 1;
      case BORDA -> 0;
      case POINTS -> {
        long most = 0;
        for (int group = 0; group < market.groups; group++) {
          long sum = 0;
          for (int edge = market.starts[group]; edge < market.starts[group + 1]; edge++) {
            sum += market.edgeUnits == null ? 1 : market.edgeUnits[edge];
          }
          most = Math.max(most, sum);
        }
        yield (int) Math.min(most, 1_000_000);
      }
    };
  }

  /// With the endowment at which the count ended, for the new voters too; what follows equal shares
  /// is done with it. More votes never harm a project here: until it is bought the others' rounds
  /// stay the same, and among what still fits it only moves forward.
  ///
  /// @param guess where to begin; a good one saves counts
  OptionalLong atSameEndowment(int project, long guess) {
    return canBeSaid(project)
        ? search(guess, 1, votes -> isFunded(project, votes, false))
        : OptionalLong.empty();
  }

  /// With everything counted again: the budget is divided by more voters and the endowment raised
  /// anew. More votes can harm here, so a smaller number than the one found may do too. Each try is
  /// a whole count, so it is looked for only where it could have come about: for projects that
  /// needed at most as many votes again as they have, among at most 200,000 voters.
  OptionalLong countedAgain(int project, long atSameEndowment) {
    if (!canBeSaid(project)
        || decision.rule.method() != Rule.Method.EQUAL_SHARES
        || atSameEndowment > market.votes[project]
        || market.voters > MOST_VOTERS_AGAIN) {
      return OptionalLong.empty();
    }
    long step = Math.max(1, atSameEndowment / 8);
    return search(atSameEndowment, step, votes -> isFunded(project, votes, true));
  }

  private boolean canBeSaid(int project) {
    boolean scoresAreVotes =
        decision.election.voteType() == VoteType.APPROVAL
            || decision.election.voteType() == VoteType.CHOOSE_ONE;
    return unitsEach > 0
        && (scoresAreVotes || !city)
        && market.cost[project] <= decision.election.budget()
        && !outcome.replacedByGreedy();
  }

  /// The border between too few and enough, looked for from a guess in steps that double, and then
  /// by halving. None is surely too few.
  private static OptionalLong search(long guess, long firstStep, LongPredicate enough) {
    long low = 0;
    long high = guess;
    long step = firstStep;
    if (enough.test(guess)) {
      while (high - step > 0 && enough.test(high - step)) {
        high -= step;
        step *= 2;
      }
      low = Math.max(0, high - step);
    } else {
      do {
        low = high;
        high += step;
        step *= 2;
        if (high > MOST) {
          return OptionalLong.empty();
        }
      } while (!enough.test(high));
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalLong.of(high);
  }

  private boolean isFunded(int project, long votes, boolean whole) {
    var election = decision.election;
    var rule = decision.rule;
    if (city) {
      return new CityRules(election).withMore(project, votes).run(rule.method()).contains(project);
    }
    var again =
        new Decision(election, rule, market.withFreshVotes(project, (int) votes, unitsEach));
    var endowment = outcome.endowment();
    var result =
        whole || endowment.isEmpty() ? again.outcome() : again.atEndowment(endowment.get());
    return result.ids().contains(election.projects().get(project).id());
  }
}
