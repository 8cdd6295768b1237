package org.earshot.budgeting;

/// How equal shares go on when the first outcome leaves money over. All of these differ.
public enum Completion {
  /// Not at all.
  NONE(""),
  /// Projects by votes (or score per cost), each that fits.
  UTILITARIAN("_u"),
  /// One currency unit more for everybody, again and again, while the outcome fits the budget.
  ADD1("_add1"),
  /// As `ADD1`, but ends at the first outcome to which no supported project can be added.
  ADD1_EXHAUSTIVE("_add1e"),
  /// `ADD1`, then `UTILITARIAN`.
  ADD1_UTILITARIAN("_add1u"),
  /// `ADD1_EXHAUSTIVE`, then `UTILITARIAN`.
  ADD1_EXHAUSTIVE_UTILITARIAN("_add1eu");

  private final String suffix;

  Completion(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }

  boolean raisesEndowment() {
    return this != NONE && this != UTILITARIAN;
  }

  boolean endsWhenExhaustive() {
    return this == ADD1_EXHAUSTIVE || this == ADD1_EXHAUSTIVE_UTILITARIAN;
  }

  boolean addsWhatFits() {
    return this == UTILITARIAN || this == ADD1_UTILITARIAN || this == ADD1_EXHAUSTIVE_UTILITARIAN;
  }
}
