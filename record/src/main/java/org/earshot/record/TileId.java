package org.earshot.record;

/// Which tile: 256 hashes of one level, each hash the root over 256^level entries.
///
/// @param level 0 for leaf hashes, 1 for roots over 256 of them, and so on; at most 63
/// @param index which tile of that level, counted from the left, from 0
public record TileId(int level, long index) implements Comparable<TileId> {

  /// How many hashes a full tile has.
  public static final int WIDTH = 256;

  /// How many times a tree position is halved from one level to the next: 256 is 2^8.
  static final int HEIGHT = 8;

  /// The most levels a tree counted in a `long` can have.
  static final int LEVELS = 8;

  public TileId {
    if (level < 0 || level > 63 || index < 0) {
      throw new IllegalArgumentException("No tile has level %d, index %d.".formatted(level, index));
    }
  }

  /// How many hashes this tile has in a tree of `size` entries: 0 to 256.
  public int widthAt(long size) {
    if (level >= LEVELS) {
      return 0;
    }
    long hashes = size >> (HEIGHT * level);
    if (index > hashes >> HEIGHT) {
      return 0;
    }
    return (int) Math.min(WIDTH, hashes - (index << HEIGHT));
  }

  /// Where the full tile is served, for example `tile/0/x001/x234/067`.
  public String path() {
    return path(WIDTH);
  }

  /// Where the tile's first `width` hashes are served, for example `tile/0/067.p/12`.
  public String path(int width) {
    return new LogPath.Hashes(this, width).path();
  }

  /// By level, then from left to right.
  @Override
  public int compareTo(TileId other) {
    return level != other.level
        ? Integer.compare(level, other.level)
        : Long.compare(index, other.index);
  }
}
