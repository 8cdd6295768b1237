package org.earshot.opinion;

import java.util.Set;

/// Which statements take no part in the map, by id.
///
/// @param out moderated out: the map, what stands for groups and the common ground leave them aside
/// @param meta about the conversation rather than its subject: asked first, and also left aside
///   when they are in `out`
public record Moderation(Set<String> out, Set<String> meta) {

  public static final Moderation NONE = new Moderation(Set.of(), Set.of());

  public Moderation {
    out = Set.copyOf(out);
    meta = Set.copyOf(meta);
  }

  boolean[] outOf(Votes votes) {
    return flags(votes, out);
  }

  boolean[] metaOf(Votes votes) {
    return flags(votes, meta);
  }

  private static boolean[] flags(Votes votes, Set<String> ids) {
    var flags = new boolean[votes.statements().size()];
    for (int j = 0; j < flags.length; j++) {
      flags[j] = ids.contains(votes.statements().get(j));
    }
    return flags;
  }
}
