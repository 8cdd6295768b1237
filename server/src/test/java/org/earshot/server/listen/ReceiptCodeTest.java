package org.earshot.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// A code can be read over a telephone: slips of hearing and typing are forgiven or noticed.
class ReceiptCodeTest {

  private static final String SYMBOLS = "0123456789BCDFGHJKMNPQRSTVWXYZ";

  @RandomSeeds
  void everySingleWrongCharacterIsNoticed(long seed) {
    var code = ReceiptCode.random(new Random(seed)).value();
    for (int i = 0; i < code.length(); i++) {
      for (int j = 0; j < SYMBOLS.length(); j++) {
        char other = SYMBOLS.charAt(j);
        if (other != code.charAt(i)) {
          var wrong = code.substring(0, i) + other + code.substring(i + 1);
          assertThat(ReceiptCode.read(wrong)).as(wrong).isEmpty();
        }
      }
    }
  }

  @Test
  void nearlyEveryExchangeOfNeighboursIsNoticed() {
    int exchanged = 0;
    int missed = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      var code = ReceiptCode.random(new Random(seed)).value();
      for (int i = 0; i + 1 < code.length(); i++) {
        if (code.charAt(i) != code.charAt(i + 1)) {
          var swapped =
              code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
          exchanged++;
          missed += ReceiptCode.read(swapped).isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(missed).isLessThan(exchanged / 200);
  }

  @RandomSeeds
  void spacesDashesCaseAndLookAlikesAreForgiven(long seed) {
    var code = ReceiptCode.random(new Random(seed));
    var spoken =
        code.grouped().toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replace('1', 'l');
    assertThat(ReceiptCode.read("  " + spoken.replace(' ', '-') + "\u200f ")).contains(code);
  }

  @Test
  void nothingElseIsACode() {
    for (var typed :
        new String[] {"", "A", "7KQM 3XWT 9VFR", "x".repeat(100_000), "\u0000", "ЖЖЖЖ"}) {
      assertThat(ReceiptCode.read(typed)).isEmpty();
    }
  }
}
