package org.earshot.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// The rhythm of a year of speaking: weekdays, seasons, one storm, and the hours of each channel.
final class Rhythm {

  private static final double[] WEEK = {1.25, 1.15, 1.08, 1.0, 0.95, 0.58, 0.52};
  private static final double[] YEAR = {
    1.12, 1.08, 1.05, 0.98, 0.97, 0.96, 0.9, 0.8, 1.03, 1.08, 1.1, 0.88
  };

  private final Instant end;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final LocalDate storm;
  private final WorkingDays offices;

  Rhythm(Instant end, WorkingDays offices) {
    this.end = end;
    lastDay = LocalDate.ofInstant(end.minusNanos(1), WorkingDays.ZONE);
    this.offices = offices;
    firstDay = lastDay.minusYears(1).plusDays(1);
    var february = LocalDate.of(lastDay.getYear(), Month.FEBRUARY, 1);
    var tuesday = TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.TUESDAY);
    var thisYear = february.with(tuesday);
    storm = thisYear.isAfter(lastDay) ? february.minusYears(1).with(tuesday) : thisYear;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  LocalDate lastDay() {
    return lastDay;
  }

  int days() {
    return indexOf(lastDay) + 1;
  }

  LocalDate day(int index) {
    return firstDay.plusDays(index);
  }

  int indexOf(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(firstDay, day);
  }

  /// Nothing happens then or later; the last day may be cut short.
  Instant end() {
    return end;
  }

  /// The index of the storm's first day.
  int storm() {
    return Math.max(0, indexOf(storm));
  }

  /// The index of the first day of a month that is not the broken one the year begins with.
  int startOf(int month) {
    var day = firstDay.withDayOfMonth(1);
    while (day.getMonthValue() != month || day.isBefore(firstDay)) {
      day = day.plusMonths(1);
    }
    return Math.min(days() - 1, indexOf(day));
  }

  /// How much people speak that day; 1 is an average day.
  double loudness(int index) {
    var day = day(index);
    double weekday = WEEK[day.getDayOfWeek().getValue() - 1];
    double holiday = offices.holidays().contains(day) ? 0.5 : 1;
    return weekday * holiday * YEAR[day.getMonthValue() - 1];
  }

  /// The storm also makes people say more of everything else.
  double stormy(int index) {
    int since = index - storm();
    return since >= 0 && since < 5 ? 1.9 - 0.2 * since : 1;
  }

  /// When on that day somebody speaks through that channel.
  Instant moment(LocalDate day, String channel, Chance chance) {
    double hour =
        switch (channel) {
          case "web" -> chance.in(0.58) ? 20 + 1.3 * chance.normal() : 13 + 3.2 * chance.normal();
          case "sms" -> chance.in(0.5) ? 18.5 + 2 * chance.normal() : 12.5 + 3 * chance.normal();
          case "email" ->
              chance.in(0.5) ? 10.5 + 1.5 * chance.normal() : 18 + 2.6 * chance.normal();
          case "paper" -> chance.between(9.1, 10.5);
          default -> chance.in(0.6) ? 10.4 + 0.8 * chance.normal() : 14.5 + 1.1 * chance.normal();
        };
    boolean staffed = isStaffed(channel);
    double inside = Math.clamp(hour, staffed ? 9.02 : 5.8, staffed ? 16.82 : 23.8);
    long second = Math.round(inside * 3600) + chance.whole(0, 599);
    return day.atTime(LocalTime.ofSecondOfDay(second)).atZone(WorkingDays.ZONE).toInstant();
  }

  /// Phone, counter and paper need somebody in the office.
  static boolean isStaffed(String channel) {
    return channel.equals("phone") || channel.equals("counter") || channel.equals("paper");
  }
}
