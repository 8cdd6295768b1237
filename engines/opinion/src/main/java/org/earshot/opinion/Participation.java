package org.earshot.opinion;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Who voted on enough statements to be placed in a group.
final class Participation {

  private static final int ENOUGH_VOTES = 7;
  private static final int FEWEST_PEOPLE = 15;

  private Participation() {}

  /// Those with 7 votes, or with all there can be; if that makes fewer than 15, the most active up
  /// to 15. Of equally active people the first by id.
  static boolean[] of(Votes votes) {
    int people = votes.people().size();
    int enough = Math.min(ENOUGH_VOTES, votes.statements().size());
    var in = new boolean[people];
    int count = 0;
    for (int i = 0; i < people; i++) {
      in[i] = votes.countOf(i) >= enough;
      count += in[i] ? 1 : 0;
    }
    if (count < FEWEST_PEOPLE) {
      IntStream.range(0, people)
          .boxed()
          .sorted(Comparator.comparingInt(i -> -votes.countOf(i)))
          .limit(FEWEST_PEOPLE)
          .forEach(i -> in[i] = true);
    }
    return in;
  }
}
