package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;

/// What a person says to a statement.
public enum Vote {
  DISAGREE(-1),
  PASS(0),
  AGREE(1);

  private final int value;

  Vote(int value) {
    this.value = value;
  }

  /// -1, 0 or +1.
  public int value() {
    return value;
  }

  /// The vote with that value.
  public static Vote of(int value) {
    require(value >= -1 && value <= 1, "A vote must be -1, 0 or 1, but is %s.", value);
    return value < 0 ? DISAGREE : value > 0 ? AGREE : PASS;
  }

  /// The value as a number from 0, as cells hold it.
  int code() {
    return value + 1;
  }
}
