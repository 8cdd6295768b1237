package org.earshot.server.places;

import java.util.List;

/// What came of replacing the areas.
public sealed interface AreasReplaced {

  /// The areas are now these many.
  record Done(int count) implements AreasReplaced {}

  /// Nothing may be kept of the attempt: roll back. These areas are missing from the new ones, but
  /// voices name them.
  record StillNamed(List<Area> areas) implements AreasReplaced {

    public StillNamed {
      areas = List.copyOf(areas);
    }
  }
}
