package org.earshot.record;

import java.util.List;

/// What appending to a tree changed.
///
/// @param edge the right edge of the tree after the append; append to it next
/// @param changed the tiles that are new or wider than before, each in full, by level and then from
///   left to right; store each over its narrower self
public record TreeGrowth(TreeEdge edge, List<Tile> changed) {

  public TreeGrowth {
    changed = List.copyOf(changed);
  }
}
