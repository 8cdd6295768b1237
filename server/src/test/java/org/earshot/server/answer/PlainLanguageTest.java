package org.earshot.server.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The check tells plain words from officialese, and says nothing where no formula is valid.
class PlainLanguageTest {

  @Test
  void plainWordsReadEasierThanOfficialese() {
    var plain =
        PlainLanguage.read("en", "We mended the lamp on Monday. Tell us if it goes out again.");
    var hard =
        PlainLanguage.read(
            "en",
            "Pursuant to the aforementioned communication, remedial intervention regarding the"
                + " illumination infrastructure was commenced in accordance with the applicable"
                + " municipal prioritisation procedures notwithstanding budgetary constraints.");
    assertThat(plain.hard()).isFalse();
    assertThat(plain.score()).isGreaterThan(70);
    assertThat(hard.hard()).isTrue();
    assertThat(hard.officialese()).contains("pursuant", "in accordance with");
  }

  @Test
  void eachLanguageHasItsOwnFormulaOrNone() {
    assertThat(PlainLanguage.read("es", "Arreglamos la farola el lunes.").formula())
        .isEqualTo("szigriszt");
    assertThat(PlainLanguage.read("fr", "Nous avons réparé la lampe lundi.").formula())
        .isEqualTo("kandel");
    assertThat(PlainLanguage.read("ar", "أصلحنا المصباح يوم الاثنين.").score()).isNull();
    var chinese = PlainLanguage.read("zh", "我们星期一修好了路灯。特此通知。");
    assertThat(chinese.formula()).isNull();
    assertThat(chinese.perSentence()).isBetween(5L, 9L);
    assertThat(chinese.officialese()).contains("特此");
  }

  @Test
  void syllablesAreCountedNearlyRight() {
    assertThat(Syllables.count("en", "lamp")).isEqualTo(1);
    assertThat(Syllables.count("en", "mended")).isEqualTo(2);
    assertThat(Syllables.count("en", "table")).isEqualTo(2);
    assertThat(Syllables.count("es", "farola")).isEqualTo(3);
    assertThat(Syllables.count("es", "ciudad")).isEqualTo(2);
    assertThat(Syllables.count("es", "día")).isEqualTo(2);
    assertThat(Syllables.count("fr", "lampe")).isEqualTo(1);
    assertThat(Syllables.count("fr", "réparé")).isEqualTo(3);
  }

  @Test
  void nothingIsSaidAboutNothing() {
    assertThat(PlainLanguage.read("en", " ... ").hard()).isFalse();
  }

  @Test
  void aTextMessageIsCountedInParts() {
    assertThat(SmsLength.of("x".repeat(160))).isEqualTo(new SmsLength(160, 1));
    assertThat(SmsLength.of("x".repeat(161))).isEqualTo(new SmsLength(161, 2));
    assertThat(SmsLength.of("€".repeat(80))).isEqualTo(new SmsLength(160, 1));
    assertThat(SmsLength.of("路".repeat(71))).isEqualTo(new SmsLength(71, 2));
  }
}
