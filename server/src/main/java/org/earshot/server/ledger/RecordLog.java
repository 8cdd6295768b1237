package org.earshot.server.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.earshot.record.Checkpoint;
import org.earshot.record.Hash;
import org.earshot.record.Hashing;
import org.earshot.record.LogPath;
import org.earshot.record.NoteSigner;
import org.earshot.record.Proofs;
import org.earshot.record.ReceiptProof;
import org.earshot.record.TreeEdge;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;

/// The public record as others read it: checkpoints, tiles, proofs. A checkpoint is signed about
/// once a second, after the acts under it were committed.
@ApplicationScoped
public class RecordLog {

  /// The newest signed checkpoint.
  public record Latest(long size, String note, Instant at) {}

  private final Database database;
  private final Vault vault;
  private final Clock clock;

  RecordLog(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /// Signs a checkpoint over everything committed so far, unless the newest one covers it.
  public void signCheckpoint() {
    database.useTransaction(
        handle -> {
          var log = new LogTables(handle);
          var state = log.findState();
          if (state.isEmpty() || state.get().size() == 0) {
            return;
          }
          long size = state.get().size();
          var latest = log.findLatestCheckpoint();
          if (latest.isPresent() && latest.get().size() >= size) {
            return;
          }
          var root = TreeEdge.read(size, log).root();
          var note = new Checkpoint(state.get().origin(), size, root).sign(signer(state.get()));
          log.insertCheckpoint(new LogTables.StoredCheckpoint(size, note, clock.instant()));
        });
  }

  public Optional<Latest> findLatest() {
    return database.read(
        handle ->
            new LogTables(handle)
                .findLatestCheckpoint()
                .map(found -> new Latest(found.size(), found.note(), found.at())));
  }

  /// The public key with which anybody can check a checkpoint, in the signed-note form.
  public Optional<String> findVerifierKey() {
    return database.read(
        handle -> new LogTables(handle).findState().map(state -> signer(state).verifier().vkey()));
  }

  /// The bytes at a path of the tile layout (`tile/0/x001/234.p/7`, `tile/entries/...`).
  public Optional<byte[]> find(LogPath path) {
    return database.read(
        handle -> {
          var log = new LogTables(handle);
          return switch (path) {
            case LogPath.Hashes(var tile, int width) -> log.findHashes(tile, width);
            case LogPath.Entries(long number, int width) -> log.findBundle(number, width);
          };
        });
  }

  /// One line of the record.
  ///
  /// @param covered whether a signed checkpoint covers it already
  public record PublicEntry(long index, String line, boolean covered) {}

  public Optional<PublicEntry> findEntry(long index) {
    return database.read(
        handle -> {
          var log = new LogTables(handle);
          long signed = log.findLatestCheckpoint().map(LogTables.StoredCheckpoint::size).orElse(0L);
          return log.findEntry(index)
              .map(
                  bytes ->
                      new PublicEntry(
                          index, new String(bytes, StandardCharsets.UTF_8), index < signed));
        });
  }

  /// The proof that an entry is under the newest checkpoint; empty until one covers it.
  public Optional<ReceiptProof> findProof(long index) {
    return database.read(handle -> findProof(handle, index));
  }

  private Optional<ReceiptProof> findProof(Handle handle, long index) {
    var log = new LogTables(handle);
    var latest = log.findLatestCheckpoint();
    if (index < 0 || latest.isEmpty() || latest.get().size() <= index) {
      return Optional.empty();
    }
    var entry = log.findEntry(index).orElseThrow();
    Hash leaf = Hashing.leaf(entry);
    var proof = Proofs.inclusion(index, latest.get().size(), log);
    return Optional.of(
        new ReceiptProof(
            null,
            index,
            new String(entry, StandardCharsets.UTF_8),
            leaf,
            proof.hashes(),
            latest.get().note()));
  }

  private NoteSigner signer(LogTables.State state) {
    return NoteSigner.of(state.origin(), vault.recordSeed());
  }
}
