package org.earshot.server.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which language a resident wrote in, as far as one can tell.
class LanguageGuessTest {

  private final LanguageGuess guess = new LanguageGuess();

  @Test
  void fiveLanguagesAreToldApart() {
    assertThat(guess.of("The street lamps in our road have been dark for two weeks now.", "fr"))
        .isEqualTo("en");
    assertThat(guess.of("Las farolas de nuestra calle llevan dos semanas apagadas.", "en"))
        .isEqualTo("es");
    assertThat(guess.of("Les lampadaires de notre rue sont éteints depuis deux semaines.", "en"))
        .isEqualTo("fr");
    assertThat(guess.of("أعمدة الإنارة في شارعنا مطفأة منذ أسبوعين ونحن خائفون.", "en"))
        .isEqualTo("ar");
    assertThat(guess.of("我们街上的路灯已经坏了两个星期了。", "en")).isEqualTo("zh");
    assertThat(guess.of("街灯が二週間も消えています。", "en")).isEqualTo("ja");
  }

  @Test
  void aFewLettersAreTakenForThePagesLanguage() {
    assertThat(guess.of("No bus", "es")).isEqualTo("es");
    assertThat(guess.of("Lampa!", "fr")).isEqualTo("fr");
  }

  @Test
  void digitsHaveNoLanguage() {
    assertThat(guess.of("112 !!!", "en")).isEqualTo("und");
  }
}
