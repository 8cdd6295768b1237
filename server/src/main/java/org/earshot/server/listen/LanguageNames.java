package org.earshot.server.listen;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.earshot.server.platform.i18n.Language;

/// The languages that people may write in, named in the reader's own.
public final class LanguageNames {

  /// ISO 639-1 codes that ICU can name.
  static final Set<String> CODES =
      Arrays.stream(Locale.getISOLanguages())
          .filter(code -> code.length() == 2 && !Set.of("in", "iw", "ji", "sh").contains(code))
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<Language, List<Named>> BY_READER = new ConcurrentHashMap<>();

  /// A language and its name.
  public record Named(String code, String name) {}

  private LanguageNames() {}

  /// All languages by name, in the reader's alphabetical order.
  static List<Named> in(Language reader) {
    return BY_READER.computeIfAbsent(reader, LanguageNames::list);
  }

  static String name(String code, Language reader) {
    return ULocale.getDisplayLanguage(code, ULocale.forLocale(reader.locale()));
  }

  private static List<Named> list(Language reader) {
    var collator = Collator.getInstance(reader.locale());
    return CODES.stream()
        .map(code -> new Named(code, name(code, reader)))
        .filter(named -> !named.name().equals(named.code()))
        .sorted(Comparator.comparing(Named::name, collator))
        .toList();
  }
}
