package org.earshot.server.answer;

import java.util.List;

/// A case, or several that belong together, as a card of the morning page or a line of a list.
///
/// @param text the person's first words, or what they have in common
/// @param own whether `text` is somebody's own words, in whatever direction they run
/// @param number the voice's public number; 0 for a group
record CaseCard(
    String address, String text, boolean own, List<Tag> tags, List<String> facts, long number) {

  CaseCard {
    tags = List.copyOf(tags);
    facts = List.copyOf(facts);
  }

  /// A word or two beside a card.
  ///
  /// @param kind "", "owed", "late" or "done"; the colour never says anything that the text does
  ///   not
  record Tag(String kind, String text) {}

  public String voiceId() {
    return "v" + number;
  }
}
