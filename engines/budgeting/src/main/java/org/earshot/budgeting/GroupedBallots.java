package org.earshot.budgeting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Ballots that say the same, merged: what each kind says and how many said it. Choices that are
/// worth nothing are left out; what remains stands in order of the projects.
final class GroupedBallots {

  private static final int LONG_BALLOT = 48;

  private final Ballots ballots;
  private final Utility utility;
  private final int[] groupOf;
  private int[] starts = new int[1024];
  private int[] weight = new int[1024];
  private int[] hashes = new int[1024];
  private int[] projects;
  private int @Nullable [] units;
  private int[] table = new int[2048]; // a group's number + 1; 0 is free
  private int count;
  private int end;

  private GroupedBallots(Ballots ballots, Utility utility) {
    this.ballots = ballots;
    this.utility = utility;
    this.groupOf = new int[ballots.count()];
    this.projects = new int[Math.max(16, ballots.choices())];
    boolean worthOne = utility == Utility.COST || utility == Utility.CARDINALITY;
    this.units = worthOne ? null : new int[projects.length];
  }

  static GroupedBallots of(Ballots ballots, Utility utility) {
    var grouped = new GroupedBallots(ballots, utility);
    for (int ballot = 0; ballot < ballots.count(); ballot++) {
      grouped.add(ballot);
    }
    grouped.projects = Arrays.copyOf(grouped.projects, grouped.end);
    return grouped;
  }

  private void add(int ballot) {
    int last = end;
    int from = ballots.starts[ballot];
    int to = ballots.starts[ballot + 1];
    if (to - from > LONG_BALLOT) {
      addSorted(from, to);
    } else {
      for (int at = from; at < to; at++) {
        int worth = units(at, from, to);
        if (worth > 0) {
          insert(last, ballots.projects[at], worth);
        }
      }
    }
    int hash = 1;
    for (int at = last; at < end; at++) {
      hash = 31 * hash + projects[at];
      hash = units == null ? hash : 31 * hash + units[at];
    }
    hash *= 0x9E3779B1;
    hash ^= hash >>> 15;
    int mask = table.length - 1;
    int slot = hash & mask;
    for (; table[slot] != 0; slot = (slot + 1) & mask) {
      int group = table[slot] - 1;
      if (hashes[group] == hash && same(group, last)) {
        weight[group]++;
        groupOf[ballot] = group;
        end = last;
        return;
      }
    }
    table[slot] = count + 1;
    groupOf[ballot] = count;
    newGroup(hash);
  }

  /// A long ballot's choices in order of projects.
  private void addSorted(int from, int to) {
    long[] choices = new long[to - from];
    int count = 0;
    for (int at = from; at < to; at++) {
      int worth = units(at, from, to);
      if (worth > 0) {
        choices[count++] = (long) ballots.projects[at] << 32 | worth;
      }
    }
    Arrays.sort(choices, 0, count);
    for (int i = 0; i < count; i++) {
      projects[end] = (int) (choices[i] >>> 32);
      if (units != null) {
        units[end] = (int) choices[i];
      }
      end++;
    }
  }

  /// Keeps a short ballot's choices in order of projects.
  private void insert(int last, int project, int worth) {
    int at = end++;
    while (at > last && projects[at - 1] > project) {
      projects[at] = projects[at - 1];
      if (units != null) {
        units[at] = units[at - 1];
      }
      at--;
    }
    projects[at] = project;
    if (units != null) {
      units[at] = worth;
    }
  }

  private int units(int at, int from, int to) {
    return switch (utility) {
      case COST, CARDINALITY -> ballots.points == null || ballots.points[at] > 0 ? 1 : 0;
      case POINTS -> ballots.points == null ? 1 : ballots.points[at];
      case BORDA -> to - from - (at - from) - 1;
    };
  }

  private boolean same(int group, int last) {
    int from = starts[group];
    int to = starts[group + 1];
    return Arrays.equals(projects, from, to, projects, last, end)
        && (units == null || Arrays.equals(units, from, to, units, last, end));
  }

  private void newGroup(int hash) {
    hashes[count] = hash;
    weight[count++] = 1;
    if (count == weight.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
      weight = Arrays.copyOf(weight, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count] = end;
    if (2 * count > table.length) {
      table = new int[2 * table.length];
      int mask = table.length - 1;
      for (int group = 0; group < count; group++) {
        int slot = hashes[group] & mask;
        while (table[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        table[slot] = group + 1;
      }
    }
  }

  int count() {
    return count;
  }

  int[] weight() {
    return weight;
  }

  int[] groupOf() {
    return groupOf;
  }

  int[] starts() {
    return starts;
  }

  int[] projects() {
    return projects;
  }

  int @Nullable [] units() {
    return units;
  }
}
