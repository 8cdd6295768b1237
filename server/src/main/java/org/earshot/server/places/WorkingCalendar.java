package org.earshot.server.places;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// The days on which a service works: some days of the week, without holidays.
final class WorkingCalendar {

  private final Set<DayOfWeek> workingDays;
  private final NavigableSet<LocalDate> holidays;

  /// A calendar without the holidays.
  ///
  /// @param holidays days off, whatever day of the week they fall on
  WorkingCalendar(Set<DayOfWeek> workingDays, Collection<LocalDate> holidays) {
    this.workingDays = EnumSet.copyOf(workingDays);
    this.holidays = new TreeSet<>();
    for (var day : holidays) {
      if (workingDays.contains(day.getDayOfWeek())) {
        this.holidays.add(day);
      }
    }
  }

  boolean isWorking(LocalDate day) {
    return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /// The day that is `days` working days after `from`, which itself does not count.
  LocalDate after(LocalDate from, int days) {
    var day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorking(day)) {
        left--;
      }
    }
    return day;
  }

  /// The working days after `from` up to and including `to`; negative when `to` comes first.
  int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -between(to, from);
    }
    long days = ChronoUnit.DAYS.between(from, to);
    int count = Math.toIntExact(days / 7) * workingDays.size();
    for (var day = to.minusDays(days % 7); day.isBefore(to); ) {
      day = day.plusDays(1);
      if (workingDays.contains(day.getDayOfWeek())) {
        count++;
      }
    }
    return count - holidays.subSet(from, false, to, true).size();
  }
}
