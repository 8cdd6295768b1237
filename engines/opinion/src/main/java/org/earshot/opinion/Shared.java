package org.earshot.opinion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A statement on which most people vote the same way, whatever their group.
///
/// @param statement its number
/// @param direction what most people say
/// @param count how many say so
/// @param seen how many voted on it
/// @param success the share that says so, shrunk towards one half
/// @param successTest z value of that share against one half
public record Shared(
    int statement, Vote direction, double count, double seen, double success, double successTest) {

  private static final int MOST = 5;

  /// The at most five that most people say that to, strongest first.
  static List<Shared> of(Tallies everyone, boolean[] out, Vote direction) {
    return IntStream.range(0, everyone.statements())
        .filter(j -> !out[j])
        .mapToObj(j -> one(everyone, j, direction))
        .filter(s -> s.success > 0.5 && s.successTest > StatementInGroup.SIGNIFICANT)
        .sorted(Comparator.comparingDouble((Shared s) -> -(s.success * s.successTest)))
        .limit(MOST)
        .toList();
  }

  private static Shared one(Tallies everyone, int statement, Vote direction) {
    double count =
        direction == Vote.AGREE ? everyone.agrees(0, statement) : everyone.disagrees(0, statement);
    double seen = everyone.seen(0, statement);
    return new Shared(
        statement,
        direction,
        count,
        seen,
        StatementInGroup.share(count, seen),
        StatementInGroup.shareTest(count, seen));
  }
}
