package org.earshot.server.reflect;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A group that was heard less than its share of the people would make us expect.
///
/// @param area null for the whole community
/// @param heard how many of the group spoke
/// @param expected how many would have, had everybody spoken alike
public record Silence(UUID segment, @Nullable UUID area, long heard, double expected) {

  /// So many standard deviations below what is expected, and it is no accident (about 1 in 200).
  private static final double CERTAIN = 2.6;

  private static final int FEWEST_EXPECTED = 10;

  /// How many more voices would make up for it.
  public long shortBy() {
    return Math.round(expected - heard);
  }

  /// The groups that are surely missed, the largest gap first; a group in one area is left out when
  /// it is missed everywhere anyway.
  static List<Silence> worst(List<Silence> groups, int limit) {
    var sure = groups.stream().filter(Silence::isSure).toList();
    return sure.stream()
        .filter(
            group ->
                group.area() == null
                    || sure.stream()
                        .noneMatch(
                            other ->
                                other.area() == null && other.segment().equals(group.segment())))
        .sorted(Comparator.comparingLong(Silence::shortBy).reversed())
        .limit(limit)
        .toList();
  }

  private boolean isSure() {
    return expected >= FEWEST_EXPECTED && (expected - heard) / Math.sqrt(expected) > CERTAIN;
  }
}
