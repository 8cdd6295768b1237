package org.earshot.budgeting;

import java.util.Arrays;
import java.util.List;

/// One column about voters, for example "age": few different values, many voters.
public final class VoterColumn {

  private final String name;
  private final List<String> values;
  private final int[] codes;

  VoterColumn(String name, List<String> values, int[] codes, int voters) {
    this.name = name;
    this.values = List.copyOf(values);
    this.codes = Arrays.copyOf(codes, voters);
  }

  public String name() {
    return name;
  }

  /// The different values, in the order in which they first appear.
  public List<String> values() {
    return values;
  }

  /// Which of [#values] a voter has.
  public int code(int voter) {
    return codes[voter];
  }

  /// What the column says about a voter.
  public String value(int voter) {
    return values.get(codes[voter]);
  }
}
