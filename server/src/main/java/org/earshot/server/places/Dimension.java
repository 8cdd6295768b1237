package org.earshot.server.places;

import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.i18n.Language;

/// A way in which residents differ, such as age: one optional question with a few answers.
///
/// @param reasons why it is asked, by language; shown beside the question
/// @param segments its values, in order
public record Dimension(UUID id, String code, Names names, Names reasons, List<Segment> segments) {

  public Dimension {
    segments = List.copyOf(segments);
  }

  public String name(Language language) {
    return names.in(language);
  }

  public String reason(Language language) {
    return reasons.in(language);
  }
}
