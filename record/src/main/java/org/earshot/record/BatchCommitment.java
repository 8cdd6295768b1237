package org.earshot.record;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One commitment to many: the root of a small tree, with the same hashing as the log, over the
/// commitments of the items. One item can be shown, or erased, without the others.
public final class BatchCommitment {

  private final long size;
  private final Commitment commitment;
  private final TileReader tiles;

  private BatchCommitment(long size, Commitment commitment, TileReader tiles) {
    this.size = size;
    this.commitment = commitment;
    this.tiles = tiles;
  }

  /// The commitment to all of `items`.
  ///
  /// @param items the salted commitments of the items, in the batch's order; one at least
  public static BatchCommitment of(List<Commitment> items) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("A batch has one item at least.");
    }
    var growth = TreeEdge.empty().append(items.stream().map(BatchCommitment::leaf).toList());
    Map<TileId, Tile> tiles =
        growth.changed().stream().collect(Collectors.toMap(Tile::id, Function.identity()));
    return new BatchCommitment(
        items.size(),
        new Commitment(growth.edge().root()),
        (id, _) -> requireNonNull(tiles.get(id)).bytes());
  }

  /// The commitment to the whole batch, for the batch's entry in the log.
  public Commitment commitment() {
    return commitment;
  }

  /// The proof that item `index` is in the batch; check it with [#proves].
  public InclusionProof proof(int index) {
    return Proofs.inclusion(index, size, tiles);
  }

  /// Whether `proof` proves that `batch` commits to `item`.
  public static boolean proves(InclusionProof proof, Commitment item, Commitment batch) {
    return proof.proves(leaf(item), batch.hash());
  }

  private static Hash leaf(Commitment item) {
    return Hashing.leaf(item.hash().bytes());
  }
}
