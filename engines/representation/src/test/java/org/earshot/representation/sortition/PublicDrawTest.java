package org.earshot.representation.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.earshot.representation.ReferenceData;
import org.junit.jupiter.api.Test;

class PublicDrawTest {

  @Test
  void everyTestVectorIsMet() throws IOException {
    var vectors =
        new ObjectMapper()
            .readTree(ReferenceData.path("lottery/draw_vectors.json").toFile())
            .get("vectors");
    assertThat(vectors).isNotEmpty();
    for (var vector : vectors) {
      var draw =
          PublicDraw.draw(
              vector.get("lottery_sha256").asText(),
              vector.get("nonce").asText(),
              vector.get("beacon").asText(),
              vector.get("m").asInt());
      assertThat(draw)
          .isEqualTo(
              new PublicDraw(
                  vector.get("commitment").asText(),
                  vector.get("counter").asInt(),
                  vector.get("index").asInt()));
    }
  }

  @Test
  void whatIsNotHexadecimalIsRefused() {
    assertThatThrownBy(() -> PublicDraw.draw("00", "xyz", "00", 3)).hasMessageContaining("nonce");
    assertThatThrownBy(() -> PublicDraw.draw("00", "00", "00", 0))
        .hasMessageContaining("at least one");
  }
}
