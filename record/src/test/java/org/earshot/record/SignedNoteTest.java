package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.earshot.record.SignedNote.Opening.Refused;
import org.earshot.record.SignedNote.Opening.Trusted;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  /// The example in the documentation of golang.org/x/mod/sumdb/note.
  private static final String NEUMANN_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String NEUMANN_TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String NEUMANN_NOTE =
      NEUMANN_TEXT
          + """

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

  private static final NoteSigner TOWN = NoteSigner.of("town", new byte[32]);
  private static final NoteSigner WITNESS =
      NoteSigner.of("witness", SigningKey.generate(new SecureRandom()));

  @Test
  void aNoteSignedByTheGoProgramOpens() {
    var key = NoteVerifier.parse(NEUMANN_KEY);
    assertThat(key.vkey()).isEqualTo(NEUMANN_KEY);
    assertThat(open(NEUMANN_NOTE, key))
        .isEqualTo(new Trusted(NEUMANN_TEXT, Set.of("PeterNeumann")));
  }

  @Test
  void unknownSignaturesArePassedOver() {
    String note = SignedNote.sign("Said.\n", WITNESS, TOWN);
    assertThat(open(note, TOWN.verifier())).isEqualTo(new Trusted("Said.\n", Set.of("town")));
    assertThat(open(note, TOWN.verifier(), WITNESS.verifier()))
        .isEqualTo(new Trusted("Said.\n", Set.of("town", "witness")));
  }

  @Test
  void aKeyOfTheSameNameIsNotTheSameKey() {
    var impostor = NoteSigner.of("town", SigningKey.generate(new SecureRandom()));
    assertThat(open(SignedNote.sign("Said.\n", impostor), TOWN.verifier()))
        .isEqualTo(new Refused("No key that we know has signed the note."));
  }

  @Test
  void aWrongSignatureIsRefusedEvenBesideAGoodOne() {
    String note = SignedNote.sign("Said.\n", TOWN, WITNESS).replace("Said", "Sold");
    assertThat(open(note, TOWN.verifier())).isInstanceOf(Refused.class);
    String mixed =
        SignedNote.sign("Said.\n", TOWN)
            + SignedNote.sign("Sold.\n", WITNESS).lines().toList().getLast()
            + "\n";
    assertThat(open(mixed, TOWN.verifier())).isInstanceOf(Trusted.class);
    assertThat(open(mixed, TOWN.verifier(), WITNESS.verifier()))
        .isEqualTo(new Refused("The signature of witness is wrong."));
  }

  @RandomSeeds
  void aNoteWithAnyByteChangedIsRefused(long seed) {
    var random = new Random(seed);
    byte[] note = SignedNote.sign("Said by many.\nHeard by all.\n", TOWN).getBytes(UTF_8);
    note[random.nextInt(note.length)] ^= (byte) (1 << random.nextInt(8));
    assertThat(SignedNote.open(note, List.of(TOWN.verifier()))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        "text\n\nsomething\n",
        "text\n\n— town\n",
        "text\n\n— town \n",
        "text\n\n— town AAAA\n",
        "text\n\n— town AAAAAA\n",
        "text\n\n— town !!!!!!!!\n",
        "text\n\n—town AAAAAAAA\n",
        "text\n\n- town AAAAAAAA\n",
        "text\n\n— to+wn AAAAAAAA\n",
        "text\n\n—  AAAAAAAA\n",
        "te\0xt\n\n— town AAAAAAAA\n",
        "text\r\n\r\n— town AAAAAAAA\r\n",
        "text\n\n— town AAAAAAAA"
      })
  void malformedNotesAreRefused(String hostile) {
    assertThat(open(hostile, TOWN.verifier())).isInstanceOf(Refused.class);
  }

  @Test
  void tooLargeNotesAndTooManySignaturesAreRefused() {
    String line = SignedNote.sign("x\n", TOWN).substring(3);
    assertThat(open("x\n\n" + line.repeat(100), TOWN.verifier())).isInstanceOf(Trusted.class);
    assertThat(open("x\n\n" + line.repeat(101), TOWN.verifier())).isInstanceOf(Refused.class);
    String large = SignedNote.sign("x".repeat(1_000_000) + "\n", TOWN);
    assertThat(open(large, TOWN.verifier())).isInstanceOf(Refused.class);
    byte[] notText = {(byte) 0xC3, '\n', '\n'};
    assertThat(SignedNote.open(notText, List.of())).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "++",
        "town",
        "town+00000000",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpcQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWx",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW ",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void malformedVerifierKeysAreRefused(String hostile) {
    assertThatThrownBy(() -> NoteVerifier.parse(hostile))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyComesBackFromItsSeed() {
    var key = SigningKey.generate(new SecureRandom());
    assertThat(NoteSigner.of("town", key.seed()).verifier())
        .isEqualTo(NoteSigner.of("town", key).verifier());
  }

  private static SignedNote.Opening open(String note, NoteVerifier... known) {
    return SignedNote.open(note.getBytes(UTF_8), List.of(known));
  }
}
