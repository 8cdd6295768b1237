package org.earshot.record;

import java.util.List;

/// A proof that one entry is in a tree.
///
/// @param index the entry's place in the tree, from 0
/// @param size how many entries the tree has
/// @param hashes the nodes beside the path from the leaf to the root, from the bottom upward
public record InclusionProof(long index, long size, List<Hash> hashes) {

  public InclusionProof {
    hashes = List.copyOf(hashes);
  }

  /// Whether this proves that the tree with `root` has `leaf` at the index. Safe on hostile proofs.
  public boolean proves(Hash leaf, Hash root) { // RFC 9162, section 2.1.3.2
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash beside : hashes) {
      if (last == 0) {
        return false; // already at the root
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hashing.node(beside, hash);
        while ((node & 1) == 0 && node != 0) { // levels where the node stands alone
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hashing.node(hash, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
