package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.IntStream;

/// Which of several projects that are exactly equal comes first: one fixed order of all projects.
///
/// @param lot what was drawn, for [Kind#LOT]; otherwise empty
public record TieBreak(Kind kind, String lot) {

  /// The orders there are.
  public enum Kind {
    /// By the project's id as text.
    ID,
    /// The cheapest, then the one with most votes, then by id.
    MIN_COST,
    /// By a lot drawn once: the SHA-256 of the lot, a line break and the project's id.
    LOT
  }

  public static final TieBreak BY_ID = new TieBreak(Kind.ID, "");
  public static final TieBreak BY_COST = new TieBreak(Kind.MIN_COST, "");

  /// By a lot that was drawn in public.
  public static TieBreak byLot(String lot) {
    return new TieBreak(Kind.LOT, lot);
  }

  /// As results name it: `id`, `mincost` or `lot:...`.
  public String word() {
    return switch (kind) {
      case ID -> "id";
      case MIN_COST -> "mincost";
      case LOT -> "lot:" + lot;
    };
  }

  /// The place of each project in the order, 0 first.
  int[] ranks(Election election, long[] votes) {
    var projects = election.projects();
    var byId = Comparator.<Integer, String>comparing(p -> projects.get(p).id());
    var order =
        switch (kind) {
          case ID -> byId;
          case MIN_COST ->
              Comparator.<Integer>comparingLong(p -> projects.get(p).cost())
                  .thenComparingLong(p -> -votes[p])
                  .thenComparing(byId);
          case LOT ->
              Comparator.<Integer, String>comparing(p -> drawn(projects.get(p).id()))
                  .thenComparing(byId);
        };
    var sorted = IntStream.range(0, projects.size()).boxed().sorted(order).toList();
    int[] ranks = new int[projects.size()];
    for (int place = 0; place < ranks.length; place++) {
      ranks[sorted.get(place)] = place;
    }
    return ranks;
  }

  private String drawn(String id) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest((lot + "\n" + id).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
