package org.earshot.opinion;

/// How the statement to show next is chosen among those that are open to a person; both are draws,
/// and both are logged.
public enum Routing {
  /// As Polis publishes it: in proportion to the priority, so that statements that many agree with,
  /// that stand apart and that are new are seen more often.
  PRIORITY,

  /// In proportion to 1 / (votes so far + 1), so that all statements come to be known equally well.
  FEWEST_VOTES
}
