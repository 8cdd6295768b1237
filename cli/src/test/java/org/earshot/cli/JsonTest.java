package org.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

  record Town(String zone, int people, @Nullable String mayor, List<Double> shares) {}

  record Share(double share) {}

  @Test
  void aResultSaysWhoMadeItAndHowAndThenWhatTheRecordDeclares() throws IOException {
    assertThat(written(new Town("B\u00f3r", 3, null, List.of(0.1, 1e-9))))
        .isEqualTo(
            "{\"earshot\":\"%s\",\"method\":\"count\",\"zone\":\"B\u00f3r\",\"people\":3,\"mayor\":null,\"shares\":[0.1,1.0E-9]}\n"
                .formatted(Version.number()));
    assertThat(Version.number()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @RandomSeeds
  void everyDoubleIsReadBackAsItself(long seed) throws IOException {
    double number = Double.longBitsToDouble(new Random(seed).nextLong());
    if (Double.isFinite(number)) {
      var json = written(new Share(number));
      var text = json.substring(json.lastIndexOf(':') + 1, json.indexOf('}'));
      assertThat(Double.parseDouble(text)).isEqualTo(number);
    } else {
      assertThatThrownBy(() -> written(new Share(number))).hasMessageContaining("[\"share\"]");
    }
  }

  @Test
  void whatIsNotFiniteIsRefusedAndNamed() {
    for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> written(new Share(number)))
          .hasMessageContaining(Double.toString(number))
          .hasMessageContaining("[\"share\"]");
      assertThatThrownBy(() -> written(new Town("", 0, null, Arrays.asList(1.0, number))))
          .hasMessageContaining("[\"shares\"]");
    }
  }

  private static String written(Object body) throws IOException {
    var out = new ByteArrayOutputStream();
    Json.writeResult(out, "count", body);
    return out.toString(UTF_8);
  }
}
