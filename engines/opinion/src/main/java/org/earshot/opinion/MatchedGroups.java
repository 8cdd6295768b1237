package org.earshot.opinion;

import java.util.Arrays;

/// Numbers the groups of one division so that they agree with another's as far as they can.
final class MatchedGroups {

  private final long[][] together; // people in a group of the one and a group of the other
  private final int[] best;
  private final int[] tried;
  private long most = -1;

  private MatchedGroups(int[] one, int[] other, int groups) {
    together = new long[groups][groups];
    for (int i = 0; i < one.length; i++) {
      if (one[i] >= 0 && other[i] >= 0) {
        together[one[i]][other[i]]++;
      }
    }
    best = new int[groups];
    tried = new int[groups];
    tryAll(0, 0, 0);
  }

  /// The one division with the numbers of the other; both have that many groups, at most five.
  static int[] match(int[] one, int[] other, int groups) {
    var matched = new MatchedGroups(one, other, groups);
    return Arrays.stream(one).map(g -> g < 0 ? g : matched.best[g]).toArray();
  }

  private void tryAll(int group, int taken, long agreeing) {
    if (group == together.length) {
      if (agreeing > most) {
        most = agreeing;
        System.arraycopy(tried, 0, best, 0, tried.length);
      }
      return;
    }
    for (int other = 0; other < together.length; other++) {
      if ((taken >> other & 1) == 0) {
        tried[group] = other;
        tryAll(group + 1, taken | 1 << other, agreeing + together[group][other]);
      }
    }
  }
}
