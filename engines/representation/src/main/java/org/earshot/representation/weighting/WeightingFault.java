package org.earshot.representation.weighting;

/// One reason why there are no weights. [#message] says it in words, with a way out.
public sealed interface WeightingFault {

  /// The cause and a way out.
  String message();

  /// People live in a level, but none of them was heard.
  record EmptyLevel(String dimension, String level, double target) implements WeightingFault {
    @Override
    public String message() {
      return ("Nobody with %s = %s was heard, but %s people live here; no weight can repair that. Merge"
              + " the level with a neighbouring one, or report it as not heard.")
          .formatted(dimension, level, number(target));
    }
  }

  /// People were heard from a level in which nobody lives.
  record EmptyTarget(String dimension, String level, int heard) implements WeightingFault {
    @Override
    public String message() {
      return ("%s people with %s = %s were heard, but the margin says that nobody lives there. Correct"
              + " the margin, merge the level, or leave these people out.")
          .formatted(heard, dimension, level);
    }
  }

  /// A target is negative, missing or not a number.
  record BadTarget(String dimension, String level, double target) implements WeightingFault {
    @Override
    public String message() {
      return "The target of %s = %s is %s. Targets are counts of people: zero or more."
          .formatted(dimension, level, target);
    }
  }

  /// Two margins count different numbers of people.
  record InconsistentTotals(
      String dimension, double total, String otherDimension, double otherTotal)
      implements WeightingFault {
    @Override
    public String message() {
      return ("The margin %s counts %s people and %s counts %s: a difference of %s. Margins must count"
              + " the same people; correct one of them or scale it knowingly.")
          .formatted(
              dimension,
              number(total),
              otherDimension,
              number(otherTotal),
              number(Math.abs(total - otherTotal)));
    }
  }

  /// The bounds leave no room to reach a level's target.
  record BoundsTooTight(String dimension, String level, double ratio, double lower, double upper)
      implements WeightingFault {
    @Override
    public String message() {
      return ("%s = %s needs weights of %s times the base on average, or other levels would not fit,"
              + " but the bounds are %s and %s. Widen the bounds or merge levels.")
          .formatted(dimension, level, rounded(ratio), number(lower), number(upper));
    }
  }

  /// Trimming cannot keep the total.
  record TrimTooTight(double mean, double lower, double upper) implements WeightingFault {
    @Override
    public String message() {
      return ("The mean weight is %s, and trimming to %s and %s leaves no room to share what is cut"
              + " off. Choose bounds further from the mean.")
          .formatted(rounded(mean), number(lower), number(upper));
    }
  }

  /// The margins contradict one another among those who were heard.
  record NoSolution(String dimension, String level, double discrepancy) implements WeightingFault {
    @Override
    public String message() {
      return ("The margins cannot all be met with the people who were heard: at best %s = %s stays off"
              + " by %s of its target. Two dimensions contradict each other here; merge levels of"
              + " one of them.")
          .formatted(dimension, level, rounded(discrepancy));
    }
  }

  private static String rounded(double value) {
    return number(Math.round(value * 1e4) / 1e4);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
