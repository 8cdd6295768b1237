package org.earshot.server.publish;

import java.util.List;
import org.earshot.server.platform.i18n.Reader;
import org.jspecify.annotations.Nullable;

/// Both curves of waiting as pictures, with the shares that were answered after some days as the
/// table beside them.
record DebtCurves(CurveDrawing answers, CurveDrawing acknowledgements, List<AfterDays> table) {

  private static final List<Integer> TOLD_DAYS = List.of(1, 3, 7, 14, 21, 30, 60, 90);

  record AfterDays(int days, String answered, String acknowledged) {}

  DebtCurves {
    table = List.copyOf(table);
  }

  /// Null when nobody has been heard yet.
  static @Nullable DebtCurves of(
      SurvivalCurve answers, SurvivalCurve acknowledgements, Reader reader) {
    if (answers.people() == 0) {
      return null;
    }
    return new DebtCurves(
        CurveDrawing.of(answers, reader),
        CurveDrawing.of(acknowledgements, reader),
        TOLD_DAYS.stream()
            .map(
                day ->
                    new AfterDays(
                        day,
                        reader.percent(1 - answers.waitingAfter(day)),
                        reader.percent(1 - acknowledgements.waitingAfter(day))))
            .toList());
  }
}
