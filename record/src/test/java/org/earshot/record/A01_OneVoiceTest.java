package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tour begins: one voice enters the record, and its author can prove it.
class A01_OneVoiceTest {

  @Test
  void oneVoice() {
    // The town has a key. It publishes the verifier's half.
    var signer = NoteSigner.of("record.example.org/town", SigningKey.generate(new SecureRandom()));
    String published = signer.verifier().vkey();

    // A voice arrives. The record gets a line without her words, her name or the second.
    byte[] salt = new byte[32];
    new SecureRandom().nextBytes(salt);
    byte[] words = "The crossing at the school needs a light.".getBytes(UTF_8);
    var entry =
        RecordEntry.at(
            "voice",
            Instant.parse("2026-11-23T09:30:27Z"),
            SubjectTag.of(salt, "voice-1"),
            Commitment.of(salt, words));
    assertThat(entry.text()).startsWith("earshot/1 voice 2026-11-23T09:30Z ");

    // The record grows by that line, and the town signs what it now says.
    var growth = TreeEdge.empty().append(List.of(entry.leaf()));
    var checkpoint = new Checkpoint(signer.name(), growth.edge().size(), growth.edge().root());
    String signed = checkpoint.sign(signer);

    // Her receipt: everything needed to check, years later, without asking the town.
    var proof = Proofs.inclusion(0, 1, (_, _) -> growth.changed().getFirst().bytes());
    var receipt =
        new ReceiptProof("7KQM3XWT9VFRC", 0, entry.text(), entry.leaf(), proof.hashes(), signed);
    assertThat(receipt.check(NoteVerifier.parse(published)))
        .isEqualTo(new ReceiptProof.Check.Proven(entry, checkpoint));

    // And with the salt, that it is these words and no others that were recorded.
    assertThat(entry.commitment().opensTo(salt, words)).isTrue();
    assertThat(entry.commitment().opensTo(salt, "Something else.".getBytes(UTF_8))).isFalse();
  }
}
