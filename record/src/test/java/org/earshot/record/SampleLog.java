package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A whole log in memory, as a server would serve it: the fake that the tests of this package
/// share.
final class SampleLog implements LogSource, TileReader {

  static final String ORIGIN = "record.example.org/town";
  static final NoteSigner SIGNER = NoteSigner.of(ORIGIN, Hashing.leaf(new byte[0]).bytes());

  final Map<String, byte[]> files = new TreeMap<>();
  final List<byte[]> entries = new ArrayList<>();
  private final Map<TileId, Tile> tiles = new TreeMap<>();
  private TreeEdge edge = TreeEdge.empty();

  static SampleLog of(int size) {
    var log = new SampleLog();
    log.grow(size);
    return log;
  }

  static RecordEntry entry(long index) {
    byte[] salt = Hashing.leaf(("salt" + index).getBytes(UTF_8)).bytes();
    var time = Instant.parse("2026-11-23T09:30:15Z").plusSeconds(37 * index);
    return RecordEntry.at(
        "voice",
        time,
        SubjectTag.of(salt, "voice-" + index),
        Commitment.of(salt, ("Voice number " + index).getBytes(UTF_8)));
  }

  /// Appends `count` entries, drops the partial files that are now wider, and signs.
  void grow(int count) {
    long before = edge.size();
    var leaves = new ArrayList<Hash>();
    for (long i = before; i < before + count; i++) {
      byte[] entry = entry(i).bytes();
      entries.add(entry);
      leaves.add(Hashing.leaf(entry));
    }
    var growth = edge.append(leaves);
    edge = growth.edge();
    growth.changed().forEach(tile -> tiles.put(tile.id(), tile));
    files.keySet().removeIf(path -> path.contains(".p/"));
    tiles.values().forEach(tile -> files.put(tile.path(), tile.bytes()));
    for (int from = (int) before / 256 * 256; from < entries.size(); from += 256) {
      int to = Math.min(from + 256, entries.size());
      files.put(
          new LogPath.Entries(from / 256, to - from).path(),
          EntryBundle.encode(entries.subList(from, to)));
    }
    files.put(LogPath.CHECKPOINT, checkpoint().sign(SIGNER).getBytes(UTF_8));
  }

  Checkpoint checkpoint() {
    return new Checkpoint(ORIGIN, edge.size(), edge.root());
  }

  TreeEdge edge() {
    return edge;
  }

  LogCheck check() throws IOException {
    return new LogVerifier(this, SIGNER.verifier(), _ -> {}).check();
  }

  byte[] file(String path) {
    return requireNonNull(files.get(path), path);
  }

  /// Flips one bit of a served file.
  void damage(String path, int position) {
    file(path)[position] ^= 1;
  }

  void writeTo(Path directory) throws IOException {
    for (var file : files.entrySet()) {
      Path target = directory.resolve(file.getKey());
      Files.createDirectories(requireNonNull(target.getParent()));
      Files.write(target, file.getValue());
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  @Override
  public byte[] hashes(TileId tile, int width) {
    return requireNonNull(tiles.get(tile), tile.path()).bytes();
  }
}
