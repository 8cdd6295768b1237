package org.earshot.server.platform.i18n;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language in which Earshot itself speaks. People may write in any language.
public enum Language {
  EN("en", "English", "en-GB"),
  ES("es", "Español", "es-ES"),
  FR("fr", "Français", "fr-FR"),
  // Codes and telephone numbers have Latin digits; a page that mixes them is hard to read.
  AR("ar", "العربية", "ar-u-nu-latn"),
  ZH("zh", "简体中文", "zh-Hans");

  private final String code;
  private final String ownName;
  private final Locale locale;

  Language(String code, String ownName, String tag) {
    this.code = code;
    this.ownName = ownName;
    this.locale = Locale.forLanguageTag(tag);
  }

  /// The two letters used in addresses, cookies and bundles.
  public String code() {
    return code;
  }

  /// The language's name in itself, as a reader looks for it.
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return locale;
  }

  /// The BCP 47 tag for `lang` attributes and mail headers.
  public String tag() {
    return locale.stripExtensions().toLanguageTag();
  }

  public boolean rightToLeft() {
    return this == AR;
  }

  /// `rtl` or `ltr`, as HTML wants it.
  public String direction() {
    return rightToLeft() ? "rtl" : "ltr";
  }

  public static Optional<Language> findByCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
  }

  /// The best of `offered` for an Accept-Language header; the first offered when nothing fits.
  public static Language bestFor(String acceptLanguage, List<Language> offered) {
    try {
      for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
        var code = range.getRange().split("-", 2)[0];
        for (var language : offered) {
          if (language.code.equals(code)) {
            return language;
          }
        }
      }
    } catch (IllegalArgumentException malformed) {
      // A header that nobody can read is no wish.
    }
    return offered.getFirst();
  }
}
