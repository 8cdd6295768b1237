package org.earshot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadArgumentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost:9000", "http://[::1]:8080"})
  void aServerOnThisMachineMayBeMeasured(String url) {
    assertThat(LoadArguments.parse("--url", url).address()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://192.0.2.7", "https://127.0.0.1", "127.0.0.1:8080", "file:///"})
  void nobodyElsesServerIsAsked(String url) {
    assertThatThrownBy(() -> LoadArguments.parse("--url", url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("on this machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100001", "many", "-5"})
  void theLoadIsBounded(String requests) {
    assertThatThrownBy(() -> LoadArguments.parse("--requests", requests))
        .hasMessageContaining("from 1 to 100000");
  }

  @Test
  void anUnknownOptionSaysWhichThereAre() {
    assertThatThrownBy(() -> LoadArguments.parse("--speed", "high"))
        .hasMessageContaining("--requests");
  }

  @Test
  void anOptionNeedsAValue() {
    assertThatThrownBy(() -> LoadArguments.parse("--login")).hasMessage("--login needs a value.");
  }
}
