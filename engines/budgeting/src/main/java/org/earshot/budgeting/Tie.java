package org.earshot.budgeting;

import java.util.List;

/// Projects that the rule found exactly equal when it took one of them.
///
/// @param chosen the project that was taken because of the order of ties
/// @param equals the others
public record Tie(Project chosen, List<Project> equals) {

  public Tie {
    equals = List.copyOf(equals);
  }
}
