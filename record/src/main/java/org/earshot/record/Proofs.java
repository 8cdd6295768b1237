package org.earshot.record;

import java.util.ArrayList;
import java.util.Collections;

/// Makes the two proofs of RFC 6962 out of tiles: that an entry is in a tree, and that a tree is
/// the beginning of a larger one.
/// - **Errors:** [IllegalArgumentException] if the entry or the smaller tree is not within the
///   larger tree.
/// - **Cost:** O(log size) hashes; every tile is read once, about three a level at most.
/// - **Source:** RFC 6962, sections 2.1.1 and 2.1.2.
public final class Proofs {

  private Proofs() {}

  /// The proof that entry `index` is in the tree of the first `size` entries.
  public static InclusionProof inclusion(long index, long size, TileReader reader) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "Entry %d is not in a tree of %d entries.".formatted(index, size));
    }
    var nodes = new TreeNodes(size, reader);
    var path = new ArrayList<Hash>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + leftOf(to - from);
      if (index < middle) {
        path.add(nodes.over(middle, to));
        to = middle;
      } else {
        path.add(nodes.over(from, middle));
        from = middle;
      }
    }
    Collections.reverse(path);
    return new InclusionProof(index, size, path);
  }

  /// The proof that the tree of the first `older` entries is the beginning of the tree of the first
  /// `newer` ones.
  public static ConsistencyProof consistency(long older, long newer, TileReader reader) {
    if (older < 0 || older > newer) {
      throw new IllegalArgumentException(
          "A tree of %d entries does not begin one of %d.".formatted(older, newer));
    }
    var nodes = new TreeNodes(newer, reader);
    var path = new ArrayList<Hash>();
    long from = 0;
    long to = newer;
    boolean olderRootIsKnown = true; // while the range still begins at the first entry
    while (older > 0 && older < to) {
      long middle = from + leftOf(to - from);
      if (older <= middle) {
        path.add(nodes.over(middle, to));
        to = middle;
      } else {
        path.add(nodes.over(from, middle));
        from = middle;
        olderRootIsKnown = false;
      }
    }
    if (!olderRootIsKnown) {
      path.add(nodes.over(from, to));
    }
    Collections.reverse(path);
    return new ConsistencyProof(older, newer, path);
  }

  /// How many of `count` entries are on the left of the root: the largest power of two below it.
  private static long leftOf(long count) {
    return Long.highestOneBit(count - 1);
  }
}
