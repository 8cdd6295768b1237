package org.earshot.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The tour goes on: a newspaper keeps a copy of the record and watches that it only grows.
class A02_ManyVoicesTest {

  @Test
  void manyVoices() throws IOException {
    // The record has 1,000 entries; four tiles of 256 hashes and their bundles of entries.
    var log = SampleLog.of(1_000);
    assertThat(log.files)
        .containsKeys("tile/0/000", "tile/0/003.p/232", "tile/1/000.p/3", "tile/entries/002");
    byte[] keptByTheNewspaper = log.file("checkpoint");

    // A week later it has 5,000. The newspaper reads them all: nothing of the 1,000 has changed.
    log.grow(4_000);
    var verifier = new LogVerifier(log, SampleLog.SIGNER.verifier(), _ -> {});
    assertThat(verifier.checkSince(keptByTheNewspaper))
        .isEqualTo(new LogCheck.Sound(log.checkpoint()));

    // The same in one short proof, for those who do not want to read everything.
    var proof = Proofs.consistency(1_000, 5_000, log);
    assertThat(proof.hashes()).hasSizeLessThan(20);
    assertThat(proof.proves(Tree.root(1_000, log), log.checkpoint().root())).isTrue();
  }
}
