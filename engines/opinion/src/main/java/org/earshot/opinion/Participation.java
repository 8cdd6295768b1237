package org.earshot.opinion;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Who voted on enough statements to be placed in a group.
final class Participation {

  private static final int ENOUGH_VOTES = 7;
  private static final int FEWEST_PEOPLE = 15;

  private Participation() {}

  /// Those with 7 votes, or with all there can be; if that makes fewer than 15, the most active up
  /// to 15. Of equally active people the first by id, as Polis does it.
  static boolean[] of(Votes votes) {
    var in = active(votes);
    if (count(in) < FEWEST_PEOPLE) {
      IntStream.range(0, in.length)
          .boxed()
          .sorted(Comparator.comparingInt(i -> -votes.countOf(i)))
          .limit(FEWEST_PEOPLE)
          .forEach(i -> in[i] = true);
    }
    return in;
  }

  /// The same, but all or none of equally active people: no matter who comes first.
  static int[] evenly(Votes votes) {
    var in = active(votes);
    if (count(in) < FEWEST_PEOPLE) {
      int least =
          IntStream.range(0, in.length)
              .map(i -> -votes.countOf(i))
              .sorted()
              .limit(FEWEST_PEOPLE)
              .map(i -> -i)
              .reduce(Integer.MAX_VALUE, (_, last) -> last);
      for (int i = 0; i < in.length; i++) {
        in[i] |= votes.countOf(i) >= least;
      }
    }
    return IntStream.range(0, in.length).filter(i -> in[i]).toArray();
  }

  private static boolean[] active(Votes votes) {
    int enough = Math.min(ENOUGH_VOTES, votes.statements().size());
    var in = new boolean[votes.people().size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = votes.countOf(i) >= enough;
    }
    return in;
  }

  private static int count(boolean[] in) {
    return (int) IntStream.range(0, in.length).filter(i -> in[i]).count();
  }
}
