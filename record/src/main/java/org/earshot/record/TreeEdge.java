package org.earshot.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The right edge of a tree: its size and its partial tiles, one a level at most. It is all that is
/// needed to know the root and to grow.
/// - **Shapes:** the tile of level l holds floor(size / 256^l) mod 256 hashes; a level with none
///   has no tile. Partial tiles are never hashed upward.
/// - **Errors:** [IllegalArgumentException] if the tiles given are not the right edge of that size.
/// - **Cost:** an append of n leaves is O(n); memory 8 kB a level. An edge never changes: an append
///   gives a new one, so a transaction that is rolled back simply keeps the old.
/// - **Source:** RFC 6962, section 2.1; C2SP tlog-tiles.
public final class TreeEdge {

  private static final TreeEdge EMPTY = new TreeEdge(0, List.of());
  private static final byte[] NO_HASHES = {};

  private final long size;
  private final List<byte[]> partials; // by level, perhaps of no hashes; never modified

  private TreeEdge(long size, List<byte[]> partials) {
    this.size = size;
    this.partials = partials;
  }

  /// The edge of the tree without entries.
  public static TreeEdge empty() {
    return EMPTY;
  }

  /// The edge of a tree of `size` entries, whose partial tiles are among `tiles`. A tile may be
  /// wider than the edge needs, and tiles that are not on the edge are passed over.
  public static TreeEdge of(long size, Collection<Tile> tiles) {
    return read(
        size,
        (id, width) ->
            tiles.stream()
                .filter(tile -> tile.id().equals(id) && tile.width() >= width)
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "A tree of %d entries needs the tile %s."
                                .formatted(size, id.path(width))))
                .bytes());
  }

  /// The edge of a tree of `size` entries, its partial tiles read from `reader`.
  public static TreeEdge read(long size, TileReader reader) {
    if (size < 0) {
      throw new IllegalArgumentException("No tree has %d entries.".formatted(size));
    }
    var partials = new ArrayList<byte[]>();
    for (int level = 0; size >> (TileId.HEIGHT * level) > 0; level++) {
      long hashes = size >> (TileId.HEIGHT * level);
      int width = (int) (hashes % TileId.WIDTH);
      partials.add(
          width == 0
              ? NO_HASHES
              : TreeNodes.readTile(new TileId(level, hashes / TileId.WIDTH), width, reader));
      if (level == TileId.LEVELS - 1) {
        break; // a shift by 64 would shift by nothing
      }
    }
    return new TreeEdge(size, List.copyOf(partials));
  }

  /// How many entries the tree has.
  public long size() {
    return size;
  }

  /// The root over all entries.
  public Hash root() {
    Hash root = null; // over the entries to the right of the ones visited so far
    for (byte[] hashes : partials) {
      int end = hashes.length / Hash.BYTES;
      for (int bit = 1; end > 0; bit *= 2) { // a perfect tree for each binary digit of the width
        if ((end & bit) != 0) {
          end -= bit;
          root = joined(Hashing.perfect(hashes, end, bit), root);
        }
      }
    }
    return root == null ? Hashing.emptyRoot() : root;
  }

  private static Hash joined(Hash left, @Nullable Hash right) {
    return right == null ? left : Hashing.node(left, right);
  }

  /// The partial tiles, from level 0 upward.
  public List<Tile> tiles() {
    var tiles = new ArrayList<Tile>();
    for (int level = 0; level < partials.size(); level++) {
      byte[] hashes = partials.get(level);
      if (hashes.length > 0) {
        tiles.add(Tile.of(tileAt(level), hashes));
      }
    }
    return tiles;
  }

  /// The tree with `leaves` added on its right.
  public TreeGrowth append(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return new TreeGrowth(this, List.of());
    }
    var changed = new ArrayList<Tile>();
    var after = new ArrayList<>(partials);
    byte[] arriving = concatenated(leaves);
    for (int level = 0; arriving.length > 0; level++) {
      if (level == after.size()) {
        after.add(NO_HASHES);
      }
      byte[] row = concatenated(after.get(level), arriving);
      int width = row.length / Hash.BYTES;
      int fullTiles = width / TileId.WIDTH;
      byte[] roots = new byte[fullTiles * Hash.BYTES];
      long firstTile = tileAt(level).index();
      for (int i = 0; i < fullTiles; i++) {
        changed.add(tile(level, firstTile + i, row, i * TileId.WIDTH, (i + 1) * TileId.WIDTH));
        Hashing.perfect(row, i * TileId.WIDTH, TileId.WIDTH).copyTo(roots, i);
      }
      int kept = fullTiles * TileId.WIDTH;
      after.set(level, Arrays.copyOfRange(row, kept * Hash.BYTES, row.length));
      if (kept < width) {
        changed.add(tile(level, firstTile + fullTiles, row, kept, width));
      }
      arriving = roots;
    }
    long newSize = Math.addExact(size, leaves.size());
    return new TreeGrowth(new TreeEdge(newSize, List.copyOf(after)), changed);
  }

  private TileId tileAt(int level) {
    return new TileId(level, size >> (TileId.HEIGHT * level) >> TileId.HEIGHT);
  }

  private static Tile tile(int level, long index, byte[] row, int from, int to) {
    return Tile.of(
        new TileId(level, index), Arrays.copyOfRange(row, from * Hash.BYTES, to * Hash.BYTES));
  }

  private static byte[] concatenated(List<Hash> leaves) {
    byte[] bytes = new byte[Math.multiplyExact(leaves.size(), Hash.BYTES)];
    for (int i = 0; i < leaves.size(); i++) {
      leaves.get(i).copyTo(bytes, i);
    }
    return bytes;
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
