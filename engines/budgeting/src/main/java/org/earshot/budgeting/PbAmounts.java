package org.earshot.budgeting;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Amounts of money as files write them.
final class PbAmounts {

  private static final Pattern MONEY = Pattern.compile("\\d{1,15}(?:[.,]\\d{1,6}0*)?");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3},\\d{3}");

  private final PbFaults faults;

  PbAmounts(PbFaults faults) {
    this.faults = faults;
  }

  /// An amount in currency units; zero if the text is none, which is then a fault.
  BigDecimal read(String text, int line, String column) {
    if (THOUSANDS.matcher(text).matches()) {
      faults.addAt(
          line,
          column,
          text,
          "is this %s or %s? Write it without separators, decimals after a point."
              .formatted(text.replace(",", ""), text.replace(',', '.')));
      return BigDecimal.ZERO;
    }
    if (!MONEY.matcher(text).matches()) {
      faults.addAt(
          line,
          column,
          text,
          "money is a number such as 12000 or 1532717.63, with no sign, space or separator.");
      return BigDecimal.ZERO;
    }
    return new BigDecimal(text.replace(',', '.'));
  }

  /// How many decimals an amount needs.
  static int decimals(BigDecimal amount) {
    return Math.max(0, amount.stripTrailingZeros().scale());
  }

  /// An amount in smallest units. All must be exact as doubles, which they are below 2^53.
  long inSmallestUnits(BigDecimal amount, int decimals, int line, String column) {
    var scaled = amount.movePointRight(decimals);
    if (scaled.compareTo(BigDecimal.valueOf(1L << 53)) >= 0) {
      faults.addAt(line, column, amount.toPlainString(), "amounts may have 15 digits in all.");
      return 1;
    }
    return scaled.longValueExact();
  }
}
