package org.earshot.demo;

import java.util.List;
import java.util.SplittableRandom;

/// Chance that is the same each time: a stream of draws for one place in the story, named by the
/// seed and a path of numbers. Uses [StrictMath], so that every machine draws the same bits.
final class Chance {

  private final SplittableRandom random;

  private Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  static Chance of(long seed, long... path) {
    long mixed = seed;
    for (long step : path) {
      mixed = mix(mixed + 0x9E3779B97F4A7C15L) ^ mix(step * 0xD1342543DE82EF95L + 1);
    }
    return new Chance(mix(mixed));
  }

  private static long mix(long z) { // the finisher of splitmix64
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  boolean in(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  /// A whole number from `low` to `high`, both possible.
  int whole(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  <T> T oneOf(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  /// An index, each as likely as its weight says.
  int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
