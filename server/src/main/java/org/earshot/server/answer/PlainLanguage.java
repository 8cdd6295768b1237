package org.earshot.server.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How hard a text is to read: by a published formula for English, Spanish and French; for Arabic,
/// Chinese and other languages only by the length of sentences and by words of officialese, and the
/// result says so. A hint to the writer that never stops anything. See
/// docs/methods/plain-language.md.
final class PlainLanguage {

  /// What was found in a text.
  ///
  /// @param formula "flesch", "szigriszt" or "kandel"; null where none is valid
  /// @param score 0 (hard) to 100 (easy); null without a formula
  /// @param perSentence words, or characters in Chinese, in a sentence on average
  /// @param longSentences the longest that are longer than advised, longest first
  /// @param officialese words that have a plainer one
  record Reading(
      @Nullable String formula,
      @Nullable Long score,
      long perSentence,
      boolean hard,
      List<String> longSentences,
      List<String> officialese) {

    Reading {
      longSentences = List.copyOf(longSentences);
      officialese = List.copyOf(officialese);
    }
  }

  /// Below this, most adults find a text hard (Flesch 1948 and the Spanish INFLESZ scale: 55-60).
  private static final int EASY_ENOUGH = 55;

  private static final int LONG_SENTENCE = 25;
  private static final int LONG_CHINESE_SENTENCE = 40;
  private static final int SHOWN = 3;
  private static final Map<String, List<String>> OFFICIALESE = new ConcurrentHashMap<>();

  private PlainLanguage() {}

  static Reading read(String language, String text) {
    var locale = Locale.of(language);
    var sentences = pieces(BreakIterator.getSentenceInstance(locale), text);
    var words = words(language, text);
    if (sentences.isEmpty() || words.isEmpty()) {
      return new Reading(null, null, 0, false, List.of(), List.of());
    }
    double perSentence = (double) words.size() / sentences.size();
    var longest = longSentences(language, sentences);
    var officialese = officialese(language, text);
    var formula = formula(language);
    if (formula == null) {
      boolean hard = !longest.isEmpty() || !officialese.isEmpty();
      return new Reading(null, null, Math.round(perSentence), hard, longest, officialese);
    }
    double syllables =
        (double) words.stream().mapToInt(word -> Syllables.count(language, word)).sum()
            / words.size();
    long score =
        Math.round(
            switch (formula) {
              case "szigriszt" -> 206.835 - 62.3 * syllables - perSentence;
              case "kandel" -> 207 - 1.015 * perSentence - 73.6 * syllables;
              default -> 206.835 - 1.015 * perSentence - 84.6 * syllables;
            });
    long shown = Math.clamp(score, 0, 100);
    return new Reading(
        formula, shown, Math.round(perSentence), shown < EASY_ENOUGH, longest, officialese);
  }

  private static @Nullable String formula(String language) {
    return switch (language) {
      case "en" -> "flesch";
      case "es" -> "szigriszt";
      case "fr" -> "kandel";
      default -> null;
    };
  }

  private static List<String> pieces(BreakIterator breaks, String text) {
    breaks.setText(text);
    var pieces = new ArrayList<String>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      for (var line : text.substring(from, to).split("\\R", -1)) {
        if (line.codePoints().anyMatch(Character::isLetterOrDigit)) {
          pieces.add(line.strip());
        }
      }
    }
    return pieces;
  }

  /// Words between spaces; in Chinese each character, because words are not spaced.
  private static List<String> words(String language, String text) {
    if (language.equals("zh")) {
      return text.codePoints()
          .filter(Character::isLetterOrDigit)
          .mapToObj(Character::toString)
          .toList();
    }
    return Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}'’\\-]+", -1))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  private static List<String> longSentences(String language, List<String> sentences) {
    int longest = language.equals("zh") ? LONG_CHINESE_SENTENCE : LONG_SENTENCE;
    return sentences.stream()
        .filter(sentence -> words(language, sentence).size() > longest)
        .sorted(
            Comparator.comparingInt((String sentence) -> words(language, sentence).size())
                .reversed())
        .limit(SHOWN)
        .toList();
  }

  private static List<String> officialese(String language, String text) {
    var lower = text.toLowerCase(Locale.of(language));
    boolean spaced = !language.equals("zh");
    return OFFICIALESE.computeIfAbsent(language, PlainLanguage::list).stream()
        .filter(word -> spaced ? holdsWord(lower, word) : lower.contains(word))
        .limit(8)
        .toList();
  }

  private static boolean holdsWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !Character.isLetter(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetter(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static List<String> list(String language) {
    var name = "officialese_%s.txt".formatted(language);
    try (var stream = PlainLanguage.class.getResourceAsStream(name)) {
      return stream == null
          ? List.of()
          : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
