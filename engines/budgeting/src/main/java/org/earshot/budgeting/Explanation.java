package org.earshot.budgeting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Why one project is funded or not.
///
/// @param round in which equal shares bought it, from 1; 0 if it did not
/// @param votes how many voters support it
/// @param price what equal shares made each supporter with enough money pay for one unit of
///   utility: with approval ballots, for the project
/// @param payingLess how many supporters had less than that and paid all they had
/// @param moneyLeft of a project without luck: what its supporters together still had in the first
///   round (`shortIn`, from 1) in which that no longer covered its cost
/// @param votesNeeded how many more voters, wanting only this project and with the endowment at
///   which the count ended, would have funded it, by the rule itself or by what it does with the
///   rest of the money; where ballots have points, each such voter gives it as many as any ballot
///   gave in all
/// @param rivals funded projects that its supporters support too, those that cost them most first
public record Explanation(
    Project project,
    Reason reason,
    int round,
    long votes,
    Optional<Rational> price,
    long payingLess,
    Optional<Rational> moneyLeft,
    int shortIn,
    OptionalLong votesNeeded,
    List<Rival> rivals) {

  /// The reasons there are.
  public enum Reason {
    /// Its supporters bought it with their equal shares.
    BOUGHT,
    /// It had the most votes of what still fitted.
    FITTED,
    /// Nobody supports it.
    NO_SUPPORT,
    /// It costs more than the whole budget.
    TOO_DEAR,
    /// Its supporters' money did not suffice, and it did not fit the rest.
    MONEY_SHORT,
    /// When its turn came, the rest of the money did not suffice.
    DID_NOT_FIT,
    /// It has fewer votes than the rule's threshold, or the rule had ended.
    NOT_REACHED
  }

  /// A funded project that took supporters' money.
  ///
  /// @param supporters how many supporters of the explained project support it too
  /// @param paid what those paid for it, in smallest units, rounded
  public record Rival(Project project, long supporters, double paid) {}

  public Explanation {
    rivals = List.copyOf(rivals);
  }

  public boolean isFunded() {
    return reason == Reason.BOUGHT || reason == Reason.FITTED;
  }
}
