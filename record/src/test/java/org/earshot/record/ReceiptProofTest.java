package org.earshot.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.earshot.record.ReceiptProof.Check;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

class ReceiptProofTest {

  private static final SampleLog LOG = SampleLog.of(1_000);
  private static final NoteVerifier KEY = SampleLog.SIGNER.verifier();

  @RandomSeeds
  void aReceiptIsCheckedWithoutTheLog(long seed) {
    long index = new Random(seed).nextInt(1_000);
    assertThat(receipt(index).check(KEY))
        .isEqualTo(new Check.Proven(SampleLog.entry(index), LOG.checkpoint()));
  }

  @Test
  void eachPartOfAReceiptCounts() {
    var good = receipt(7);
    var other = receipt(8);
    assertThat(with(8, good.entry(), good.leaf(), good.proof(), good.checkpoint()))
        .isInstanceOf(Check.Refuted.class);
    assertThat(with(7, other.entry(), good.leaf(), good.proof(), good.checkpoint()))
        .isEqualTo(new Check.Refuted("The leaf hash is not the hash of the entry."));
    assertThat(with(7, other.entry(), other.leaf(), good.proof(), good.checkpoint()))
        .isInstanceOf(Check.Refuted.class);
    assertThat(with(7, good.entry(), good.leaf(), other.proof(), good.checkpoint()))
        .isInstanceOf(Check.Refuted.class);
    assertThat(with(7, "anything", good.leaf(), good.proof(), good.checkpoint()))
        .isInstanceOf(Check.Refuted.class);
    assertThat(with(7, good.entry(), good.leaf(), good.proof(), "anything"))
        .isInstanceOf(Check.Refuted.class);
    assertThat(with(-1, good.entry(), good.leaf(), good.proof(), good.checkpoint()))
        .isInstanceOf(Check.Refuted.class);
  }

  private static Check with(
      long index, String entry, Hash leaf, List<Hash> proof, String checkpoint) {
    return new ReceiptProof(null, index, entry, leaf, proof, checkpoint).check(KEY);
  }

  private static ReceiptProof receipt(long index) {
    var entry = SampleLog.entry(index);
    return new ReceiptProof(
        "7KQM3XWT9VFRC",
        index,
        entry.text(),
        entry.leaf(),
        Proofs.inclusion(index, 1_000, LOG).hashes(),
        LOG.checkpoint().sign(SampleLog.SIGNER));
  }
}
