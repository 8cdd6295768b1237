package org.earshot.representation.sortition;

/// How many seats go to people with one feature, for example "age: 16-29".
///
/// @param category what is divided, for example "age"
/// @param feature one part of it
/// @param min fewest seats, inclusive
/// @param max most seats, inclusive
/// @param minFlex how low `min` may be set when the quotas cannot be filled
/// @param maxFlex how high `max` may be set then
public record Quota(String category, String feature, int min, int max, int minFlex, int maxFlex) {

  public Quota {
    if (min < 0 || max < min || minFlex < 0 || minFlex > min || maxFlex < max) {
      throw new IllegalArgumentException(
          "Quota for %s = %s: min %d, max %d, min_flex %d, max_flex %d.\n"
                  .formatted(category, feature, min, max, minFlex, maxFlex)
              + "It needs 0 <= min_flex <= min <= max <= max_flex.");
    }
  }

  /// A quota that may be changed to any extent when it cannot be filled.
  public static Quota of(String category, String feature, int min, int max) {
    return new Quota(category, feature, min, max, 0, Integer.MAX_VALUE);
  }
}
