package org.earshot.opinion;

import static org.earshot.numerics.Arguments.require;
import static org.earshot.numerics.Arguments.requireWithin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A conversation that goes on: votes and moderation come in, a consistent [Landscape] comes out at
/// any time.
///
/// - **Threads:** one writer at a time (others wait); any number of readers of [#landscape], who
///   never wait. [#refreshMap] and [#regroup] may run on other threads: they hold up the writer
///   only while they copy the counters.
/// - **Weights:** a person may count more or less than one, from 0 to 100.
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
  private final LiveCounts counts = new LiveCounts(1);
  private final Map<String, Double> weights = new HashMap<>(); // those that are not 1
  private double[] weightOf = new double[64]; // of people with a vote
  private final Set<String> unvoted = new TreeSet<>(); // proposed, without a vote yet
  private ShownStatements shown = new ShownStatements();
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
    welcome(i, person);
    unvoted.remove(statement);
    while (counts.statements() <= j) {
      counts.addStatement();
      if (isCounted()) {
        pairs.addStatement();
      } else {
        pairs = new CoVotes(); // from now on the map is drawn from the votes
      }
    }
    int place = votes.place(i, j);
    double weight = weightOf[i];
    if (place >= 0) {
      int before = votes.cells(i)[place] & 3;
      counts.add(j, groupOf(i), before, weight, -1);
      if (isCounted()) {
        pairs.replace(j, before - 1, vote.value(), votes.cells(i));
      }
    } else {
      counts.addPerson(j);
      if (isCounted()) {
        pairs.add(j, vote.value(), votes.cells(i));
      }
    }
    counts.add(j, groupOf(i), vote.code(), weight, 1);
    votes.set(i, place, j, vote);
  }

  /// Says how much a person counts; 1 for those of whom nothing was said.
  public synchronized void weigh(String person, double weight) {
    requireWithin(weight, 0, LiveCounts.LARGEST_WEIGHT, "weight");
    weights.put(person, weight);
    int i = votes.findPerson(person);
    if (i >= 0) {
      for (int cell : votes.cells(i)) {
        counts.add(cell >> 2, groupOf(i), cell & 3, weightOf[i], -1);
        counts.add(cell >> 2, groupOf(i), cell & 3, weight, 1);
      }
      weightOf[i] = weight;
    }
  }

  private void welcome(int person, String id) {
    if (person == weightOf.length) {
      weightOf = Arrays.copyOf(weightOf, person * 2);
    }
    if (votes.cells(person).length == 0) {
      weightOf[person] = weights.getOrDefault(id, 1.0);
    }
  }

  /// Makes a statement known that nobody has voted on, so that it can be shown.
  public synchronized void propose(String statement) {
    require(!statement.isEmpty(), "A statement's id must not be empty.");
    if (votes.findStatement(statement) < 0) {
      unvoted.add(statement);
    }
  }

  /// Chooses the statement to show a person next, of those that are not out and that the person has
  /// not voted on, and notes it in the log of what was shown.
  ///
  /// @param draw a random number in `[0, 1)`, the caller's
  /// @return empty if nothing is left to show
  public synchronized Optional<Showing> showNext(String person, Routing routing, double draw) {
    int i = votes.findPerson(person);
    var open = new ArrayList<String>();
    for (int j = 0; j < votes.statements(); j++) {
      var id = votes.statementIds().get(j);
      if (!out.contains(id) && (i < 0 || votes.place(i, j) < 0)) {
        open.add(id);
      }
    }
    unvoted.stream().filter(id -> !out.contains(id)).forEach(open::add);
    var priorities = open.stream().mapToDouble(id -> weightFor(routing, id)).toArray();
    var showing = Showing.draw(open, priorities, draw);
    showing.ifPresent(one -> shown.add(person, one.statement(), one.chance()));
    return showing;
  }

  private double weightFor(Routing routing, String statement) {
    return switch (routing) {
      case PRIORITY -> priority(statement);
      case FEWEST_VOTES -> 1.0 / (counts.people(votes.findStatement(statement)) + 1);
    };
  }

  /// A copy of the log of what was shown, for [StableMethod#withShown].
  public synchronized ShownStatements shown() {
    return shown.copy();
  }

  private int groupOf(int person) {
    int[] known = groups.groupOf();
    return person < known.length ? known[person] : Groups.NONE;
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
    return CommonGround.consensus(counts.of(j), 0);
  }

  /// A statement's priority after the last vote, with the map last drawn.
  public synchronized double priority(String statement) {
    int j = votes.findStatement(statement);
    double extremity = j >= 0 && j < latest.map().statements() ? latest.map().extremity(j) : 0;
    return CommonGround.priority(counts.of(j), 0, extremity, meta.contains(statement));
  }

  /// Draws the map anew and publishes a landscape with the groups last found: from the counters, or
  /// from the votes if there are too many statements or if people differ in weight.
  public Landscape refreshMap() {
    LiveInstant now;
    CoVotes counters;
    synchronized (this) {
      now = instant();
      counters = isCounted() && weights.isEmpty() ? pairs.copy() : null;
    }
    var landscape = now.landscape(counters, latest.map());
    latest = landscape;
    return landscape;
  }

  /// Finds the groups anew with the method `stable`, and publishes its landscape.
  public Landscape regroup(StableMethod method) {
    LiveInstant now;
    synchronized (this) {
      now = instant();
    }
    var landscape = now.landscape(method);
    synchronized (this) {
      install(landscape.groups());
      latest = landscape;
    }
    return landscape;
  }

  private void install(Groups found) {
    groups = found;
    counts.clear(found.count());
    for (int i = 0; i < votes.people(); i++) {
      for (int cell : votes.cells(i)) {
        counts.add(cell >> 2, groupOf(i), cell & 3, weightOf[i], 1);
      }
    }
  }

  private boolean isCounted() {
    return votes.statements() <= mostCounted;
  }

  private LiveInstant instant() {
    return new LiveInstant(
        votes.freeze(),
        new Moderation(out, meta),
        groups.among(votes.people()),
        weights.isEmpty() ? new double[0] : Arrays.copyOf(weightOf, votes.people()));
  }

  /// Writes the whole state. It does not close the stream.
  public void save(OutputStream stream) throws IOException {
    LiveState state;
    synchronized (this) {
      var now = instant();
      state =
          new LiveState(
              now.votes(),
              now.moderation(),
              now.groups(),
              Map.copyOf(weights),
              List.copyOf(unvoted),
              shown.copy());
    }
    state.write(stream);
  }

  /// Reads a state that [#save] wrote. What the map and the counters say is the same as before.
  ///
  /// @throws IOException if the stream ends early or was not written by [#save]
  public static LiveConversation restore(InputStream stream) throws IOException {
    var live = new LiveConversation();
    var state = LiveState.read(stream);
    state.votes().people().forEach(live.votes::person);
    state.votes().statements().forEach(live.votes::statement);
    live.replay(state.votes());
    state.weights().forEach(live::weigh);
    state.unvoted().forEach(live::propose);
    live.out.addAll(state.moderation().out());
    live.meta.addAll(state.moderation().meta());
    synchronized (live) {
      live.shown = state.shown();
      live.install(state.groups());
    }
    live.refreshMap();
    return live;
  }

  private void replay(Votes all) {
    weightOf = Arrays.copyOf(weightOf, Math.max(64, all.people().size() * 2));
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
