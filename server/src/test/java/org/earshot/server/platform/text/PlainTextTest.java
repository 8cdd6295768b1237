package org.earshot.server.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is kept of a text, and what is not.
class PlainTextTest {

  @Test
  void whatAPersonSeesStays() {
    assertThat(PlainText.of("Ça va? 你好 👨‍👩‍👧 مرحبا\n\n\tx"))
        .isEqualTo("Ça va? 你好 👨‍👩‍👧 مرحبا\n\n\tx");
    assertThat(PlainText.of("<script>alert(1)</script>")).isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void controlCharactersAndHalvesOfCharactersGo() {
    assertThat(PlainText.of("a\u0000b\u0007c\u009Fd\uD800e\uFFFEf\uFEFFg")).isEqualTo("abcdefg");
    assertThat(PlainText.of("one\r\ntwo\rthree")).isEqualTo("one\ntwo\nthree");
  }

  @Test
  void accentsAreComposed() {
    assertThat(PlainText.of("Cafe\u0301")).isEqualTo("Caf\u00E9");
  }

  @Test
  void aTowerOfAccentsIsCutDown() {
    assertThat(PlainText.of("Z" + "\u0335".repeat(500)).length()).isLessThan(12);
  }

  @Test
  void directionsThatReachBeyondTheTextAreTakenOut() {
    assertThat(PlainText.of("\u202Egpj.exe")).isEqualTo("gpj.exe");
    assertThat(PlainText.of("a\u202Bb\nc")).isEqualTo("ab\nc");
    assertThat(PlainText.of("a\u2069b")).isEqualTo("ab");
    assertThat(PlainText.of("a \u2067مرحبا\u2069 b")).isEqualTo("a \u2067مرحبا\u2069 b");
  }

  @Test
  void nothingVisibleIsNothing() {
    assertThat(PlainText.of(" \u200B\u2060\u00A0\n\u200D")).isEmpty();
  }
}
