package org.earshot.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// When Riverbend's offices are open: Monday to Friday from nine to five, except on holidays.
final class WorkingDays {

  static final ZoneId ZONE = ZoneId.of("Europe/London");
  static final List<DayOfWeek> WEEK =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);
  private static final long SECONDS_A_DAY = 8 * 3600;

  private final TreeSet<LocalDate> holidays = new TreeSet<>();

  /// Knows the holidays of the years given and of those between.
  WorkingDays(int firstYear, int lastYear) {
    for (int year = firstYear; year <= lastYear; year++) {
      holidays.addAll(holidaysIn(year));
    }
  }

  List<LocalDate> holidays() {
    return List.copyOf(holidays);
  }

  boolean isOpen(LocalDate day) {
    return WEEK.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /// The first open day at or after `day`.
  LocalDate openDayFrom(LocalDate day) {
    var open = day;
    while (!isOpen(open)) {
      open = open.plusDays(1);
    }
    return open;
  }

  /// The moment after so much working time; 1.5 is a day and a half of open offices.
  Instant plus(Instant from, double workingDays) {
    var at = LocalDateTime.ofInstant(from, ZONE);
    if (!isOpen(at.toLocalDate()) || !at.toLocalTime().isBefore(CLOSES)) {
      at = openDayFrom(at.toLocalDate().plusDays(1)).atTime(OPENS);
    } else if (at.toLocalTime().isBefore(OPENS)) {
      at = at.toLocalDate().atTime(OPENS);
    }
    long seconds = Math.round(workingDays * SECONDS_A_DAY);
    while (true) {
      long today = ChronoUnit.SECONDS.between(at.toLocalTime(), CLOSES);
      if (seconds < today) {
        return at.plusSeconds(seconds).atZone(ZONE).toInstant();
      }
      seconds -= today;
      at = openDayFrom(at.toLocalDate().plusDays(1)).atTime(OPENS);
    }
  }

  /// The day by which an answer is due to somebody who spoke on `said`.
  LocalDate due(LocalDate said, int promiseWorkingDays) {
    var day = said;
    for (int i = 0; i < promiseWorkingDays; i++) {
      day = openDayFrom(day.plusDays(1));
    }
    return day;
  }

  private static List<LocalDate> holidaysIn(int year) {
    var easter = easterSunday(year);
    var days = new ArrayList<LocalDate>();
    days.add(LocalDate.of(year, Month.JANUARY, 1));
    days.add(easter.minusDays(2));
    days.add(easter.plusDays(1));
    var monday = DayOfWeek.MONDAY;
    days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(monday)));
    days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(monday)));
    days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(monday)));
    days.add(LocalDate.of(year, Month.DECEMBER, 25));
    days.add(LocalDate.of(year, Month.DECEMBER, 26));
    return days;
  }

  /// The anonymous Gregorian rule of 1876.
  private static LocalDate easterSunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int rest = year % 100;
    int epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int day = epact + weekday - 7 * late + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }
}
