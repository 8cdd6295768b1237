package org.earshot.server.reflect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.earshot.server.places.Names;
import org.jspecify.annotations.Nullable;

/// The last seven days in figures, for leaders.
///
/// @param heard people who spoke
/// @param answered people who had their first answer
/// @param medianDays how long half of those waited at most; null when nobody was answered
/// @param dueThisWeek people to whom an answer is promised within seven days
/// @param overdue people who wait longer than promised
/// @param topNeeds what came up most
/// @param largestDebts needs behind which most people wait
/// @param felt the felt-heard score of the last 30 days; null when fewer than ten said
/// @param feltBefore the same for the 30 days before
/// @param feltByGroup the last twelve months by area and by segment, groups of ten or more
/// @param silent whom the body has not heard
public record WeekReport(
    Instant asOf,
    long heard,
    long heardBefore,
    long answered,
    @Nullable Integer medianDays,
    long dueThisWeek,
    long overdue,
    List<NeedCount> topNeeds,
    List<NeedCount> largestDebts,
    @Nullable Share felt,
    @Nullable Share feltBefore,
    List<GroupShare> feltByGroup,
    List<Silence> silent) {

  public WeekReport {
    topNeeds = List.copyOf(topNeeds);
    largestDebts = List.copyOf(largestDebts);
    feltByGroup = List.copyOf(feltByGroup);
    silent = List.copyOf(silent);
  }

  /// A need and how many people.
  public record NeedCount(long number, Names titles, long people) {}

  /// The felt-heard share of one area (then `segment` is null) or segment.
  public record GroupShare(@Nullable UUID area, @Nullable UUID segment, Share share) {}
}
