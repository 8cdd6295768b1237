package org.earshot.server.places;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the words that may mean danger. A find puts a voice on top of the list for a person to
/// look at; nothing else follows from it.
final class UrgentWords {

  /// Languages that put no space between words.
  private static final Set<String> UNSPACED = Set.of("zh", "ja", "th", "lo", "km", "my");

  private static final String NOT_AFTER_LETTER = "(?<![\\p{L}\\p{N}])";
  private static final String NOT_BEFORE_LETTER = "(?![\\p{L}\\p{N}])";

  /// Arabic writes "and", "in", "the" and their like together with the word.
  private static final String ARABIC_PREFIX = "(?:[وفبكل]?ال|[وفبكل])?";

  private final Map<String, Pattern> patterns = new HashMap<>();

  UrgentWords(Map<String, List<String>> wordsByLanguage) {
    wordsByLanguage.forEach(
        (language, words) -> {
          if (!words.isEmpty()) {
            patterns.put(language, pattern(language, words));
          }
        });
  }

  /// Whether a text names one of the words of its language; of every language when its own is not
  /// known.
  boolean areIn(String language, String text) {
    var folded = fold(text);
    var own = patterns.get(language);
    Collection<Pattern> searched = own == null ? patterns.values() : List.of(own);
    return searched.stream().anyMatch(pattern -> pattern.matcher(folded).find());
  }

  private static Pattern pattern(String language, List<String> words) {
    var alternatives =
        words.stream()
            .map(UrgentWords::fold)
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .map(
                word ->
                    word.lines()
                        .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+")))
            .collect(Collectors.joining("|", "(?:", ")"));
    if (UNSPACED.contains(language)) {
      return Pattern.compile(alternatives);
    }
    var prefix = language.equals("ar") ? ARABIC_PREFIX : "";
    return Pattern.compile(NOT_AFTER_LETTER + prefix + alternatives + NOT_BEFORE_LETTER);
  }

  /// Without case, accents and curly apostrophes, which people on telephones leave out.
  private static String fold(String text) {
    return Normalizer.normalize(text.replace('\u2019', '\''), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
