package org.earshot.server.platform.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The test vectors of RFC 6238, appendix B (their last six digits), and of RFC 4648 for Base32.
class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void agreesWithTheStandard(long seconds, String code) {
    assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds))));
  }

  @Test
  void aCodeOpensOnceAndForItsMinuteOnly() {
    var now = Instant.ofEpochSecond(59);
    var step = Totp.matchingStep(SECRET, "287082", now, 0);
    assertEquals(1, step.orElseThrow());
    assertTrue(Totp.matchingStep(SECRET, "287082", now, 1).isEmpty());
    assertTrue(Totp.matchingStep(SECRET, "287082", now.plusSeconds(30), 0).isPresent());
    assertTrue(Totp.matchingStep(SECRET, "287082", now.plusSeconds(61), 0).isEmpty());
  }

  @Test
  void writesSecretsInBase32() {
    assertEquals("MZXW6YTBOI", Totp.base32("foobar".getBytes(US_ASCII)));
    assertEquals("MZXW6YQ", Totp.base32("foob".getBytes(US_ASCII)));
  }
}
