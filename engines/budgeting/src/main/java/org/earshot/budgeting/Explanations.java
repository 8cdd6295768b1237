package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Explains an outcome project by project.
public final class Explanations {

  private static final int MOST_RIVALS = 5;

  private final Election election;
  private final Rule rule;
  private final Market market;
  private final Outcome outcome;
  private final @Nullable MoneyRun run;
  private final @Nullable Payments payments;
  private final Optional<Rational>[] moneyLeft;
  private final int[] shortIn;
  private final List<Round> rounds;
  private final VotesNeeded votesNeeded;

  /// One round of equal shares, as anybody can check it.
  ///
  /// @param price exactly, for one unit of utility of one supporter, in smallest units
  /// @param supporters how many there are
  /// @param payingLess how many of them paid all they had, which was less
  public record Round(Project project, Rational price, long supporters, long payingLess) {}

  /// An outcome with its reasons.
  ///
  /// @param rounds of equal shares; empty for other methods
  public record Explained(Outcome outcome, List<Explanation> explanations, List<Round> rounds) {

    public Explained {
      explanations = List.copyOf(explanations);
      rounds = List.copyOf(rounds);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of optionals
  private Explanations(Decision decision) {
    this.election = decision.election;
    this.rule = decision.rule;
    this.market = decision.market;
    this.outcome = decision.outcome();
    this.run = outcome.replacedByGreedy() ? null : decision.run;
    this.payments = run == null ? null : new Payments(market, run);
    this.moneyLeft = new Optional[market.projects];
    this.shortIn = new int[market.projects];
    this.rounds = new ArrayList<>();
    this.votesNeeded = new VotesNeeded(decision, outcome);
    if (run != null && payments != null) {
      for (int round = 0; round < run.count; round++) {
        int p = run.winners[round];
        rounds.add(
            new Round(
                election.projects().get(p),
                run.exact().priceOf(round),
                market.votes[p],
                payments.payingLess[round]));
      }
      findMoneyLeft(run, payments);
    }
  }

  /// Decides an election and explains every project, in the file's order.
  public static Explained explain(Election election, Rule rule) {
    var explanations = new Explanations(new Decision(election, rule));
    var list =
        IntStream.range(0, explanations.market.projects)
            .parallel()
            .mapToObj(explanations::explain)
            .toList();
    return new Explained(explanations.outcome, list, explanations.rounds);
  }

  /// For each project without luck, in the file's order, how many more voters wanting only it would
  /// have funded it if everything were counted again with them: their shares make everybody's
  /// smaller, and a completion starts anew. Looked for where it could have come about: under equal
  /// shares, for projects whose [Explanation#votesNeeded] is at most the votes they have, among at
  /// most 200,000 voters; else empty.
  ///
  /// Exact as tried: so many fund it and one fewer do not. As raising endowments is no monotone
  /// rule, a smaller number may do by luck.
  public static List<OptionalLong> votesNeededCountedAgain(Election election, Explained explained) {
    var rule = explained.outcome().rule();
    var votesNeeded = new VotesNeeded(new Decision(election, rule), explained.outcome());
    return IntStream.range(0, explained.explanations().size())
        .parallel()
        .mapToObj(
            p -> {
              var fixed = explained.explanations().get(p).votesNeeded();
              return fixed.isEmpty() ? fixed : votesNeeded.countedAgain(p, fixed.getAsLong());
            })
        .toList();
  }

  /// The exact money of losing projects' supporters when it first did not suffice.
  private void findMoneyLeft(MoneyRun last, Payments paid) {
    var bought = new HashSet<Integer>();
    for (int i = 0; i < last.count; i++) {
      bought.add(last.winners[i]);
    }
    var exact = new ExactMoney(last);
    for (int round = 0; round <= last.count; round++) {
      for (int p = 0; p < market.projects; p++) {
        boolean could = paid.shortAfter[p] >= 0 && paid.shortAfter[p] <= round;
        if (could && !bought.contains(p) && moneyLeft[p] == null) {
          var money = exact.supportersMoney(p, round);
          if (money.compareTo(Rational.of(market.cost[p])) < 0) {
            moneyLeft[p] = Optional.of(money);
            shortIn[p] = round + 1;
          }
        }
      }
    }
  }

  private Explanation explain(int p) {
    var project = election.projects().get(p);
    int place = outcome.funded().indexOf(project);
    int round = 0;
    if (run != null) {
      for (int i = 0; i < run.count; i++) {
        round = run.winners[i] == p ? i + 1 : round;
      }
    }
    var left = moneyLeft[p] == null ? Optional.<Rational>empty() : moneyLeft[p];
    return new Explanation(
        project,
        reason(p, place, round),
        place < 0 ? 0 : round,
        market.votes[p],
        round > 0 && run != null ? Optional.of(run.exact().priceOf(round - 1)) : Optional.empty(),
        round > 0 && payments != null ? payments.payingLess[round - 1] : 0,
        left,
        shortIn[p],
        place >= 0 ? OptionalLong.empty() : votesNeeded.atSameEndowment(p, guess(p)),
        place >= 0 ? List.of() : rivals(p));
  }

  /// About how many votes are missing, where the search begins.
  private long guess(int p) {
    double missing = payments == null ? 1 : payments.missingVoters[p];
    return Double.isFinite(missing) ? Math.max(1, (long) Math.ceil(missing)) : 1;
  }

  private Explanation.Reason reason(int p, int place, int round) {
    if (place >= 0) {
      return round > 0 ? Explanation.Reason.BOUGHT : Explanation.Reason.FITTED;
    }
    if (market.votes[p] == 0) {
      return Explanation.Reason.NO_SUPPORT;
    }
    if (market.cost[p] > election.budget()) {
      return Explanation.Reason.TOO_DEAR;
    }
    return switch (rule.method()) {
      case EQUAL_SHARES ->
          outcome.replacedByGreedy()
              ? Explanation.Reason.DID_NOT_FIT
              : Explanation.Reason.MONEY_SHORT;
      case GREEDY_TOTAL, GREEDY_PER_COST, CITY_GREEDY -> Explanation.Reason.DID_NOT_FIT;
      case PHRAGMEN, CITY_NO_SKIP, CITY_THRESHOLD -> Explanation.Reason.NOT_REACHED;
    };
  }

  private List<Explanation.Rival> rivals(int p) {
    if (run == null || payments == null) {
      return List.of();
    }
    var found = payments;
    var winners = run.winners;
    return IntStream.range(0, run.count)
        .boxed()
        .filter(round -> found.shared[p][round] > 0)
        .sorted(Comparator.comparingDouble(round -> -found.paid[p][round]))
        .limit(MOST_RIVALS)
        .map(
            round ->
                new Explanation.Rival(
                    election.projects().get(winners[round]),
                    found.shared[p][round],
                    found.paid[p][round]))
        .toList();
  }
}
