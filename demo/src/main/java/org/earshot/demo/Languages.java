package org.earshot.demo;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The phrases of the five languages, side by side.
final class Languages {

  static final List<String> CODES = List.of("en", "es", "fr", "ar", "zh");

  private final SortedMap<String, Sections> byCode = new TreeMap<>();

  private Languages() {}

  static Languages read() {
    var languages = new Languages();
    for (var code : CODES) {
      languages.byCode.put(code, Sections.read(code + ".txt"));
    }
    return languages;
  }

  Sections of(String code) {
    var phrases = byCode.get(code);
    if (phrases == null) {
      throw new IllegalArgumentException("Nobody in Riverbend writes %s.".formatted(code));
    }
    return phrases;
  }

  /// The same line in all five languages.
  Texts texts(String section, String key) {
    var texts = new TreeMap<String, String>();
    byCode.forEach((code, phrases) -> texts.put(code, phrases.section(section).get(key)));
    return new Texts(texts);
  }

  Texts name(String code) {
    return texts("names", code);
  }

  /// Puts values into the slots of a text: `{title}` and the like.
  static String fill(String text, Map<String, String> slots) {
    var filled = new StringBuilder(text.length() + 80);
    int at = 0;
    while (true) {
      int open = text.indexOf('{', at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        return filled.append(text, at, text.length()).toString();
      }
      var value = slots.get(text.substring(open + 1, close));
      if (value == null) {
        throw new IllegalArgumentException("Nothing to fill into \"%s\".".formatted(text));
      }
      filled.append(text, at, open).append(value);
      at = close + 1;
    }
  }
}
