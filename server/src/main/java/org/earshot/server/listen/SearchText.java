package org.earshot.server.listen;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;

/// What full-text search indexes of a text. PostgreSQL takes a whole Chinese clause for one word,
/// so runs of such characters become overlapping pairs.
public final class SearchText {

  private static final Map<String, String> STEMMERS =
      Map.of(
          "en",
          "english",
          "es",
          "spanish",
          "fr",
          "french",
          "ar",
          "arabic",
          "de",
          "german",
          "it",
          "italian",
          "pt",
          "portuguese",
          "ru",
          "russian",
          "tr",
          "turkish",
          "nl",
          "dutch");

  private SearchText() {}

  /// PostgreSQL's text search configuration for a language.
  public static String configuration(String language) {
    return STEMMERS.getOrDefault(language, "simple");
  }

  /// The text with each run of unspaced script cut into pairs: "修好路灯" gives "修好 好路 路灯".
  public static String of(String words) {
    var out = new StringBuilder(words.length() + 16);
    int previous = -1; // the unspaced character before this one
    boolean paired = false;
    for (int i = 0; i < words.length(); ) {
      int character = words.codePointAt(i);
      i += Character.charCount(character);
      if (isUnspaced(character)) {
        if (previous >= 0) {
          out.append(' ').appendCodePoint(previous).appendCodePoint(character);
          paired = true;
        }
        previous = character;
      } else {
        if (previous >= 0 && !paired) {
          out.append(' ').appendCodePoint(previous);
        }
        if (previous >= 0) {
          out.append(' ');
        }
        previous = -1;
        paired = false;
        out.appendCodePoint(character == 0 ? ' ' : character);
      }
    }
    if (previous >= 0 && !paired) {
      out.append(' ').appendCodePoint(previous);
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isUnspaced(int character) {
    var script = UnicodeScript.of(character);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.THAI;
  }
}
