package org.earshot.record;

import java.util.Optional;

/// Where one file of the log is served, relative to the log's address; the layout of C2SP
/// tlog-tiles. Every file has exactly one path: a different spelling does not parse.
public sealed interface LogPath {

  /// Where the newest signed checkpoint is served.
  String CHECKPOINT = "checkpoint";

  /// The text of the path, without a leading slash.
  String path();

  /// How many hashes or entries the file has: 1 to 256.
  int width();

  /// The first `width` hashes of a tile.
  record Hashes(TileId tile, int width) implements LogPath {
    public Hashes {
      requireWidth(width);
    }

    @Override
    public String path() {
      return "tile/%d/%s%s".formatted(tile.level(), groups(tile.index()), suffix(width));
    }
  }

  /// The first `width` entries of a bundle; bundle N holds the entries behind level-0 tile N.
  record Entries(long bundle, int width) implements LogPath {
    public Entries {
      if (bundle < 0) {
        throw new IllegalArgumentException("No bundle has index %d.".formatted(bundle));
      }
      requireWidth(width);
    }

    @Override
    public String path() {
      return "tile/entries/" + groups(bundle) + suffix(width);
    }
  }

  /// The path that `text` spells, or empty if it is not exactly one of them. Safe on hostile input.
  static Optional<LogPath> parse(String text) {
    var match = LogPathGrammar.PATH.matcher(text);
    if (text.length() > LogPathGrammar.LONGEST || !match.matches()) {
      return Optional.empty();
    }
    LogPath path;
    try {
      long index = Long.parseLong(match.group("index").replace("x", "").replace("/", ""));
      String partial = match.group("width");
      int width = partial == null ? TileId.WIDTH : Integer.parseInt(partial);
      String level = match.group("level");
      path =
          level.equals("entries")
              ? new Entries(index, width)
              : new Hashes(new TileId(Integer.parseInt(level), index), width);
    } catch (IllegalArgumentException e) { // too large a number, level or width
      return Optional.empty();
    }
    return path.path().equals(text) ? Optional.of(path) : Optional.empty();
  }

  private static void requireWidth(int width) {
    if (width < 1 || width > TileId.WIDTH) {
      throw new IllegalArgumentException("A width is 1 to 256, not %d.".formatted(width));
    }
  }

  private static String groups(long index) {
    var text = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      text.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return text.toString();
  }

  private static String suffix(int width) {
    return width == TileId.WIDTH ? "" : ".p/" + width;
  }
}
