package org.earshot.server.platform.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Passwords: stored as Argon2id (19 MiB, two passes, the least that OWASP recommends), and refused
/// when too easy. No rules about kinds of characters: length counts.
final class Passwords {

  static final int LEAST_CHARACTERS = 12;
  static final int MOST_CHARACTERS = 200;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /// Checked when there is no account, so that the answer takes as long as for one.
  private static final String NOBODYS_HASH = hash("nobody has this password");

  private static final List<String> COMMON = common();

  private Passwords() {}

  static String hash(String password) {
    return Password.hash(normal(password)).addRandomSalt(16).with(ARGON2).getResult();
  }

  static boolean matches(String password, Optional<String> hash) {
    if (password.length() > MOST_CHARACTERS) {
      return false;
    }
    var stored = hash.orElse(NOBODYS_HASH);
    var right =
        Password.check(normal(password), stored).with(Argon2Function.getInstanceFromHash(stored));
    return right && hash.isPresent();
  }

  /// The end of the message key that says why a password is refused; nothing for a good one.
  static Optional<String> findFault(String password, String login) {
    if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
      return Optional.of("short");
    }
    if (password.length() > MOST_CHARACTERS) {
      return Optional.of("long");
    }
    var lower = password.toLowerCase(Locale.ROOT);
    var own = login.toLowerCase(Locale.ROOT);
    var ownName = own.contains("@") ? own.substring(0, own.indexOf('@')) : own;
    if (lower.equals(own) || (ownName.length() >= 4 && lower.contains(ownName))) {
      return Optional.of("login");
    }
    return isEasy(lower) ? Optional.of("easy") : Optional.empty();
  }

  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /// Whether it is made of nothing but very common passwords, digits, signs and repeated letters:
  /// "password2024!", "aaaabbbbcccc".
  private static boolean isEasy(String lower) {
    var easyUpTo = new boolean[lower.length() + 1];
    easyUpTo[0] = true;
    for (int i = 0; i < lower.length(); i++) {
      if (easyUpTo[i]) {
        if (!Character.isLetter(lower.charAt(i)) || repeats(lower, i)) {
          easyUpTo[i + 1] = true;
        }
        for (var word : COMMON) {
          if (lower.startsWith(word, i)) {
            easyUpTo[i + word.length()] = true;
          }
        }
      }
    }
    return easyUpTo[lower.length()];
  }

  private static boolean repeats(String text, int i) {
    char letter = text.charAt(i);
    boolean likeBefore = i > 0 && text.charAt(i - 1) == letter;
    return likeBefore || (i + 1 < text.length() && text.charAt(i + 1) == letter);
  }

  private static List<String> common() {
    try (var stream = Passwords.class.getResourceAsStream("common-passwords.txt")) {
      if (stream == null) {
        throw new IllegalStateException("common-passwords.txt is missing from the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
