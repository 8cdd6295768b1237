package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;

/// How far two divisions of the same people into groups agree.
///
/// **Source:** the adjusted Rand index; L. Hubert, P. Arabie, Comparing partitions, J.
/// Classification 2, 1985.
public final class PartitionAgreement {

  private PartitionAgreement() {}

  /// The adjusted Rand index: 1 is full agreement, 0 is what chance gives. People without a group
  /// (-1) in either are left out. Two divisions that put everybody together agree fully.
  ///
  /// @param first each person's group
  /// @param second each person's group, numbered in any way
  public static double adjustedRand(int[] first, int[] second) {
    require(first.length == second.length, "%s people, and %s.", first.length, second.length);
    int groups = 1;
    for (int i = 0; i < first.length; i++) {
      groups = Math.max(groups, 1 + Math.max(first[i], second[i]));
    }
    var both = new long[groups * groups];
    var left = new long[groups];
    var right = new long[groups];
    long people = 0;
    for (int i = 0; i < first.length; i++) {
      if (first[i] >= 0 && second[i] >= 0) {
        both[first[i] * groups + second[i]]++;
        left[first[i]]++;
        right[second[i]]++;
        people++;
      }
    }
    double together = pairs(both);
    double inFirst = pairs(left);
    double inSecond = pairs(right);
    double all = people * (people - 1.0) / 2;
    double expected = all == 0 ? 0 : inFirst * inSecond / all;
    double most = (inFirst + inSecond) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(long[] counts) {
    double pairs = 0;
    for (long count : counts) {
      pairs += count * (count - 1.0) / 2;
    }
    return pairs;
  }
}
