package org.earshot.server.listen;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The key to one voice, short enough to read over a telephone: twelve characters of thirty (about
/// 59 bits) and one that checks them. Digits and consonants only, so that it spells no word and
/// nothing in it can be mistaken: a typed O is read as 0, and I or L as 1.
///
/// The check character is ISO 7064's hybrid system, modulus 31 over 30: it notices every single
/// wrong character and almost every exchange of two neighbours.
///
/// @param value thirteen characters, without spaces
public record ReceiptCode(String value) {

  private static final String SYMBOLS = "0123456789BCDFGHJKMNPQRSTVWXYZ";
  private static final int BASE = SYMBOLS.length();
  private static final int LENGTH = 13;
  private static final SecureRandom RANDOM = new SecureRandom();

  public ReceiptCode {
    if (value.length() != LENGTH || !isChecked(value)) {
      throw new IllegalArgumentException("This is not a receipt code.");
    }
  }

  public static ReceiptCode random() {
    return random(RANDOM);
  }

  static ReceiptCode random(RandomGenerator random) {
    var code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH - 1; i++) {
      code.append(SYMBOLS.charAt(random.nextInt(BASE)));
    }
    return new ReceiptCode(code.append(check(code)).toString());
  }

  /// Reads what somebody typed or said: any case, any spaces or dashes.
  public static Optional<ReceiptCode> read(String typed) {
    if (typed.length() > 4 * LENGTH) {
      return Optional.empty();
    }
    var plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Z}\\p{Cf}\\-_.]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (plain.length() != LENGTH || !isChecked(plain)) {
      return Optional.empty();
    }
    return Optional.of(new ReceiptCode(plain));
  }

  /// In groups of four, as it is shown and read aloud.
  public String grouped() {
    return value.replaceAll("(.{4})(?=.)", "$1 ");
  }

  @Override
  public String toString() {
    return "a receipt code"; // the code itself is a key: it never reaches a log
  }

  private static boolean isChecked(CharSequence code) {
    for (int i = 0; i < code.length(); i++) {
      if (SYMBOLS.indexOf(code.charAt(i)) < 0) {
        return false;
      }
    }
    return check(code.subSequence(0, code.length() - 1)) == code.charAt(code.length() - 1);
  }

  private static char check(CharSequence symbols) {
    int product = BASE;
    for (int i = 0; i < symbols.length(); i++) {
      int sum = (product + SYMBOLS.indexOf(symbols.charAt(i))) % BASE;
      product = (sum == 0 ? BASE : sum) * 2 % (BASE + 1);
    }
    return SYMBOLS.charAt((BASE + 1 - product) % BASE);
  }
}
