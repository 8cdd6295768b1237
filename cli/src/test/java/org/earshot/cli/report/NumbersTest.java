package org.earshot.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void thousandsAreSetApart() {
    assertThat(Numbers.whole(0)).isEqualTo("0");
    assertThat(Numbers.whole(999)).isEqualTo("999");
    assertThat(Numbers.whole(1_000)).isEqualTo("1\u202f000");
    assertThat(Numbers.whole(-1_234_567)).isEqualTo("\u22121\u202f234\u202f567");
    assertThat(Numbers.whole(Long.MIN_VALUE)).endsWith("\u202f775\u202f808");
  }

  @Test
  void decimalsAreRoundedFromTheExactValue() {
    assertThat(Numbers.fixed(new BigDecimal("49998.28517"), 2)).isEqualTo("49\u202f998.29");
    assertThat(Numbers.fixed(new BigDecimal("0.125"), 2)).isEqualTo("0.13");
    assertThat(Numbers.fixed(1.005, 2)).isEqualTo("1.00"); // the double lies just below
    assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
    assertThat(Numbers.percent(0.17795)).isEqualTo("17.8\u202f%");
  }

  @Test
  void noCountryChangesThem() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Numbers.fixed(1234.5, 1)).isEqualTo("1\u202f234.5");
    } finally {
      Locale.setDefault(before);
    }
  }
}
