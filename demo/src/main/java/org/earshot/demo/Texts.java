package org.earshot.demo;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// One text in several languages; English is always among them.
///
/// @param byLanguage language code to text, in the order of the codes
public record Texts(SortedMap<String, String> byLanguage) {

  public Texts {
    if (!byLanguage.containsKey("en")) {
      throw new IllegalArgumentException("No English among %s.".formatted(byLanguage.keySet()));
    }
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
  }

  /// The text in `language`, or in English where it was not translated.
  public String in(String language) {
    return byLanguage.getOrDefault(language, en());
  }

  public String en() {
    return requireNonNull(byLanguage.get("en")); // the constructor saw to it
  }
}
