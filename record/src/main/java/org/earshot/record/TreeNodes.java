package org.earshot.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The inner nodes of a tree of one size, computed from its tiles. Reads each tile once.
final class TreeNodes {

  private final long size;
  private final TileReader reader;
  private final Map<TileId, byte[]> tiles = new HashMap<>();

  TreeNodes(long size, TileReader reader) {
    this.size = size;
    this.reader = reader;
  }

  /// The root over the entries from `from` to before `to`, where that is a node's range: `from` is
  /// a multiple of the largest power of two in the range's length.
  Hash over(long from, long to) {
    Hash root = null; // over what lies to the right of `end`
    long end = to;
    while (end > from) {
      long part = Long.lowestOneBit(end - from);
      Hash left = perfect(Long.numberOfTrailingZeros(part), (end - part) / part);
      root = joined(left, root);
      end -= part;
    }
    if (root == null) {
      throw new IllegalArgumentException("No entries from %d to %d.".formatted(from, to));
    }
    return root;
  }

  private static Hash joined(Hash left, @Nullable Hash right) {
    return right == null ? left : Hashing.node(left, right);
  }

  private Hash perfect(int height, long index) {
    int level = height / TileId.HEIGHT;
    int above = height % TileId.HEIGHT;
    long first = index << above; // among the hashes of that level
    var id = new TileId(level, first / TileId.WIDTH);
    byte[] hashes = tiles.computeIfAbsent(id, tile -> readTile(tile, tile.widthAt(size), reader));
    return Hashing.perfect(hashes, (int) (first % TileId.WIDTH), 1 << above);
  }

  static byte[] readTile(TileId id, int width, TileReader reader) {
    byte[] hashes = reader.hashes(id, width);
    if (hashes.length < width * Hash.BYTES) {
      throw new IllegalArgumentException(
          "Tile %s has %d bytes, not %d."
              .formatted(id.path(width), hashes.length, width * Hash.BYTES));
    }
    return Arrays.copyOf(hashes, width * Hash.BYTES);
  }
}
