package org.earshot.budgeting;

import java.util.Arrays;
import java.util.Optional;

/// What a ballot says about its projects.
public enum VoteType {
  APPROVAL("approval"),
  CHOOSE_ONE("choose-1"),
  ORDINAL("ordinal"),
  CUMULATIVE("cumulative"),
  SCORING("scoring");

  private final String word;

  VoteType(String word) {
    this.word = word;
  }

  /// As files write it.
  public String word() {
    return word;
  }

  static Optional<VoteType> find(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  static String words() {
    return String.join(", ", Arrays.stream(values()).map(VoteType::word).toList());
  }

  /// Whether each project on a ballot has points.
  boolean hasPoints() {
    return this == CUMULATIVE || this == SCORING;
  }
}
