package org.earshot.opinion;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// The state of a live conversation, and as bytes: a mark, the ids, the votes, the moderation, the
/// groups, the weights, what was proposed and shown, and a checksum.
///
/// @param groups the groups last found
/// @param weights by person; those that are not 1
/// @param unvoted statements without a vote
/// @param shown what was shown to whom
record LiveState(
    Votes votes,
    Moderation moderation,
    Groups groups,
    Map<String, Double> weights,
    List<String> unvoted,
    ShownStatements shown) {

  private static final int MARK = 0x45_4F_50_32; // "EOP2"
  private static final int LONGEST_ID = 1 << 12;

  void write(OutputStream stream) throws IOException {
    var sum = new CheckedOutputStream(stream, new CRC32());
    var data = new DataOutputStream(new BufferedOutputStream(sum, 1 << 16));
    data.writeInt(MARK);
    writeIds(data, votes.people());
    writeIds(data, votes.statements());
    for (int i = 0; i < votes.people().size(); i++) {
      data.writeInt(votes.countOf(i));
      for (int k = votes.from(i); k < votes.from(i + 1); k++) {
        data.writeInt(votes.cells()[k]);
      }
    }
    writeIds(data, new TreeSet<>(moderation.out()));
    writeIds(data, new TreeSet<>(moderation.meta()));
    data.writeInt(groups.count());
    for (int group : groups.groupOf()) {
      data.writeByte(group);
    }
    var weighed = new TreeMap<>(weights);
    writeIds(data, weighed.keySet());
    for (double weight : weighed.values()) {
      data.writeDouble(weight);
    }
    writeIds(data, unvoted);
    writeIds(data, shown.people());
    for (var person : shown.people()) {
      var draws = shown.of(person);
      data.writeInt(draws.size());
      for (var draw : draws) {
        writeId(data, draw.statement());
        data.writeDouble(draw.chance());
      }
    }
    data.flush();
    new DataOutputStream(stream).writeLong(sum.getChecksum().getValue());
  }

  private static void writeIds(DataOutputStream data, Collection<String> ids) throws IOException {
    data.writeInt(ids.size());
    for (String id : ids) {
      writeId(data, id);
    }
  }

  private static void writeId(DataOutputStream data, String id) throws IOException {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    data.writeInt(bytes.length);
    data.write(bytes);
  }

  static LiveState read(InputStream stream) throws IOException {
    var sum = new CheckedInputStream(stream, new CRC32());
    var data = new DataInputStream(sum);
    require(data.readInt() == MARK, "it does not begin as one");
    var people = readIds(data);
    var statements = readIds(data);
    var rows = readRows(data, people.size(), statements);
    var out = readIds(data);
    var meta = readIds(data);
    int count = data.readInt();
    require(count >= 1 && count <= StableMethod.MOST_GROUPS, "it holds " + count + " groups");
    int[] groupOf = new int[people.size()];
    for (int i = 0; i < groupOf.length; i++) {
      groupOf[i] = data.readByte();
      require(groupOf[i] >= Groups.NONE && groupOf[i] < count, "a group has no number");
    }
    var weights = readWeights(data);
    var unvoted = readIds(data);
    var shown = readShown(data);
    long checksum = sum.getChecksum().getValue();
    require(data.readLong() == checksum, "its checksum does not fit");
    return new LiveState(
        rows.build(people),
        new Moderation(new HashSet<>(out), new HashSet<>(meta)),
        new Groups(groupOf, count, new TreeMap<>()),
        weights,
        unvoted,
        shown);
  }

  private static VoteRows readRows(DataInputStream data, int people, List<String> statements)
      throws IOException {
    var rows = new VoteRows(statements, 1024);
    for (int i = 0; i < people; i++) {
      int votes = data.readInt();
      int last = -1;
      require(votes >= 0 && votes <= statements.size(), "a person has " + votes + " votes");
      for (int v = 0; v < votes; v++) {
        int cell = data.readInt();
        int statement = cell >> 2;
        require(
            statement > last && statement < statements.size() && (cell & 3) < 3, "a vote is none");
        rows.vote(statement, Vote.of((cell & 3) - 1));
        last = statement;
      }
      rows.endOfPerson();
    }
    return rows;
  }

  private static Map<String, Double> readWeights(DataInputStream data) throws IOException {
    var weights = new HashMap<String, Double>();
    for (String person : readIds(data)) {
      double weight = data.readDouble();
      require(weight >= 0 && weight <= LiveCounts.LARGEST_WEIGHT, "a weight is " + weight);
      weights.put(person, weight);
    }
    return weights;
  }

  private static ShownStatements readShown(DataInputStream data) throws IOException {
    var shown = new ShownStatements();
    for (String person : readIds(data)) {
      int draws = data.readInt();
      require(draws > 0, "a person was shown " + draws + " statements");
      for (int d = 0; d < draws; d++) {
        var statement = readId(data);
        double chance = data.readDouble();
        require(chance >= Double.MIN_NORMAL && chance <= 1, "a chance is " + chance);
        shown.add(person, statement, chance);
      }
    }
    return shown;
  }

  private static List<String> readIds(DataInputStream data) throws IOException {
    int count = data.readInt();
    require(count >= 0, "it holds " + count + " ids");
    var ids = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (int i = 0; i < count; i++) {
      var id = readId(data);
      require(seen.add(id), "an id stands twice");
      ids.add(id);
    }
    return ids;
  }

  private static String readId(DataInputStream data) throws IOException {
    int length = data.readInt();
    require(length > 0 && length <= LONGEST_ID, "an id has " + length + " bytes");
    return new String(data.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, String fault) throws IOException {
    if (!holds) {
      throw new IOException("This is not the state of a live conversation: %s.".formatted(fault));
    }
  }
}
