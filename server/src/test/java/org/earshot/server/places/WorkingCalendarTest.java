package org.earshot.server.places;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// Promises count working days only.
class WorkingCalendarTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 3);

  @Test
  void aPromiseLeapsWeekendsAndHolidays() {
    var monday = FRIDAY.plusDays(3);
    var calendar = new WorkingCalendar(PlacesEditor.MONDAY_TO_FRIDAY, List.of(monday));
    assertEquals(monday.plusDays(1), calendar.after(FRIDAY, 1));
    assertEquals(1, calendar.between(FRIDAY, monday.plusDays(1)));
    assertEquals(-1, calendar.between(monday.plusDays(1), FRIDAY));
    assertEquals(0, calendar.between(FRIDAY, monday));
  }

  @RandomSeeds
  void countingAgreesWithWalking(long seed) {
    var random = new Random(seed);
    var days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    days.add(DayOfWeek.of(1 + random.nextInt(7)));
    var holidays = random.ints(10, 0, 60).mapToObj(FRIDAY::plusDays).toList();
    var calendar = new WorkingCalendar(days, holidays);
    int count = 1 + random.nextInt(40);
    var promised = calendar.after(FRIDAY, count);
    assertEquals(count, calendar.between(FRIDAY, promised));
  }
}
