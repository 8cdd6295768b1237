package org.earshot.server.office;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.pages.Body;
import org.earshot.server.platform.pages.Form;

/// The part of a form that describes the body itself; the same in the first run and in the
/// settings.
final class BodyForm {

  private static final int MOST = 200;
  private static final int MOST_SHORT = 40;

  private BodyForm() {}

  /// The form filled in with what is stored.
  static Form of(Body body) {
    var fields = new LinkedHashMap<String, List<String>>();
    fields.put("name", List.of(body.name()));
    fields.put("shortName", List.of(body.shortName()));
    fields.put("language", body.languages().stream().map(Language::code).toList());
    fields.put("firstLanguage", List.of(body.languages().getFirst().code()));
    fields.put("zone", List.of(body.zone().getId()));
    fields.put("emergencyNumber", List.of(body.emergencyNumber()));
    fields.put("address", List.of(body.address()));
    fields.put("feedbackContact", List.of(body.feedbackContact()));
    return Form.of(fields);
  }

  /// The form of a body that nobody has described yet.
  static Form fresh(String address, Language language) {
    return Form.of(
        Map.of(
            "language", List.of(language.code()),
            "firstLanguage", List.of(language.code()),
            "zone", List.of(ZoneId.systemDefault().getId()),
            "emergencyNumber", List.of("112"),
            "address", List.of(address),
            "frontDeskDays", List.of("5")));
  }

  /// What the form says; only to be used when the checks found nothing.
  static Optional<Body> read(Form form, Checks checks, boolean demo) {
    var name = checks.text("name", MOST);
    var shortName = checks.text("shortName", MOST_SHORT);
    var languages = languages(form);
    if (languages.isEmpty()) {
      checks.wrong("language", "language");
    }
    var zone = zone(form, checks);
    var emergencyNumber = checks.text("emergencyNumber", MOST_SHORT);
    var address = address(form, checks);
    var feedbackContact = checks.text("feedbackContact", MOST);
    if (!checks.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new Body(
            name, shortName, languages, zone, emergencyNumber, address, feedbackContact, demo));
  }

  /// The chosen languages, the first one first.
  static List<Language> languages(Form form) {
    var languages = new ArrayList<Language>();
    Language.findByCode(form.text("firstLanguage")).ifPresent(languages::add);
    Arrays.stream(Language.values())
        .filter(language -> form.has("language", language.code()))
        .filter(language -> !languages.contains(language))
        .forEach(languages::add);
    return languages;
  }

  private static ZoneId zone(Form form, Checks checks) {
    try {
      return ZoneId.of(form.text("zone"));
    } catch (DateTimeException unknown) {
      checks.wrong("zone", "zone");
      return ZoneId.of("UTC");
    }
  }

  private static String address(Form form, Checks checks) {
    var text = form.text("address").replaceAll("/+$", "");
    try {
      var uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawPath().isEmpty() && text.length() <= MOST) {
        return text;
      }
    } catch (java.net.URISyntaxException notAnAddress) {
      // falls through to the one message
    }
    checks.wrong("address", "address");
    return text;
  }

  /// Every time zone that places have, for the list to choose from.
  static List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .toList();
  }
}
