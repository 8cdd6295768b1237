package org.earshot.budgeting;

/// What a funded project is worth to a voter who supports it.
public enum Utility {
  /// Its cost: a dearer project satisfies more. What cities use.
  COST("cost"),
  /// 1: every supported project counts the same.
  CARDINALITY("card"),
  /// The points that the voter gave it.
  POINTS("points"),
  /// Its place from the end of the voter's ranking; the last is worth nothing.
  BORDA("borda");

  private final String word;

  Utility(String word) {
    this.word = word;
  }

  /// As it stands in the names of rules.
  public String word() {
    return word;
  }
}
