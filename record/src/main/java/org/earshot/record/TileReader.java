package org.earshot.record;

/// Gives the hashes of stored tiles: a table, a directory, a web address.
@FunctionalInterface
public interface TileReader {

  /// The first `width` hashes of `tile`, 32 bytes each; the store may hold more of the tile than
  /// that. Throws whatever the store throws if the tile is not there.
  byte[] hashes(TileId tile, int width);
}
