package org.earshot.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.earshot.record.EntryBundle;
import org.earshot.record.Hash;
import org.earshot.record.Hashing;
import org.earshot.record.SigningKey;
import org.earshot.record.TileId;
import org.earshot.record.TileReader;
import org.earshot.record.TreeEdge;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of the public record: its state, tiles, entries and checkpoints. Runs in the caller's
/// transaction.
final class LogTables implements TileReader {

  /// The log's name and how many entries it has.
  record State(String origin, long size) {}

  /// A signed checkpoint as it was stored.
  record StoredCheckpoint(long size, String note, Instant at) {}

  private final Handle handle;
  private @Nullable State locked;

  LogTables(Handle handle) {
    this.handle = handle;
  }

  /// Waits until no other transaction appends, and holds the log until this one ends. The first
  /// call of all begins the log and names it after its key.
  State lock(Supplier<byte[]> seed, Clock clock) {
    locked =
        findState(true)
            .orElseGet(
                () -> {
                  begin(originFor(seed.get()));
                  return findState(true).orElseThrow();
                });
    return locked;
  }

  Optional<State> findState() {
    return findState(false);
  }

  private Optional<State> findState(boolean forUpdate) {
    return handle
        .createQuery("SELECT origin, size FROM log_state" + (forUpdate ? " FOR UPDATE" : ""))
        .map((row, _) -> new State(row.getString("origin"), row.getLong("size")))
        .findOne();
  }

  void begin(String origin) {
    handle
        .createUpdate(
            "INSERT INTO log_state (origin, size) VALUES (:origin, 0) ON CONFLICT DO NOTHING")
        .bind("origin", origin)
        .execute();
  }

  /// A name that no other log has: it is made from the key that signs it.
  static String originFor(byte[] seed) {
    var key = org.earshot.record.NoteSigner.of("earshot", SigningKey.ofSeed(seed)).verifier();
    var hash = Hashing.leaf(key.vkey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return "earshot/" + hash.hex().substring(0, 16);
  }

  /// Adds the leaves to the locked log.
  void append(List<Hash> leaves) {
    if (locked == null) {
      throw new IllegalStateException("The log must be locked before anything is appended.");
    }
    var growth = TreeEdge.read(locked.size(), this).append(leaves);
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO log_tile (level, number, hashes) VALUES (:level, :number, :hashes)
            ON CONFLICT (level, number) DO UPDATE SET hashes = EXCLUDED.hashes
            """);
    for (var tile : growth.changed()) {
      batch
          .bind("level", tile.id().level())
          .bind("number", tile.id().index())
          .bind("hashes", tile.bytes())
          .add();
    }
    batch.execute();
    var size = growth.edge().size();
    handle.createUpdate("UPDATE log_state SET size = :size").bind("size", size).execute();
    locked = new State(locked.origin(), size);
  }

  @Override
  public byte[] hashes(TileId tile, int width) {
    return findHashes(tile, width)
        .orElseThrow(() -> new IllegalStateException("The record has no tile " + tile.path(width)));
  }

  Optional<byte[]> findHashes(TileId tile, int width) {
    return handle
        .createQuery(
            """
            SELECT substring(hashes FROM 1 FOR :bytes) AS hashes FROM log_tile
             WHERE level = :level AND number = :number AND length(hashes) >= :bytes
            """)
        .bind("level", tile.level())
        .bind("number", tile.index())
        .bind("bytes", width * Hash.BYTES)
        .mapTo(byte[].class)
        .findOne();
  }

  /// The bundle of `width` entries from index `number * 256`; empty when there are fewer.
  Optional<byte[]> findBundle(long number, int width) {
    var entries =
        handle
            .createQuery("SELECT entry FROM act WHERE seq >= :from AND seq < :to ORDER BY seq")
            .bind("from", number * TileId.WIDTH)
            .bind("to", number * TileId.WIDTH + width)
            .mapTo(byte[].class)
            .list();
    return entries.size() == width ? Optional.of(EntryBundle.encode(entries)) : Optional.empty();
  }

  Optional<byte[]> findEntry(long index) {
    return handle
        .createQuery("SELECT entry FROM act WHERE seq = :index")
        .bind("index", index)
        .mapTo(byte[].class)
        .findOne();
  }

  Optional<StoredCheckpoint> findLatestCheckpoint() {
    return handle
        .createQuery("SELECT size, note, at FROM checkpoint ORDER BY size DESC LIMIT 1")
        .map(LogTables::checkpoint)
        .findOne();
  }

  private static StoredCheckpoint checkpoint(ResultSet row, Object context) throws SQLException {
    return new StoredCheckpoint(
        row.getLong("size"), row.getString("note"), row.getTimestamp("at").toInstant());
  }

  void insertCheckpoint(StoredCheckpoint checkpoint) {
    handle
        .createUpdate(
            "INSERT INTO checkpoint (size, note, at) VALUES (:size, :note, :at) ON CONFLICT DO NOTHING")
        .bind("size", checkpoint.size())
        .bind("note", checkpoint.note())
        .bind("at", checkpoint.at())
        .execute();
  }
}
