package org.earshot.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

class SumsAndChanceTest {

  @RandomSeeds
  void aFixedPointSumIsTheSameInAnyOrder(long seed) {
    var random = new Random(seed);
    var numbers = new ArrayList<Double>();
    for (int i = 0; i < 100; i++) {
      numbers.add(random.nextGaussian() * Math.pow(10, random.nextInt(6)));
    }
    var unit = FixedPoint.forSumsUpTo(1e9);
    long sum = numbers.stream().mapToLong(unit::units).sum();
    double plain = numbers.stream().mapToDouble(d -> d).sum();
    Collections.shuffle(numbers, random);
    assertThat(numbers.stream().mapToLong(unit::units).sum()).isEqualTo(sum);
    assertThat(unit.number(sum)).isCloseTo(plain, within(1e-6));
  }

  @Test
  void aSumAtTheLimitStillFits() {
    for (double limit : new double[] {1e-9, 0.99, 1, 1.01, 1023, 1024, 1e12}) {
      long units = FixedPoint.forSumsUpTo(limit).units(limit);
      assertThat(units).isPositive().isLessThan(1L << 62);
    }
  }

  @Test
  void aStreamIsTheSameForEverAndOthersDiffer() {
    // The second output of the published generator for the seed 1234567.
    assertThat(RandomStream.mix(Math.addExact(1234567L, 0x3C6EF372FE94F82AL)))
        .isEqualTo(3203168211198807973L);
    assertThat(RandomStream.of(1, 2).nextLong()).isEqualTo(RandomStream.of(1, 2).nextLong());
    assertThat(RandomStream.of(1, 2).nextLong()).isNotEqualTo(RandomStream.of(1, 3).nextLong());
    assertThat(RandomStream.of(1, 2).nextLong()).isNotEqualTo(RandomStream.of(2, 2).nextLong());
  }

  @Test
  void chanceIsFair() {
    var random = RandomStream.of(5, 5);
    var counts = new int[7];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
      double normal = random.nextGaussian();
      sum += normal;
      squares += normal * normal;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_700, 10_300);
    }
    assertThat(sum / 70_000).isCloseTo(0, within(0.02));
    assertThat(squares / 70_000).isCloseTo(1, within(0.03));
  }

  @Test
  void aLoopDoesEachItemOnce() {
    for (int items : new int[] {0, 1, 9, 1000}) {
      var done = new AtomicIntegerArray(items);
      ParallelRanges.run(
          items,
          10,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              done.incrementAndGet(i);
            }
          });
      for (int i = 0; i < items; i++) {
        assertThat(done.get(i)).isEqualTo(1);
      }
    }
  }

  @Test
  void faultsNameTheArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.requireNonNegative(new double[] {1, Double.NaN}, "weights"))
        .withMessageContaining("weights[1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.requireWithin(2, 0, 1, "chance"))
        .withMessageContaining("chance must be from 0.0 to 1.0, but is 2.0");
    assertThatIllegalArgumentException().isThrownBy(() -> RandomStream.of(1, 1).nextInt(0));
  }
}
