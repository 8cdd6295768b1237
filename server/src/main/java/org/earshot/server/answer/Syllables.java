package org.earshot.server.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Counts syllables as readability formulas do: groups of vowels, with each language's commonest
/// exceptions. Right to within a few in a hundred over a whole text, not for single words.
final class Syllables {

  private static final Pattern ENGLISH = Pattern.compile("[aeiouy]+");
  private static final Pattern FRENCH =
      Pattern.compile("[aeiouyàâäéèêëîïôöùûüœæ]+", Pattern.UNICODE_CASE);

  /// A strong vowel with its weak neighbours; an accented weak vowel stands alone.
  private static final Pattern SPANISH =
      Pattern.compile("[íú]|[iuü]*[aeoáéó](?:[iuy](?![aeoáéó]))?|[iuüy]+");

  private Syllables() {}

  static int count(String language, String word) {
    var lower = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    int count =
        switch (language) {
          case "es" -> groups(SPANISH, lower);
          case "fr" -> french(lower);
          default -> english(lower);
        };
    return Math.max(1, count);
  }

  private static int english(String word) {
    int count = groups(ENGLISH, word);
    boolean silent =
        (word.endsWith("e") && !word.endsWith("le") && !word.endsWith("ee"))
            || (word.endsWith("ed") && !word.endsWith("ted") && !word.endsWith("ded"));
    return silent && count > 1 ? count - 1 : count;
  }

  private static int french(String word) {
    int count = groups(FRENCH, word);
    boolean silent = word.endsWith("e") || word.endsWith("es") || word.endsWith("ent");
    return silent && count > 1 ? count - 1 : count;
  }

  private static int groups(Pattern pattern, String word) {
    int count = 0;
    for (var matcher = pattern.matcher(word); matcher.find(); ) {
      count++;
    }
    return count;
  }
}
