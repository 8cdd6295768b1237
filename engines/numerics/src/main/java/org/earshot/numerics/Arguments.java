package org.earshot.numerics;

import java.util.Locale;

/// Checks of what a caller hands over. Each throws [IllegalArgumentException] that names the
/// argument and its value.
public final class Arguments {

  private Arguments() {}

  /// Refuses what does not hold.
  ///
  /// @param message a format for `values`, only written when it is needed
  @SuppressWarnings("AnnotateFormatMethod") // would be a dependency for one annotation
  public static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }

  /// Refuses a number that is not in `[least, most]`, NaN included.
  public static double requireWithin(double value, double least, double most, String name) {
    require(
        value >= least && value <= most,
        "%s must be from %s to %s, but is %s.",
        name,
        least,
        most,
        value);
    return value;
  }

  /// Refuses an array with an entry that is negative, infinite or not a number.
  public static void requireNonNegative(double[] values, String name) {
    for (int i = 0; i < values.length; i++) {
      require(
          values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY,
          "%s[%s] must be a number, zero or more, but is %s.",
          name,
          i,
          values[i]);
    }
  }
}
