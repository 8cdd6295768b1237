package org.earshot.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// A conversation that goes on: votes and moderation come in, a consistent [Landscape] comes out at
/// any time.
///
/// - **Threads:** one writer at a time (others wait); any number of readers of [#landscape], who
///   never wait. [#refreshMap] and [#regroup] may run on other threads: they hold up the writer
///   only while they copy the counters.
/// - **Cost:** a vote takes time in proportion to that person's votes; [#refreshMap] in proportion
///   to the statements squared and to the votes; [#regroup] as the method `stable` from cold.
/// - **Exactness:** the counters are whole numbers; the map that they give equals one drawn from
///   all votes anew.
public final class LiveConversation {

  /// Beyond this many statements the map is drawn from the votes, not from pairs of statements.
  public static final int MOST_COUNTED_STATEMENTS = 3000;

  private final int mostCounted;
  private final LiveVotes votes = new LiveVotes();
  private CoVotes pairs = new CoVotes();
  private final Set<String> out = new HashSet<>();
  private final Set<String> meta = new HashSet<>();
  private final List<long[]> counts = new ArrayList<>(); // statement: group * 4 + vote's code
  private int[] groupOf = new int[64];
  private Groups groups = new Groups(new int[0], 1, new TreeMap<>());
  private volatile Landscape latest;

  public LiveConversation() {
    this(MOST_COUNTED_STATEMENTS);
  }

  LiveConversation(int mostCounted) {
    this.mostCounted = mostCounted;
    this.latest = Opinion.stable(votes.freeze().votes(), Moderation.NONE);
  }

  /// A person votes, or changes a vote.
  public synchronized void vote(String person, String statement, Vote vote) {
    int i = votes.person(person);
    int j = votes.statement(statement);
    while (counts.size() <= j) {
      counts.add(new long[(groups.count() + 1) * 4]);
      if (isCounted()) {
        pairs.addStatement();
      } else {
        pairs = new CoVotes(); // from now on the map is drawn from the votes
      }
    }
    if (i >= groupOf.length) {
      groupOf = Arrays.copyOf(groupOf, groupOf.length * 2);
    }
    int place = votes.place(i, j);
    long[] count = counts.get(j);
    int slot = slot(i < groups.groupOf().length ? groupOf[i] : Groups.NONE);
    if (place >= 0) {
      int before = votes.cells(i)[place] & 3;
      count[slot + before]--;
      if (isCounted()) {
        pairs.replace(j, before - 1, vote.value(), votes.cells(i));
      }
    } else if (isCounted()) {
      pairs.add(j, vote.value(), votes.cells(i));
    }
    count[slot + vote.code()]++;
    votes.set(i, place, j, vote);
  }

  /// Takes a statement out of the map, or back in.
  public synchronized void moderate(String statement, boolean isOut) {
    if (isOut) {
      out.add(statement);
    } else {
      out.remove(statement);
    }
  }

  /// Says whether a statement is about the conversation itself.
  public synchronized void mark(String statement, boolean isMeta) {
    if (isMeta) {
      meta.add(statement);
    } else {
      meta.remove(statement);
    }
  }

  /// The latest landscape that was drawn; never waits.
  public Landscape landscape() {
    return latest;
  }

  /// A statement's group-aware consensus after the last vote, with the groups last found.
  public synchronized double groupAwareConsensus(String statement) {
    int j = votes.findStatement(statement);
    return CommonGround.consensus(talliesOf(j), 0);
  }

  /// A statement's priority after the last vote, with the map last drawn.
  public synchronized double priority(String statement) {
    int j = votes.findStatement(statement);
    double extremity = j >= 0 && j < latest.map().statements() ? latest.map().extremity(j) : 0;
    return CommonGround.priority(talliesOf(j), 0, extremity, meta.contains(statement));
  }

  private Tallies talliesOf(int statement) {
    var byVote = statement < 0 ? new long[groups.count() * 4] : counts.get(statement);
    return Tallies.ofCounts(groups.count(), 1, byVote);
  }

  /// Draws the map anew from the counters, and publishes a landscape with the groups last found.
  public Landscape refreshMap() {
    LiveVotes.Frozen frozen;
    CoVotes counters;
    Moderation moderation;
    Groups now;
    boolean counted;
    synchronized (this) {
      frozen = votes.freeze();
      counted = isCounted();
      counters = counted ? pairs.copy() : new CoVotes();
      moderation = new Moderation(out, meta);
      now = new Groups(groupsOfAll(), groups.count(), groups.silhouettes());
    }
    var all = frozen.votes();
    var map = LiveMap.draw(all, moderation, counted ? counters : null, latest.map());
    var landscape = Landscape.of(all, moderation, VoteWeights.EQUAL, map, now);
    latest = landscape;
    return landscape;
  }

  /// Finds the groups anew with the method `stable`, and publishes its landscape.
  public Landscape regroup(StableMethod method) {
    LiveVotes.Frozen frozen;
    Moderation moderation;
    synchronized (this) {
      frozen = votes.freeze();
      moderation = new Moderation(out, meta);
    }
    var landscape = method.landscape(frozen.votes(), moderation);
    synchronized (this) {
      install(landscape.groups());
      latest = landscape;
    }
    return landscape;
  }

  private void install(Groups found) {
    groups = found;
    groupOf = Arrays.copyOf(found.groupOf(), Math.max(64, votes.people() * 2));
    for (int j = 0; j < counts.size(); j++) {
      counts.set(j, new long[(groups.count() + 1) * 4]);
    }
    for (int i = 0; i < votes.people(); i++) {
      int slot = slot(i < found.groupOf().length ? groupOf[i] : Groups.NONE);
      for (int cell : votes.cells(i)) {
        counts.get(cell >> 2)[slot + (cell & 3)]++;
      }
    }
  }

  private int slot(int group) {
    return (group < 0 ? groups.count() : group) * 4;
  }

  private boolean isCounted() {
    return votes.statements() <= mostCounted;
  }

  private int[] groupsOfAll() {
    int known = groups.groupOf().length;
    int[] all = Arrays.copyOf(groups.groupOf(), votes.people());
    Arrays.fill(all, Math.min(known, all.length), all.length, Groups.NONE);
    return all;
  }

  /// Writes the whole state. It does not close the stream.
  public void save(OutputStream stream) throws IOException {
    LiveVotes.Frozen frozen;
    Moderation moderation;
    Groups now;
    synchronized (this) {
      frozen = votes.freeze();
      moderation = new Moderation(out, meta);
      now = new Groups(groupsOfAll(), groups.count(), groups.silhouettes());
    }
    LiveState.write(stream, frozen.votes(), moderation, now);
  }

  /// Reads a state that [#save] wrote. What the map and the counters say is the same as before.
  ///
  /// @throws IOException if the stream ends early or was not written by [#save]
  public static LiveConversation restore(InputStream stream) throws IOException {
    var live = new LiveConversation();
    var state = LiveState.read(stream);
    for (int i = 0; i < state.votes().people().size(); i++) {
      live.votes.person(state.votes().people().get(i));
    }
    state.votes().statements().forEach(live.votes::statement);
    live.replay(state.votes());
    live.out.addAll(state.moderation().out());
    live.meta.addAll(state.moderation().meta());
    synchronized (live) {
      live.install(state.groups());
    }
    live.refreshMap();
    return live;
  }

  private void replay(Votes all) {
    for (int i = 0; i < all.people().size(); i++) {
      for (int place = 0; place < all.countOf(i); place++) {
        vote(
            all.people().get(i),
            all.statements().get(all.statementAt(i, place)),
            all.voteAt(i, place));
      }
    }
  }
}
