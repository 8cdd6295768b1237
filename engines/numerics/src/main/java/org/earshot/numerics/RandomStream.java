package org.earshot.numerics;

import static org.earshot.numerics.Arguments.require;

/// Seeded randomness: the same seed gives the same numbers on every machine, for ever.
///
/// Streams with different numbers are independent, so that work can be split among threads: give
/// each piece its own stream. Not thread-safe, and not for secrets.
///
/// **Source:** G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA
/// 2014 (SplitMix64); bounded numbers after D. Lemire, Fast random integer generation in an
/// interval, ACM TOMACS 29(1), 2019.
public final class RandomStream {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /// Begins the stream of that number under the seed.
  public static RandomStream of(long seed, long stream) {
    return new RandomStream(mix(mix(seed + GOLDEN) ^ mix(stream * GOLDEN + 1)));
  }

  /// Spreads the bits of a number over all 64: a bijection.
  public static long mix(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /// A whole number from 0 to `bound - 1`, each equally likely.
  public int nextInt(int bound) {
    require(bound > 0, "The bound must be 1 or more, but is %s.", bound);
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (0x100000000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /// A number in [0, 1), each multiple of 2^-53 equally likely.
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /// A number from the standard normal distribution.
  public double nextGaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }
}
