package org.earshot.server.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which passwords are refused, and that the others are kept as hashes.
class PasswordsTest {

  @Test
  void lengthCountsAndEasyOnesAreRefused() {
    assertEquals(Optional.of("short"), Passwords.findFault("h3!K(d-2w", "dana"));
    assertEquals(Optional.of("easy"), Passwords.findFault("password2024!", "dana"));
    assertEquals(Optional.of("easy"), Passwords.findFault("Qwerty-Qwerty-1", "dana"));
    assertEquals(Optional.of("easy"), Passwords.findFault("aaaaaaaaaaaaaaa", "dana"));
    assertEquals(Optional.of("easy"), Passwords.findFault("829173640182", "dana"));
    assertEquals(Optional.of("login"), Passwords.findFault("dana.ortiz lamp", "dana.ortiz@x.org"));
    assertEquals(Optional.of("long"), Passwords.findFault("lamp".repeat(60), "dana"));
    assertEquals(Optional.empty(), Passwords.findFault("kettle under the lamp", "dana"));
  }

  @Test
  void aHashOpensForItsPasswordAlone() {
    var hash = Optional.of(Passwords.hash("kettle under the l\u00e4mp"));
    assertTrue(hash.get().startsWith("$argon2id$"));
    assertTrue(Passwords.matches("kettle under the la\u0308mp", hash));
    assertFalse(Passwords.matches("kettle under the lamp", hash));
    assertFalse(Passwords.matches("nobody has this password", Optional.empty()));
  }
}
