package org.earshot.server.platform.pages;

import java.time.ZoneId;
import java.util.List;
import org.earshot.server.platform.i18n.Language;

/// The public body that runs this instance, as it set itself up.
///
/// @param name as residents know it, for example "Riverbend City Council"
/// @param shortName for headings: "Riverbend"
/// @param languages the languages its pages are offered in, the first by default
/// @param zone the zone in which times are shown and days begin
/// @param emergencyNumber the number to call in danger
/// @param address the public address of this server, without a slash at its end; for links in
///   messages
/// @param feedbackContact where to complain about accessibility or privacy: an e-mail address or
///   telephone
/// @param demo whether everybody in here is invented
public record Body(
    String name,
    String shortName,
    List<Language> languages,
    ZoneId zone,
    String emergencyNumber,
    String address,
    String feedbackContact,
    boolean demo) {

  public Body {
    languages = List.copyOf(languages);
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("A body needs at least one language.");
    }
  }
}
