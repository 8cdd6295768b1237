package org.earshot.cli.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Numbers as the reports write them: a narrow space between thousands, a point before decimals, a
/// true minus sign; the same in every country. Halves are rounded away from zero.
public final class Numbers {

  private static final String THIN_SPACE = "\u202f";
  private static final String MINUS = "\u2212";

  private Numbers() {}

  /// A whole number: "1 234 567".
  public static String whole(long number) {
    return grouped(BigInteger.valueOf(number).toString());
  }

  /// A number with so many decimals: "1 234.50".
  public static String fixed(double number, int decimals) {
    return fixed(new BigDecimal(number), decimals);
  }

  /// A number with so many decimals, rounded from its exact value.
  public static String fixed(BigDecimal number, int decimals) {
    return grouped(number.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  /// A share as a percentage with one decimal: 0.1234 is "12.3 %".
  public static String percent(double share) {
    return fixed(share * 100, 1) + THIN_SPACE + "%";
  }

  private static String grouped(String plain) {
    boolean negative = plain.startsWith("-");
    String digits = negative ? plain.substring(1) : plain;
    int point = digits.indexOf('.');
    int end = point < 0 ? digits.length() : point;
    var text = new StringBuilder(digits);
    for (int at = end - 3; at > 0; at -= 3) {
      text.insert(at, THIN_SPACE);
    }
    boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.');
    return negative && !zero ? MINUS + text : text.toString();
  }
}
