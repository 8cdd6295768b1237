package org.earshot.server.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// How many felt heard, and who is silent.
class ShareTest {

  @Test
  void theIntervalIsWilsons() { // 81 of 263: Newcombe 1998, table I, method 3
    var share = new Share(81, 263);
    assertThat(share.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(share.high()).isCloseTo(0.3662, within(5e-5));
    assertThat(new Share(15, 148).low()).isCloseTo(0.0624, within(5e-5));
    assertThat(new Share(0, 20).low()).isCloseTo(0, within(1e-12));
    assertThat(new Share(0, 20).high()).isCloseTo(0.1611, within(5e-5));
  }

  @RandomSeeds
  void theIntervalHoldsTheShare(long seed) {
    var random = new Random(seed);
    long people = random.nextLong(1, 501);
    var share = new Share(random.nextLong(people + 1), people);
    assertThat(share.low()).isBetween(-1e-12, share.value() + 1e-12);
    assertThat(share.high()).isBetween(share.value() - 1e-12, 1 + 1e-12);
  }

  @Test
  void aSmallDifferenceMayBeChance() {
    assertThat(new Share(61, 100).differsFrom(new Share(56, 100))).isFalse();
    assertThat(new Share(610, 1_000).differsFrom(new Share(510, 1_000))).isTrue();
  }

  @Test
  void nobodyIsNoShare() {
    assertThatThrownBy(() -> new Share(0, 0)).hasMessageContaining("0 of 0");
  }

  @Test
  void onlyAClearGapIsCalledSilence() {
    var young = UUID.randomUUID();
    var arabic = UUID.randomUUID();
    var northgate = UUID.randomUUID();
    var worst =
        Silence.worst(
            List.of(
                new Silence(young, null, 60, 100),
                new Silence(young, northgate, 2, 20),
                new Silence(arabic, northgate, 3, 40),
                new Silence(arabic, null, 95, 100),
                new Silence(UUID.randomUUID(), null, 0, 5)),
            5);
    assertThat(worst).extracting(Silence::segment).containsExactly(young, arabic);
    assertThat(worst.getFirst().shortBy()).isEqualTo(40);
  }
}
