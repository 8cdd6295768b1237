package org.earshot.server.listen;

import java.util.List;
import java.util.UUID;

/// Finds needs near to what somebody is about to say, so that they can add their voice to others.
public interface SimilarNeeds {

  /// The nearest needs, nearest first. Titles and counts only, never what anybody said.
  List<Offer> find(String language, String words, int limit);

  /// A need that a person may join.
  ///
  /// @param title in the reader's language where there is one
  /// @param people how many said it
  /// @param few whether the count is too small to be told
  record Offer(UUID need, String title, int people, boolean few) {}
}
