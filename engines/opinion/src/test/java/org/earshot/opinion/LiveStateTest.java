package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Assertions;

/// A state that was damaged is refused, not half-read.
class LiveStateTest {

  @RandomSeeds
  void refusesDamage(long seed) throws IOException {
    var live = new LiveConversation();
    for (var ballot : new RandomConversation(seed, 6, 4, 2, 0.8).ballots) {
      live.vote(ballot.person(), ballot.statement(), ballot.vote());
    }
    var stream = new ByteArrayOutputStream();
    live.save(stream);
    byte[] whole = stream.toByteArray();
    var random = new Random(seed);
    byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
    Assertions.assertThrows(
        IOException.class, () -> LiveConversation.restore(new ByteArrayInputStream(cut)));
    byte[] changed = whole.clone();
    changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
    Assertions.assertThrows(
        IOException.class, () -> LiveConversation.restore(new ByteArrayInputStream(changed)));
    assertThat(LiveConversation.restore(new ByteArrayInputStream(whole)).landscape().votes().size())
        .isEqualTo(live.refreshMap().votes().size());
  }
}
