package org.earshot.server.places;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.earshot.server.platform.i18n.Language;

/// A name in several languages.
///
/// @param byLanguage the name by the language's two letters; may be empty for descriptions
public record Names(Map<String, String> byLanguage) {

  private static final JsonMapper JSON = new JsonMapper();

  public Names {
    byLanguage = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
  }

  public static Names none() {
    return new Names(Map.of());
  }

  public static Names of(Language language, String name) {
    return new Names(Map.of(language.code(), name));
  }

  /// The name for a reader: in their language, else in English, else in whatever there is.
  public String in(Language language) {
    return byLanguage.getOrDefault(languageFor(language), "");
  }

  /// The two letters of the language that [#in] speaks to a reader; `und` when there is no name.
  public String languageFor(Language reader) {
    return Stream.of(reader.code(), Language.EN.code())
        .filter(byLanguage::containsKey)
        .findFirst()
        .or(() -> byLanguage.keySet().stream().findFirst())
        .orElse("und");
  }

  /// The name in exactly this language, or nothing; for forms.
  public String exactlyIn(Language language) {
    return byLanguage.getOrDefault(language.code(), "");
  }

  /// The same with the name in one language changed; a blank name removes it.
  public Names with(Language language, String name) {
    var changed = new LinkedHashMap<>(byLanguage);
    if (name.isBlank()) {
      changed.remove(language.code());
    } else {
      changed.put(language.code(), name.strip());
    }
    return new Names(changed);
  }

  /// Whether this is one of the names, in any language, whatever its case.
  public boolean includes(String name) {
    return byLanguage.values().stream().anyMatch(name::equalsIgnoreCase);
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /// As `{"en": "...", ...}`, which is how tables keep it.
  public String toJson() {
    try {
      return JSON.writeValueAsString(byLanguage);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What [#toJson()] gave.
  public static Names ofJson(String json) {
    try {
      return new Names(JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored names", e);
    }
  }
}
