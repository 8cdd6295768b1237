package org.earshot.record;

import java.util.Arrays;

/// A tile's hashes, from its first to the last one known: 1 to 256 of them.
public final class Tile {

  private final TileId id;
  private final byte[] hashes;

  private Tile(TileId id, byte[] hashes) {
    this.id = id;
    this.hashes = hashes;
  }

  /// The tile with these hashes.
  ///
  /// @throws IllegalArgumentException unless `hashes` is 1 to 256 hashes of 32 bytes
  public static Tile of(TileId id, byte[] hashes) {
    if (hashes.length == 0
        || hashes.length > TileId.WIDTH * Hash.BYTES
        || hashes.length % Hash.BYTES != 0) {
      throw new IllegalArgumentException(
          "Tile %s has %d bytes; it needs 1 to 256 hashes of 32 bytes."
              .formatted(id.path(), hashes.length));
    }
    return new Tile(id, hashes.clone());
  }

  public TileId id() {
    return id;
  }

  /// How many hashes the tile has.
  public int width() {
    return hashes.length / Hash.BYTES;
  }

  /// Whether the tile has all its 256 hashes and will never change again.
  public boolean isFull() {
    return width() == TileId.WIDTH;
  }

  /// A copy of the hashes, 32 bytes each.
  public byte[] bytes() {
    return hashes.clone();
  }

  /// Where the tile, as wide as it is, is served.
  public String path() {
    return id.path(width());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tile that && id.equals(that.id) && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return path();
  }
}
