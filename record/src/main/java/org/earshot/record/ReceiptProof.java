package org.earshot.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a receipt expands to: all that a resident needs, besides the verifier key, to check without
/// any server that their act is in the log.
///
/// @param code the receipt code, if the file may name it
/// @param index the entry's place in the log
/// @param entry the entry as the log holds it, one line
/// @param leaf the entry's leaf hash
/// @param proof the hashes of the inclusion proof in the checkpoint's tree
/// @param checkpoint the signed checkpoint, the whole note
public record ReceiptProof(
    @Nullable String code,
    long index,
    String entry,
    Hash leaf,
    List<Hash> proof,
    String checkpoint) {

  public ReceiptProof {
    proof = List.copyOf(proof);
  }

  /// What checking a receipt found.
  public sealed interface Check {

    /// The entry is in the log, as the signed checkpoint says.
    record Proven(RecordEntry entry, Checkpoint checkpoint) implements Check {}

    /// It does not follow, for the reason given, that the entry is in the log.
    record Refuted(String reason) implements Check {}
  }

  /// Checks everything the receipt says with the log's `key`. Safe on hostile receipts.
  public Check check(NoteVerifier key) {
    byte[] note = checkpoint.getBytes(StandardCharsets.UTF_8);
    return switch (Checkpoint.open(note, key)) {
      case Checkpoint.Opening.Refused(var reason) -> new Check.Refuted(reason);
      case Checkpoint.Opening.Trusted(var trusted) -> check(trusted);
    };
  }

  private Check check(Checkpoint trusted) {
    RecordEntry parsed;
    try {
      parsed = RecordEntry.parse(entry);
    } catch (IllegalArgumentException e) {
      return new Check.Refuted("The entry is malformed: " + e.getMessage());
    }
    if (!parsed.leaf().equals(leaf)) {
      return new Check.Refuted("The leaf hash is not the hash of the entry.");
    }
    if (!new InclusionProof(index, trusted.size(), proof).proves(leaf, trusted.root())) {
      return new Check.Refuted(
          "The proof does not lead from entry %d to the root of the checkpoint.".formatted(index));
    }
    return new Check.Proven(parsed, trusted);
  }
}
