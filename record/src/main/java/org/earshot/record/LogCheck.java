package org.earshot.record;

/// What checking a whole log found: it is sound, or the first place where it is not.
public sealed interface LogCheck {

  /// Every entry, every tile and the signed root agree.
  ///
  /// @param checkpoint the newest checkpoint, whose `size` entries were all checked
  record Sound(Checkpoint checkpoint) implements LogCheck {}

  /// The newest checkpoint is missing, malformed or not signed by the log's key.
  record CheckpointRefused(String reason) implements LogCheck {}

  /// The older checkpoint, which the log must contain, cannot be relied on itself.
  record OlderCheckpointRefused(String reason) implements LogCheck {}

  /// A file that the size calls for is missing, or has the wrong number of bytes or entries.
  ///
  /// @param firstEntry the first entry of the log that the file is about
  record FileDamaged(String path, long firstEntry, String reason) implements LogCheck {}

  /// A hash in the tile is not the one that the entries have.
  ///
  /// @param position which hash of the tile, from 0
  /// @param entry the first entry under that hash; for a tile of level 0, the one changed entry
  record TileDiffers(String path, int position, long entry) implements LogCheck {}

  /// The entries have another root than the signed one.
  record RootDiffers(Checkpoint signed, Hash computed) implements LogCheck {}

  /// The log now has another beginning than it had: its history was rewritten.
  record HistoryRewritten(Checkpoint older, Checkpoint newer, String reason) implements LogCheck {}
}
