package org.earshot.record;

/// The tree as a whole, read from its tiles.
public final class Tree {

  private Tree() {}

  /// The root over the first `size` entries. Reads one tile a level at most.
  public static Hash root(long size, TileReader reader) {
    return TreeEdge.read(size, reader).root();
  }
}
