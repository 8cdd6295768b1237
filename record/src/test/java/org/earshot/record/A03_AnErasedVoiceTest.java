package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The tour ends: someone takes their vote back out of a batch of three. The record stays whole.
class A03_AnErasedVoiceTest {

  @Test
  void anErasedVote() {
    // Three votes, each under its own salt, enter the record as one batch.
    Commitment anna = Commitment.of(salt("a"), "yes".getBytes(UTF_8));
    Commitment badr = Commitment.of(salt("b"), "no".getBytes(UTF_8));
    Commitment chloe = Commitment.of(salt("c"), "yes".getBytes(UTF_8));
    var batch = BatchCommitment.of(List.of(anna, badr, chloe));

    // Badr's vote and salt are erased. His commitment remains, and opens to nothing any more.
    // The others still prove theirs.
    var proof = batch.proof(2);
    assertThat(chloe.opensTo(salt("c"), "yes".getBytes(UTF_8))).isTrue();
    assertThat(BatchCommitment.proves(proof, chloe, batch.commitment())).isTrue();

    // Nor can anybody put another vote in the place of Badr's.
    Commitment forged = Commitment.of(salt("b"), "yes".getBytes(UTF_8));
    assertThat(BatchCommitment.proves(batch.proof(1), forged, batch.commitment())).isFalse();
  }

  private static byte[] salt(String whose) { // random in real life
    return Hashing.leaf(whose.getBytes(UTF_8)).bytes();
  }
}
