package org.earshot.server.places;

import java.util.UUID;
import org.earshot.server.platform.i18n.Language;

/// One value of a dimension, such as "16 to 29".
///
/// @param dimension the dimension it belongs to
public record Segment(UUID id, UUID dimension, String code, Names names) {

  public String name(Language language) {
    return names.in(language);
  }
}
