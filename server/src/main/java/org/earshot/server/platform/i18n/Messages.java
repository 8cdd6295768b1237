package org.earshot.server.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// All texts of the product, by key and language. A key is `feature.page.thing`; its first part
/// names the bundle file `messages/<feature>_<language>.properties` (UTF-8), its text is an ICU
/// message with numbered arguments: `{0, plural, one {# person} other {# people}}`.
///
/// A missing key is a fault of the build: a test compares the bundles and every key that a template
/// or a class names.
public final class Messages {

  /// The bundles; a new feature adds its name here.
  public static final List<String> BUNDLES =
      List.of(
          "frame",
          "identity",
          "places",
          "record",
          "listen",
          "understand",
          "answer",
          "publish",
          "reflect",
          "operate");

  private static final Map<Language, Map<String, String>> TEXTS = load();
  private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

  private Messages() {}

  /// The text in the reader's language with its arguments filled in; not yet escaped for HTML.
  public static String text(Language language, String key, Object... arguments) {
    var pattern = pattern(language, key);
    if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern;
    }
    var format =
        FORMATS.computeIfAbsent(
            language.code() + ' ' + key, _ -> new MessageFormat(pattern, language.locale()));
    // MessageFormat is not safe for several threads at once.
    return format.clone().format(arguments);
  }

  /// Whether there is such a text; for keys built from data, such as act types.
  public static boolean has(String key) {
    return texts(Language.EN).containsKey(key);
  }

  /// All texts of one language.
  public static Map<String, String> texts(Language language) {
    return TEXTS.getOrDefault(language, Map.of());
  }

  private static String pattern(Language language, String key) {
    var own = texts(language).get(key);
    var found = own != null ? own : texts(Language.EN).get(key);
    if (found == null) {
      throw new IllegalArgumentException("There is no text for the key '%s'.".formatted(key));
    }
    return found;
  }

  private static Map<Language, Map<String, String>> load() {
    var all = new EnumMap<Language, Map<String, String>>(Language.class);
    for (var language : Language.values()) {
      var texts = new HashMap<String, String>();
      BUNDLES.forEach(bundle -> texts.putAll(bundle(bundle, language)));
      all.put(language, Map.copyOf(texts));
    }
    return all;
  }

  private static Map<String, String> bundle(String bundle, Language language) {
    var name = "/messages/%s_%s.properties".formatted(bundle, language.code());
    var texts = new HashMap<String, String>();
    try (var stream = Messages.class.getResourceAsStream(name)) {
      if (stream != null) {
        var properties = new Properties();
        properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        properties
            .stringPropertyNames()
            .forEach(key -> texts.put(key, properties.getProperty(key)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
