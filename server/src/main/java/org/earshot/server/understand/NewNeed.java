package org.earshot.server.understand;

import java.time.Instant;
import java.util.UUID;
import org.earshot.server.ledger.Actor;
import org.earshot.server.places.Names;
import org.jspecify.annotations.Nullable;

/// A need before it has a number.
///
/// @param titles in at least one language
/// @param area the area it is about, when it is about one
/// @param shown whether the public pages list it at once
public record NewNeed(
    Names titles,
    Names summaries,
    UUID service,
    @Nullable UUID area,
    boolean shown,
    Actor openedBy,
    Instant openedAt) {

  public NewNeed {
    if (titles.isEmpty()) {
      throw new IllegalArgumentException("A need must have a title in at least one language.");
    }
  }
}
