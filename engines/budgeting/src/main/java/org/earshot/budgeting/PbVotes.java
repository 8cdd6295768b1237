package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The section VOTES, row by row.
final class PbVotes {

  private static final int MOST_POINTS = 1_000_000;

  private final PbRows rows;
  private final int fields;
  private final Words ids;
  private final PbFaults faults;
  private final PbLimits limits;
  private final int idField;
  private final int voteField;
  private final int pointsField;
  private final List<Column> columns = new ArrayList<>();
  private final Ballots.Builder ballots;
  private final PackedText voterIds = new PackedText();
  private int count;
  private int namedTwice;
  private int firstNamedTwice;

  private static final class Column {
    private final String name;
    private final int field;
    private final Words words = new Words();
    private int[] codes = new int[1024];

    Column(String name, int field) {
      this.name = name;
      this.field = field;
    }
  }

  PbVotes(
      PbRows rows,
      List<String> header,
      Words ids,
      VoteType voteType,
      PbLimits limits,
      PbFaults faults) {
    this.rows = rows;
    this.fields = header.size();
    this.ids = ids;
    this.faults = faults;
    this.limits = limits;
    this.idField = header.indexOf("voter_id");
    this.voteField = header.indexOf("vote");
    this.pointsField = voteType.hasPoints() ? header.indexOf("points") : -1;
    this.ballots = new Ballots.Builder(voteType.hasPoints());
    for (int field = 0; field < fields; field++) {
      boolean known = field == idField || field == voteField || header.get(field).equals("points");
      if (!known && !header.get(field).isEmpty()) {
        columns.add(new Column(header.get(field), field));
      }
    }
  }

  void row() throws IOException {
    for (int field = fields; field < rows.fields(); field++) {
      if (rows.end(field) > rows.start(field)) {
        faults.add("", rows.text(field), "the row has more fields than its header.");
        break;
      }
    }
    if (voteField >= rows.fields() || idField >= rows.fields()) {
      faults.add("vote", "", "the row ends before its vote. An empty vote needs its ';'.");
      return;
    }
    if (voteField < 0 || idField < 0) {
      return; // the header is at fault, and was named
    }
    byte[] bytes = rows.bytes();
    voterIds.add(bytes, rows.start(idField), rows.end(idField) - rows.start(idField));
    choices(bytes);
    limits.check(ballots, rows.line());
    ballots.endBallot();
    for (var column : columns) {
      if (count == column.codes.length) {
        column.codes = Arrays.copyOf(column.codes, 2 * count);
      }
      boolean there = column.field < rows.fields();
      int start = there ? rows.start(column.field) : 0;
      int end = there ? rows.end(column.field) : 0;
      column.codes[count] = column.words.number(bytes, start, end);
    }
    count++;
  }

  private void choices(byte[] bytes) throws IOException {
    int at = rows.start(voteField);
    int end = rows.end(voteField);
    boolean withPoints = pointsField >= 0;
    int pointsAt = withPoints && pointsField < rows.fields() ? rows.start(pointsField) : 0;
    int pointsEnd = withPoints && pointsField < rows.fields() ? rows.end(pointsField) : 0;
    if (blank(bytes, at, end)) {
      if (!blank(bytes, pointsAt, pointsEnd)) {
        faults.add("points", rows.text(pointsField), "points for no project.");
      }
      return;
    }
    while (at <= end) {
      int comma = comma(bytes, at, end);
      int points = 1;
      if (withPoints) {
        int pointsComma = comma(bytes, pointsAt, pointsEnd);
        if (pointsAt > pointsEnd) {
          faults.add("points", rows.text(pointsField), "fewer points than projects on the ballot.");
          return;
        }
        points = points(bytes, pointsAt, pointsComma);
        pointsAt = pointsComma + 1;
      }
      choose(bytes, at, comma, points);
      at = comma + 1;
    }
    if (withPoints && pointsAt <= pointsEnd) {
      faults.add("points", rows.text(pointsField), "more points than projects on the ballot.");
    }
  }

  private void choose(byte[] bytes, int from, int to, int points) throws IOException {
    int start = from;
    int end = to;
    while (start < end && bytes[start] == ' ') {
      start++;
    }
    while (start < end && bytes[end - 1] == ' ') {
      end--;
    }
    int project = ids.find(bytes, start, end);
    if (project < 0) {
      faults.add(
          "vote",
          new String(bytes, start, end - start, UTF_8),
          "no project has this id. Add it to PROJECTS, or take it off the ballot.");
    } else if (!ballots.choose(project, points)) {
      if (namedTwice++ == 0) {
        firstNamedTwice = rows.line();
      }
    }
  }

  private int points(byte[] bytes, int from, int to) throws IOException {
    long points = 0;
    boolean digits = false;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        points = 10 * points + b - '0';
        digits = true;
      } else if (b != ' ') {
        points = MOST_POINTS + 1L;
      }
      if (points > MOST_POINTS) {
        break;
      }
    }
    if (!digits || points > MOST_POINTS) {
      faults.add(
          "points",
          rows.text(pointsField),
          "points are whole numbers from 0 to " + MOST_POINTS + ".");
      return 0;
    }
    return (int) points;
  }

  private static int comma(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != ',') {
      at++;
    }
    return at;
  }

  private static boolean blank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  int count() {
    return count;
  }

  Ballots ballots() {
    return ballots.build();
  }

  PackedText voterIds() {
    return voterIds;
  }

  List<VoterColumn> columns() {
    return columns.stream()
        .map(column -> new VoterColumn(column.name, column.words.texts(), column.codes, count))
        .toList();
  }

  List<String> remarks() {
    var remarks = new ArrayList<String>();
    if (namedTwice > 0) {
      remarks.add(
          "Ballots name a project again (%d times, first in line %d); only the first time counts."
              .formatted(namedTwice, firstNamedTwice));
    }
    remarks.addAll(limits.remarks());
    return remarks;
  }
}
