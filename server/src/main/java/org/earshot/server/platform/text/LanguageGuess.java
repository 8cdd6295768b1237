package org.earshot.server.platform.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/// Guesses the language of a text, here on this machine. The script decides where only one language
/// is likely; else a model of letter groups (Apache OpenNLP, 103 languages), read from the class
/// path when it is first needed. A person can always correct it.
@ApplicationScoped
public class LanguageGuess {

  private static final String MODEL = "/langdetect-183.bin";
  private static final int FEW_LETTERS = 12;

  /// How much likelier than the expected language another one must be. The model spreads what it
  /// believes over all its languages, so that only the ratio tells something.
  private static final double CLEARLY = 1.4;

  private static final int ENOUGH = 2_000; // more characters tell no more

  private static final Map<UnicodeScript, String> BY_SCRIPT =
      new EnumMap<>(
          Map.of(
              UnicodeScript.HAN, "zh",
              UnicodeScript.HANGUL, "ko",
              UnicodeScript.THAI, "th",
              UnicodeScript.GREEK, "el",
              UnicodeScript.HEBREW, "he",
              UnicodeScript.GEORGIAN, "ka",
              UnicodeScript.ARMENIAN, "hy",
              UnicodeScript.TAMIL, "ta"));

  /// Codes of the model that ISO 639-2 names otherwise, and groups of near languages.
  private static final Map<String, String> OTHER_CODES =
      Map.of(
          "cmn", "zh", "nan", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "zlm", "ms", "khk", "mn",
          "azj", "az", "uzn", "uz", "nob", "no");

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private @Nullable LanguageDetectorModel model;

  /// ISO 639-1 code of the likeliest language; `expected` when the text is too short to tell, and
  /// "und" when it has no letters.
  ///
  /// @param expected the language in which the reader's page stood
  public String of(String text, String expected) {
    var start = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
    var script = mainScript(start);
    if (script == null) {
      return "und";
    }
    var only = BY_SCRIPT.get(script);
    if (only != null) {
      return only;
    }
    if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
      return "ja";
    }
    boolean fits = script == scriptOf(expected);
    long letters = start.codePoints().filter(Character::isLetter).count();
    if (fits && letters < FEW_LETTERS) {
      return expected;
    }
    var guesses = new LanguageDetectorME(model()).predictLanguages(start);
    var best = TWO_LETTERS.getOrDefault(guesses[0].getLang(), "und");
    double least = CLEARLY * confidence(guesses, expected);
    return fits && (best.equals("und") || guesses[0].getConfidence() < least) ? expected : best;
  }

  private static double confidence(Language[] guesses, String code) {
    return Arrays.stream(guesses)
        .filter(guess -> code.equals(TWO_LETTERS.get(guess.getLang())))
        .mapToDouble(Language::getConfidence)
        .max()
        .orElse(0);
  }

  private synchronized LanguageDetectorModel model() {
    var known = model;
    if (known == null) {
      try (var stream = LanguageGuess.class.getResourceAsStream(MODEL)) {
        if (stream == null) {
          throw new IllegalStateException("The language model %s is missing.".formatted(MODEL));
        }
        known = new LanguageDetectorModel(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      model = known;
    }
    return known;
  }

  /// The script of most letters; a few kana make a text Japanese.
  private static @Nullable UnicodeScript mainScript(String text) {
    var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
    if (counts.containsKey(UnicodeScript.HIRAGANA)) {
      return UnicodeScript.HIRAGANA;
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static UnicodeScript scriptOf(String language) {
    return switch (language) {
      case "ar", "fa", "ur" -> UnicodeScript.ARABIC;
      case "zh" -> UnicodeScript.HAN;
      case "ru", "uk", "bg", "sr" -> UnicodeScript.CYRILLIC;
      default -> UnicodeScript.LATIN;
    };
  }

  private static Map<String, String> twoLetters() {
    var codes = new HashMap<>(OTHER_CODES);
    for (var two : Locale.getISOLanguages()) {
      if (two.length() == 2) {
        codes.put(Locale.of(two).getISO3Language(), two);
      }
    }
    return Map.copyOf(codes);
  }
}
