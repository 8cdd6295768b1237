package org.earshot.record;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The hashing of RFC 6962: a leaf is SHA-256(0x00 || entry), an inner node SHA-256(0x01 || left ||
/// right), the root of the empty tree SHA-256 of nothing. The two prefixes keep a leaf from ever
/// passing for a node.
public final class Hashing {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Hashing() {}

  /// The leaf hash of an entry's bytes.
  public static Hash leaf(byte[] entry) {
    MessageDigest sha256 = sha256();
    sha256.update(LEAF);
    return Hash.of(sha256.digest(entry));
  }

  /// The hash of the node over `left` and `right`.
  public static Hash node(Hash left, Hash right) {
    byte[] pair = new byte[2 * Hash.BYTES];
    left.copyTo(pair, 0);
    right.copyTo(pair, 1);
    return perfect(pair, 0, 2);
  }

  /// The root of the tree without entries.
  public static Hash emptyRoot() {
    return Hash.of(sha256().digest());
  }

  /// SHA-256 of the parts, one after the other, without any prefix.
  static Hash plain(byte[]... parts) {
    MessageDigest sha256 = sha256();
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return Hash.of(sha256.digest());
  }

  /// The root over `count` hashes of `hashes` from position `first`; `count` is a power of two.
  static Hash perfect(byte[] hashes, int first, int count) {
    byte[] row = Arrays.copyOfRange(hashes, first * Hash.BYTES, (first + count) * Hash.BYTES);
    MessageDigest sha256 = sha256();
    for (int width = count / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) { // in place: node i overwrites what no later node reads
        sha256.update(NODE);
        sha256.update(row, 2 * i * Hash.BYTES, 2 * Hash.BYTES);
        digestInto(sha256, row, i * Hash.BYTES);
      }
    }
    return Hash.at(row, 0);
  }

  private static void digestInto(MessageDigest sha256, byte[] target, int offset) {
    try {
      sha256.digest(target, offset, Hash.BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
