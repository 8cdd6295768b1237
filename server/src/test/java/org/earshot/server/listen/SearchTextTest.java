package org.earshot.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is indexed of a text.
class SearchTextTest {

  @Test
  void unspacedScriptIsCutIntoPairs() {
    assertThat(SearchText.of("修好路灯").strip()).isEqualTo("修好 好路 路灯");
    assertThat(SearchText.of("灯").strip()).isEqualTo("灯");
  }

  @Test
  void otherTextStaysAsItIs() {
    assertThat(SearchText.of("The Lamp is dark")).isEqualTo("the lamp is dark");
  }

  @Test
  void aNulCharacterNeverReachesTheDatabase() {
    assertThat(SearchText.of("a\u0000b")).isEqualTo("a b");
  }
}
