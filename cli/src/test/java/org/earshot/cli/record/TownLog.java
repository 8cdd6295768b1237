package org.earshot.cli.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.earshot.cli.FakeServer;
import org.earshot.record.Checkpoint;
import org.earshot.record.Commitment;
import org.earshot.record.EntryBundle;
import org.earshot.record.Hash;
import org.earshot.record.LogPath;
import org.earshot.record.NoteSigner;
import org.earshot.record.Proofs;
import org.earshot.record.RecordEntry;
import org.earshot.record.SubjectTag;
import org.earshot.record.Tile;
import org.earshot.record.TileId;
import org.earshot.record.TreeEdge;

/// A log of a town, served by HTTP as Earshot's server would.
final class TownLog implements AutoCloseable {

  private static final NoteSigner SIGNER = NoteSigner.of("record.example.org", new byte[32]);
  static final String KEY = SIGNER.verifier().vkey();

  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<RecordEntry> entries = new ArrayList<>();
  private final Map<TileId, Tile> tiles = new TreeMap<>();
  private final FakeServer server =
      new FakeServer(
          (exchange, _) -> {
            String path = exchange.getRequestURI().getPath().substring(1);
            asked.add(path);
            byte[] file = files.get(path);
            return new FakeServer.Response(
                file == null ? 404 : 200, file == null ? new byte[0] : file);
          });
  private TreeEdge edge = TreeEdge.empty();

  TownLog(int size) {
    grow(size);
  }

  byte[] file(String path) {
    return Objects.requireNonNull(files.get(path), path);
  }

  String address() {
    return server.address();
  }

  void grow(int count) {
    int before = entries.size();
    for (int i = before; i < before + count; i++) {
      entries.add(
          RecordEntry.at(
              "voice",
              Instant.parse("2026-11-23T09:30:15Z").plusSeconds(60L * i),
              SubjectTag.of(new byte[32], "voice-" + i),
              Commitment.of(new byte[32], ("voice " + i).getBytes(UTF_8))));
    }
    var growth =
        edge.append(
            entries.subList(before, before + count).stream().map(RecordEntry::leaf).toList());
    edge = growth.edge();
    growth.changed().forEach(tile -> tiles.put(tile.id(), tile));
    files.keySet().removeIf(path -> path.contains(".p/"));
    tiles.values().forEach(tile -> files.put(tile.path(), tile.bytes()));
    for (int from = 0; from < entries.size(); from += 256) {
      int to = Math.min(from + 256, entries.size());
      files.put(
          new LogPath.Entries(from / 256, to - from).path(),
          EntryBundle.encode(entries.subList(from, to).stream().map(RecordEntry::bytes).toList()));
    }
    files.put("checkpoint", checkpoint().getBytes(UTF_8));
  }

  String checkpoint() {
    return new Checkpoint(SIGNER.name(), edge.size(), edge.root()).sign(SIGNER);
  }

  String receipt(int index) {
    var entry = entries.get(index);
    var proof =
        Proofs.inclusion(
            index, entries.size(), (id, _) -> Objects.requireNonNull(tiles.get(id)).bytes());
    return """
        {"earshot":"0.1.0","code":"7KQM3XWT9VFRC","index":%d,"entry":"%s","leaf":"%s","proof":[%s],"checkpoint":"%s"}
        """
        .formatted(
            index,
            entry.text(),
            entry.leaf().base64(),
            proof.hashes().stream()
                .map(Hash::bytes)
                .map(Base64.getEncoder()::encodeToString)
                .collect(Collectors.joining("\",\"", "\"", "\"")),
            checkpoint().replace("\n", "\\n"));
  }

  @Override
  public void close() {
    server.close();
  }
}
