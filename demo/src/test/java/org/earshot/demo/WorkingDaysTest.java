package org.earshot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

  private final WorkingDays calendar = new WorkingDays(2025, 2027);

  @Test
  void knowsEasterAndTheNewYear() {
    assertThat(calendar.holidays())
        .contains(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 8, 31));
  }

  @Test
  void goesHomeAtFiveAndBackAtNine() {
    var friday = Instant.parse("2026-06-12T15:30:00Z"); // half past four in summer time
    assertThat(calendar.plus(friday, 0.125)).isEqualTo(Instant.parse("2026-06-15T08:30:00Z"));
  }

  @Test
  void skipsWeekendsAndHolidaysWhenAnAnswerIsDue() {
    var maundyThursday = LocalDate.of(2026, 4, 2);
    assertThat(calendar.due(maundyThursday, 1)).isEqualTo(LocalDate.of(2026, 4, 7));
  }

  @RandomSeeds
  void alwaysMeetsAnOpenOffice(long seed) {
    var chance = Chance.of(seed);
    var from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(chance.whole(0, 20_000_000));
    var at = calendar.plus(from, chance.between(0, 12));
    var local = at.atZone(WorkingDays.ZONE);
    assertThat(at).isAfterOrEqualTo(from);
    assertThat(calendar.isOpen(local.toLocalDate())).isTrue();
    assertThat(local.getHour()).isBetween(9, 16);
  }
}
