package org.earshot.server.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Dates, numbers and lists as the reader's language writes them.
class ReaderTest {

  private static Reader of(Language language) {
    return new Reader(language, ZoneId.of("Europe/Paris"));
  }

  /// Receipt codes and telephone numbers have Latin digits; so has all the rest.
  @ParameterizedTest
  @EnumSource
  void everyNumberOfAPageHasTheSameDigits(Language language) {
    var reader = of(language);
    var all =
        reader.date(LocalDate.of(2026, 3, 12))
            + reader.longDate(LocalDate.of(2026, 3, 12))
            + reader.dateAndTime(Instant.parse("2026-03-12T18:40:00Z"))
            + reader.number(1_234_567)
            + reader.percent(0.61)
            + reader.text("answer.people", 12, "no");
    assertThat(all.chars().filter(Character::isDigit)).allMatch(digit -> digit < 128);
    assertThat(all).contains("2026", "12", "61").containsAnyOf("19:40", "7:40");
  }

  @Test
  void theTagForPagesSaysNothingAboutDigits() {
    assertThat(Language.AR.tag()).isEqualTo("ar");
    assertThat(Language.ZH.tag()).isEqualTo("zh-Hans");
  }

  @Test
  void listsReadLikeSentences() {
    var things = List.of("A", "B", "C");
    assertThat(of(Language.EN).list(things)).isEqualTo("A, B and C");
    assertThat(of(Language.ES).list(things)).isEqualTo("A, B y C");
    assertThat(of(Language.ZH).list(things)).isEqualTo("A、B和C");
    assertThat(of(Language.AR).list(things)).isEqualTo("A وB وC");
    assertThat(of(Language.EN).list(List.of())).isEmpty();
  }
}
