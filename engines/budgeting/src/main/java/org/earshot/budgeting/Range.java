package org.earshot.budgeting;

import java.math.BigInteger;

/// A number of which only bounds are known, in units of 2^-[#BITS].
record Range(BigInteger low, BigInteger high) {

  static final int BITS = 256;

  static Range of(Rational number) {
    return new Range(number.numerator().shiftLeft(BITS), number.numerator().shiftLeft(BITS))
        .dividedBy(number.denominator());
  }

  Range plus(Range other) {
    return new Range(low.add(other.low), high.add(other.high));
  }

  Range minus(Range other) {
    return new Range(low.subtract(other.high), high.subtract(other.low));
  }

  /// @param factor not negative
  Range times(long factor) {
    var exact = BigInteger.valueOf(factor);
    return new Range(low.multiply(exact), high.multiply(exact));
  }

  /// @param divisor positive
  Range dividedBy(long divisor) {
    return dividedBy(BigInteger.valueOf(divisor));
  }

  private Range dividedBy(BigInteger divisor) {
    return new Range(floor(low, divisor), floor(high, divisor).add(BigInteger.ONE));
  }

  private static BigInteger floor(BigInteger number, BigInteger divisor) {
    var parts = number.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /// The same with its upper bound higher by what `doubt` is above zero at most.
  Range withDoubt(Range doubt) {
    return new Range(low, high.add(doubt.high.max(BigInteger.ZERO)));
  }

  boolean isSurelyBelow(Range other) {
    return high.compareTo(other.low) < 0;
  }

  /// A double within two roundings of the lower bound.
  double roughly() {
    return Math.scalb(low.doubleValue(), -BITS);
  }

  /// At least as far as the bounds are apart.
  double width() {
    return Math.scalb(high.subtract(low).doubleValue(), -BITS) * (1 + 4 * Price.ROUNDING);
  }
}
