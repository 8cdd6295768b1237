package org.earshot.representation.sortition;

/// The linear program that mixes known panels so that everybody gets at least their target chance,
/// but for a common relative shortfall that is made as small as possible.
sealed interface Master permits OwnMaster, LibraryMaster {

  /// Lets one more panel into the mixture.
  void add(int[] panel);

  /// Mixes what is there.
  ///
  /// @throws SolverLostException if rounding defeats this solver
  Mix solve();

  /// A best mixture of the panels so far.
  ///
  /// @param weights one a panel, in the order in which they were added
  /// @param shortfall by what share of their target somebody falls short
  /// @param worth what one person of each type is worth to a further panel
  /// @param price what a further panel has to be worth to help
  @SuppressWarnings("ArrayRecordComponent") // private to the package, made once and read once
  record Mix(double[] weights, double shortfall, double[] worth, double price) {}
}
