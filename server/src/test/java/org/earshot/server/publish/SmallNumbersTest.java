package org.earshot.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.earshot.server.publish.DebtReport.Counts;
import org.earshot.testing.RandomSeeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// No published number points at a person, also not by subtraction.
class SmallNumbersTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final SurvivalCurve NO_CURVE = SurvivalCurve.of(List.of());

  private static PublicDebt published(List<Counts> rows) {
    var all =
        new Counts(
            rows.stream().mapToLong(Counts::heard).sum(),
            rows.stream().mapToLong(Counts::owed).sum(),
            rows.stream().mapToLong(Counts::overdue).sum());
    var table =
        new DebtReport.Table(
            "area", rows.stream().map(counts -> new DebtReport.Row("x", counts, 5, 30)).toList());
    return SmallNumbers.hide(
        new DebtReport(Instant.EPOCH, all, all, NO_CURVE, NO_CURVE, List.of(table)), DAY);
  }

  @Test
  void aSmallCountIsHiddenTogetherWithTheNextSmallest() {
    var rows =
        published(List.of(new Counts(100, 40, 20), new Counts(80, 30, 15), new Counts(5, 0, 0)))
            .tables()
            .getFirst()
            .rows();
    assertThat(rows.get(0).cells().heard()).isEqualTo(100);
    assertThat(rows.get(1).cells().heard()).isNull();
    assertThat(rows.get(2).cells().heard()).isNull();
  }

  @Test
  void nobodyIsNotHidden() {
    var rows = published(List.of(new Counts(100, 0, 0), new Counts(80, 30, 15))).tables();
    assertThat(rows.getFirst().rows().getFirst().cells().owed()).isZero();
  }

  /// The attack: from every published number, take every other, within the row and against the
  /// total.
  @RandomSeeds
  void noSubtractionGivesASmallCount(long seed) {
    var random = new Random(seed);
    var rows = new ArrayList<Counts>();
    for (int i = 0; i < 2 + random.nextInt(12); i++) {
      long heard = random.nextInt(random.nextBoolean() ? 15 : 400);
      long owed = heard == 0 ? 0 : random.nextLong(heard + 1);
      rows.add(new Counts(heard, owed, owed == 0 ? 0 : random.nextLong(owed + 1)));
    }
    var debt = published(rows);
    var shown = debt.tables().getFirst().rows().stream().map(PublicDebt.Row::cells).toList();
    for (var cells : shown) {
      assertNotSmall(cells.heard());
      assertNotSmall(cells.owed());
      assertNotSmall(cells.overdue());
      assertNotSmall(difference(cells.heard(), cells.owed()));
      assertNotSmall(difference(cells.owed(), cells.overdue()));
    }
    assertNotAlone(debt.all().heard(), shown, PublicDebt.Cells::heard);
    assertNotAlone(debt.all().owed(), shown, PublicDebt.Cells::owed);
    assertNotAlone(debt.all().overdue(), shown, PublicDebt.Cells::overdue);
  }

  /// With the total known, what is hidden must never be a single small number.
  private static void assertNotAlone(
      @Nullable Long total,
      List<PublicDebt.Cells> rows,
      Function<PublicDebt.Cells, @Nullable Long> column) {
    long known = 0;
    int hidden = 0;
    for (var row : rows) {
      var cell = column.apply(row);
      known += cell == null ? 0 : cell;
      hidden += cell == null ? 1 : 0;
    }
    assertThat(total != null && hidden == 1 && SmallNumbers.isSmall(total - known)).isFalse();
  }

  private static @Nullable Long difference(@Nullable Long whole, @Nullable Long part) {
    return whole == null || part == null ? null : (Long) (whole - part);
  }

  private static void assertNotSmall(@Nullable Long count) {
    assertThat(count == null || !SmallNumbers.isSmall(count)).as("%s", count).isTrue();
  }
}
