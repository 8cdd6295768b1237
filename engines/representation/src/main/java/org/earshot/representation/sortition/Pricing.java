package org.earshot.representation.sortition;

/// Finds the panel that helps a mixture most, by our own search or, where that gives up, by the
/// library's.
final class Pricing {

  private static final double BETTER = 5e-10;
  private static final int NODES = 20_000;
  private static final int SECONDS = 60;

  private Pricing() {}

  /// The best panel worth more than `price`; without a panel, a bound near `price` and, from our
  /// own search, its proof.
  static PanelSearch.Found best(
      PanelTypes types,
      PanelSearch search,
      double[] worth,
      double price,
      Lottery.Progress progress) {
    try {
      var found = search.best(worth, price, NODES);
      if (found.panel() != null || found.proof() != null) {
        return found;
      }
    } catch (SolverLostException e) {
      progress.note("Another solver is asked: " + e.getMessage());
    }
    var second = Solvers.best(types, worth, SECONDS);
    return second.value() > price + BETTER
        ? second
        : new PanelSearch.Found(null, second.value(), second.bound(), null);
  }
}
