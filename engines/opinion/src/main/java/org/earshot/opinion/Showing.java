package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;
import static org.earshot.numerics.Arguments.requireWithin;

import java.util.List;
import java.util.Optional;

/// A statement chosen to be shown to a person next.
///
/// @param statement its id
/// @param chance how likely the draw was to give it; what [ShownStatements] needs to know
public record Showing(String statement, double chance) {

  public Showing {
    requireWithin(chance, Double.MIN_NORMAL, 1, "chance");
  }

  /// Chooses as Polis does: with a probability in proportion to the priority.
  ///
  /// @param statements the ids to choose from
  /// @param priorities of each, above zero
  /// @param draw a random number in `[0, 1)`, the caller's
  /// @return empty if there is nothing to choose from
  public static Optional<Showing> draw(List<String> statements, double[] priorities, double draw) {
    require(
        statements.size() == priorities.length,
        "%s statements, and %s priorities.",
        statements.size(),
        priorities.length);
    requireWithin(draw, 0, Math.nextDown(1.0), "draw");
    double sum = 0;
    for (double priority : priorities) {
      requireWithin(priority, Double.MIN_NORMAL, 1e100, "priority");
      sum += priority;
    }
    double left = draw * sum;
    int chosen = 0;
    while (chosen + 1 < priorities.length && left >= priorities[chosen]) {
      left -= priorities[chosen++];
    }
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new Showing(statements.get(chosen), Math.min(1, priorities[chosen] / sum)));
  }
}
