package org.earshot.numerics;

import static org.earshot.numerics.Arguments.require;

/// Numbers as whole multiples of a power of two, so that their sum is the same in any order.
///
/// Floating-point addition is not associative: the sum of a million numbers depends on their order,
/// and so on who came first and on how many threads took part. Sums of whole numbers do not. The
/// price is an error of at most half a unit for each number.
///
/// @param bits the unit is 2^-bits
public record FixedPoint(int bits) {

  private static final int ROOM = 61; // of 63 bits; one to spare for rounding up

  public FixedPoint {
    require(bits >= -900 && bits <= 900, "A unit of 2^-%s is out of range.", bits);
  }

  /// The finest unit in which a sum of that size still fits.
  ///
  /// @param largest what the absolute sum will not exceed
  public static FixedPoint forSumsUpTo(double largest) {
    require(largest >= 0 && largest < 1e250, "Sums up to %s cannot be counted.", largest);
    return new FixedPoint(ROOM - 1 - Math.getExponent(Math.max(largest, 1e-200)));
  }

  /// How many units the number has, rounded to the nearest.
  public long units(double number) {
    return Math.round(number * unitsInOne());
  }

  public double number(long units) {
    return units / unitsInOne();
  }

  /// 2^bits.
  public double unitsInOne() {
    return Double.longBitsToDouble((long) (bits + 1023) << 52);
  }
}
