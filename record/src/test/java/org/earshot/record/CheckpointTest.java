package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ROOT = Hashing.emptyRoot().base64();

  @Test
  void theTextIsReadBackWithItsExtensions() {
    var checkpoint =
        new Checkpoint("town", 0, Hashing.emptyRoot(), List.of("continues old 7", "more"));
    assertThat(checkpoint.text()).isEqualTo("town\n0\n%s\ncontinues old 7\nmore\n".formatted(ROOT));
    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "town\n0\nROOT",
        "town\n0\n",
        "\n0\nROOT\n",
        "town\n00\nROOT\n",
        "town\n+1\nROOT\n",
        "town\n-1\nROOT\n",
        "town\n1 \nROOT\n",
        "town\n9223372036854775808\nROOT\n",
        "town\n99999999999999999999\nROOT\n",
        "town\n0\nROOT\n\n",
        "town\n0\nROOT\nx\n\ny\n",
        "town\n0\nROOT=\n",
        "town\n0\nAAAA\n",
        "town\n0\n\n",
        "town\r\n0\r\nROOT\r\n"
      })
  void malformedTextsAreRefused(String hostile) {
    assertThatThrownBy(() -> Checkpoint.parse(hostile.replace("ROOT", ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void base64HasOneSpellingOnly() {
    String other = ROOT.replaceAll(".=$", "V="); // the last character's low bits are not zero
    assertThat(other).isNotEqualTo(ROOT);
    assertThatThrownBy(() -> Checkpoint.parse("town\n0\n" + other + "\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCheckpointOfAnotherLogIsRefusedThoughTheKeyIsRight() {
    var signer = NoteSigner.of("town", new byte[32]);
    var other = new Checkpoint("village", 0, Hashing.emptyRoot());
    assertThat(Checkpoint.open(other.sign(signer).getBytes(UTF_8), signer.verifier()))
        .isEqualTo(
            new Checkpoint.Opening.Refused("The checkpoint is of village, the key of town."));
  }
}
