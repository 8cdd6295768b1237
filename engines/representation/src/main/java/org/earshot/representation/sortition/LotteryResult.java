package org.earshot.representation.sortition;

/// What became of a request for a lottery.
public sealed interface LotteryResult {

  /// The fairest lottery, proved.
  record Found(Lottery lottery) implements LotteryResult {}

  /// No panel fills all quotas.
  ///
  /// @param relaxation the least change of the quotas after which one does
  record Infeasible(Relaxation relaxation) implements LotteryResult {}
}
