package org.earshot.record;

import java.util.ArrayList;
import java.util.List;

/// The definitions of RFC 6962, section 2.1, word for word and as slow: the oracle.
final class NaiveTree {

  private final List<Hash> leaves;

  NaiveTree(List<Hash> leaves) {
    this.leaves = leaves;
  }

  /// MTH(D[n]).
  Hash root() {
    int n = leaves.size();
    if (n == 0) {
      return Hashing.emptyRoot();
    }
    if (n == 1) {
      return leaves.getFirst();
    }
    return Hashing.node(left().root(), right().root());
  }

  /// PATH(m, D[n]).
  List<Hash> path(int m) {
    var path = new ArrayList<Hash>();
    if (leaves.size() > 1) {
      int k = k();
      path.addAll(m < k ? left().path(m) : right().path(m - k));
      path.add(m < k ? right().root() : left().root());
    }
    return path;
  }

  /// PROOF(m, D[n]).
  List<Hash> proof(int m) {
    return m == 0 ? List.of() : subproof(m, true);
  }

  private List<Hash> subproof(int m, boolean isOlderRoot) {
    var proof = new ArrayList<Hash>();
    if (m == leaves.size()) {
      if (!isOlderRoot) {
        proof.add(root());
      }
    } else if (m <= k()) {
      proof.addAll(left().subproof(m, isOlderRoot));
      proof.add(right().root());
    } else {
      proof.addAll(right().subproof(m - k(), false));
      proof.add(left().root());
    }
    return proof;
  }

  private int k() {
    int k = 1;
    while (2 * k < leaves.size()) {
      k *= 2;
    }
    return k;
  }

  private NaiveTree left() {
    return new NaiveTree(leaves.subList(0, k()));
  }

  private NaiveTree right() {
    return new NaiveTree(leaves.subList(k(), leaves.size()));
  }
}
