package org.earshot.server.places;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many residents belong to a segment, as the census counts them.
///
/// @param area the area counted in, or null for everybody
/// @param population people; never negative
public record Margin(UUID segment, @Nullable UUID area, long population) {

  public Margin {
    if (population < 0) {
      throw new IllegalArgumentException(
          "A population cannot be negative, but is %d.".formatted(population));
    }
  }
}
