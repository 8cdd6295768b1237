package org.earshot.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Checks a whole log from its entries upward: hashes every entry, rebuilds every tile, compares
/// both with what the log serves, and the root with the signed checkpoint. Trusts nothing but the
/// verifier key.
/// - **Errors:** what is wrong with the log is a [LogCheck]; only a source that cannot be read
///   throws, an [IOException].
/// - **Cost:** O(n) time, one bundle and one tile a level in memory.
public final class LogVerifier {

  private final LogSource source;
  private final NoteVerifier key;
  private final LongConsumer progress;

  /// A check of the log at `source`.
  ///
  /// @param progress is told, from time to time, how many entries have been checked
  public LogVerifier(LogSource source, NoteVerifier key, LongConsumer progress) {
    this.source = source;
    this.key = key;
    this.progress = progress;
  }

  /// Checks the log against its newest checkpoint.
  public LogCheck check() throws IOException {
    return checkFrom(null);
  }

  /// Checks the log, and that it still begins as the signed checkpoint `older` says.
  public LogCheck checkSince(byte[] older) throws IOException {
    return switch (Checkpoint.open(older, key)) {
      case Checkpoint.Opening.Refused(var reason) -> new LogCheck.OlderCheckpointRefused(reason);
      case Checkpoint.Opening.Trusted(var checkpoint) -> checkFrom(checkpoint);
    };
  }

  private LogCheck checkFrom(@Nullable Checkpoint older) throws IOException {
    var note = source.read(LogPath.CHECKPOINT);
    if (note.isEmpty()) {
      return new LogCheck.CheckpointRefused("There is no checkpoint.");
    }
    return switch (Checkpoint.open(note.get(), key)) {
      case Checkpoint.Opening.Refused(var reason) -> new LogCheck.CheckpointRefused(reason);
      case Checkpoint.Opening.Trusted(var newest) -> checkAgainst(newest, older);
    };
  }

  private LogCheck checkAgainst(Checkpoint newest, @Nullable Checkpoint older) throws IOException {
    if (older != null && older.size() > newest.size()) {
      return new LogCheck.HistoryRewritten(
          older,
          newest,
          "It had %d entries and now has %d.".formatted(older.size(), newest.size()));
    }
    var edge = TreeEdge.empty();
    while (edge.size() < newest.size()) {
      var step = checkBundle(edge, newest, older);
      if (step.fault != null) {
        return step.fault;
      }
      edge = step.edge;
      progress.accept(edge.size());
    }
    var fault = checkTiles(edge.tiles());
    if (fault.isEmpty()) {
      fault = checkOlder(edge, List.of(), newest, older);
    }
    if (fault.isPresent()) {
      return fault.get();
    }
    return edge.root().equals(newest.root())
        ? new LogCheck.Sound(newest)
        : new LogCheck.RootDiffers(newest, edge.root());
  }

  /// Where the check stands after one more bundle, or what it found.
  private record Step(TreeEdge edge, @Nullable LogCheck fault) {}

  private Step checkBundle(TreeEdge edge, Checkpoint newest, @Nullable Checkpoint older)
      throws IOException {
    int width = (int) Math.min(TileId.WIDTH, newest.size() - edge.size());
    String path = new LogPath.Entries(edge.size() / TileId.WIDTH, width).path();
    var bundle = source.read(path);
    if (bundle.isEmpty()) {
      return new Step(edge, new LogCheck.FileDamaged(path, edge.size(), "It is missing."));
    }
    List<Hash> leaves;
    try {
      leaves = EntryBundle.decode(bundle.get(), width).stream().map(Hashing::leaf).toList();
    } catch (IllegalArgumentException e) {
      return new Step(
          edge, new LogCheck.FileDamaged(path, edge.size(), String.valueOf(e.getMessage())));
    }
    var growth = edge.append(leaves);
    var fault = checkTiles(growth.changed().stream().filter(Tile::isFull).toList());
    if (fault.isEmpty()) {
      fault = checkOlder(edge, leaves, newest, older);
    }
    return new Step(growth.edge(), fault.orElse(null));
  }

  private Optional<LogCheck> checkTiles(List<Tile> computed) throws IOException {
    for (Tile tile : computed) {
      var served = source.read(tile.path());
      long entries = 1L << (TileId.HEIGHT * tile.id().level()); // under one hash of the tile
      long first = tile.id().index() * TileId.WIDTH * entries;
      byte[] expected = tile.bytes();
      if (served.isEmpty()) {
        return Optional.of(new LogCheck.FileDamaged(tile.path(), first, "It is missing."));
      }
      if (served.get().length != expected.length) {
        return Optional.of(
            new LogCheck.FileDamaged(
                tile.path(),
                first,
                "It has %d bytes, not %d.".formatted(served.get().length, expected.length)));
      }
      int difference = Arrays.mismatch(served.get(), expected);
      if (difference >= 0) {
        int position = difference / Hash.BYTES;
        return Optional.of(
            new LogCheck.TileDiffers(tile.path(), position, first + position * entries));
      }
    }
    return Optional.empty();
  }

  /// Compares the older root as soon as its last entry is among `next`; no further proof is needed,
  /// since the entries themselves are at hand.
  private static Optional<LogCheck> checkOlder(
      TreeEdge edge, List<Hash> next, Checkpoint newest, @Nullable Checkpoint older) {
    if (older == null || older.size() < edge.size() || older.size() > edge.size() + next.size()) {
      return Optional.empty();
    }
    var then = edge.append(next.subList(0, (int) (older.size() - edge.size()))).edge();
    return then.root().equals(older.root())
        ? Optional.empty()
        : Optional.of(
            new LogCheck.HistoryRewritten(
                older,
                newest,
                "Its first %d entries are not what they were.".formatted(older.size())));
  }
}
