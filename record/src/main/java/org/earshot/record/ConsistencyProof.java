package org.earshot.record;

import java.util.ArrayList;
import java.util.List;

/// A proof that a tree is the beginning of a larger one: nothing was changed, removed or put in
/// between.
///
/// @param older how many entries the smaller tree has
/// @param newer how many entries the larger tree has
/// @param hashes nodes of the larger tree, as RFC 6962 orders them
public record ConsistencyProof(long older, long newer, List<Hash> hashes) {

  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }

  /// Whether this proves that the tree with `olderRoot` begins the tree with `newerRoot`. Safe on
  /// hostile proofs.
  public boolean proves(Hash olderRoot, Hash newerRoot) { // RFC 9162, section 2.1.4.2
    if (older < 0 || older > newer) {
      return false;
    }
    if (older == newer) {
      return hashes.isEmpty() && olderRoot.equals(newerRoot);
    }
    if (older == 0) {
      return hashes.isEmpty() && olderRoot.equals(Hashing.emptyRoot());
    }
    var path = new ArrayList<>(hashes);
    if (Long.bitCount(older) == 1) {
      path.addFirst(olderRoot); // a perfect tree is itself a node of the larger one
    }
    if (path.isEmpty()) {
      return false;
    }
    int alone = Long.numberOfTrailingZeros(older); // trailing ones of older - 1
    long node = (older - 1) >> alone;
    long last = (newer - 1) >> alone;
    Hash olderHash = path.getFirst();
    Hash newerHash = path.getFirst();
    for (Hash beside : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        olderHash = Hashing.node(beside, olderHash);
        newerHash = Hashing.node(beside, newerHash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        newerHash = Hashing.node(newerHash, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && olderHash.equals(olderRoot) && newerHash.equals(newerRoot);
  }
}
