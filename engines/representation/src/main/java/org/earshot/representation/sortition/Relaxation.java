package org.earshot.representation.sortition;

import java.util.List;
import java.util.OptionalDouble;

/// The least change of quotas that makes a panel possible.
///
/// @param objective its size: (1 + 2/min) for each seat that a minimum gives way, 1 for each seat
///   of a maximum; empty if none is possible within the flexible bounds
/// @param changes the changes; empty if none is possible
/// @param causes why there is no panel now, in words
public record Relaxation(OptionalDouble objective, List<Change> changes, List<String> causes) {

  public Relaxation {
    changes = List.copyOf(changes);
    causes = List.copyOf(causes);
  }

  /// One bound of one quota, changed.
  ///
  /// @param category for example "gender"
  /// @param feature for example "female"
  /// @param minimum whether the minimum changes, or else the maximum
  /// @param from what it is
  /// @param to what it would be
  public record Change(String category, String feature, boolean minimum, int from, int to) {

    @Override
    public String toString() {
      return "%s of %s = %s from %d to %d"
          .formatted(minimum ? "the minimum" : "the maximum", category, feature, from, to);
    }
  }

  /// Causes and changes in words.
  public String message() {
    var words = new StringBuilder("No panel fills all quotas. ");
    for (String cause : causes) {
      words.append(cause).append(' ');
    }
    if (objective.isEmpty()) {
      return words
          .append("No change within the flexible bounds helps; widen min_flex and max_flex, or ask")
          .append(" more people into the pool.")
          .toString();
    }
    words.append("The least change: ");
    for (int i = 0; i < changes.size(); i++) {
      words.append(i == 0 ? "" : i + 1 == changes.size() ? " and " : ", ").append(changes.get(i));
    }
    return words.append('.').toString();
  }
}
