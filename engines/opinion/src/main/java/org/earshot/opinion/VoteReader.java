package org.earshot.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Reads votes from a CSV file with a heading: `voter-id`, `comment-id`, `vote` and, if it has one,
/// `timestamp`, in any order; other columns are ignored. A vote is 1 (agree), 0 (pass) or -1
/// (disagree). Of several votes of a person on a statement the latest counts, by the timestamp and
/// then by the line.
///
/// Streams: what it holds is 16 bytes a vote while reading, and 4 afterwards.
public final class VoteReader {

  private static final int LONGEST_ID = 256;

  private final CsvLines lines;
  private final VotesBuilder builder = new VotesBuilder();
  private final IdTable people = new IdTable();
  private final IdTable statements = new IdTable();
  private int personColumn;
  private int statementColumn;
  private int voteColumn;
  private int timeColumn;
  private int columns;

  private VoteReader(InputStream in) {
    this.lines = new CsvLines(in);
  }

  /// Reads all votes. Does not close the stream.
  public static Votes read(InputStream in) throws IOException, MalformedVotesException {
    return new VoteReader(in).read();
  }

  private Votes read() throws IOException, MalformedVotesException {
    readHeading();
    while (lines.next()) {
      if (lines.fields() != columns) {
        throw fault(
            "The line has %d fields, and the heading has %d. Put a field with a comma in quotes."
                .formatted(lines.fields(), columns));
      }
      builder.add(
          number(people, personColumn, "voter-id"),
          number(statements, statementColumn, "comment-id"),
          vote(),
          timeColumn < 0 ? 0 : time());
    }
    return builder.build(people.ids(), statements.ids());
  }

  private void readHeading() throws IOException, MalformedVotesException {
    if (!lines.next()) {
      throw new MalformedVotesException(
          1, "The file is empty. It needs a heading: timestamp,voter-id,comment-id,vote");
    }
    List<String> heading = lines.texts().stream().map(String::strip).toList();
    columns = heading.size();
    personColumn = column(heading, "voter-id");
    statementColumn = column(heading, "comment-id");
    voteColumn = column(heading, "vote");
    timeColumn = heading.indexOf("timestamp");
  }

  private int column(List<String> heading, String name) throws MalformedVotesException {
    int at = heading.indexOf(name);
    if (at < 0 || heading.lastIndexOf(name) != at) {
      throw fault(
          "%s column '%s' in the heading '%s'. It needs timestamp,voter-id,comment-id,vote, each once."
              .formatted(at < 0 ? "There is no" : "There is more than one", name, heading));
    }
    return at;
  }

  private int number(IdTable ids, int column, String name) throws MalformedVotesException {
    int length = lines.end(column) - lines.start(column);
    if (length == 0 || length > LONGEST_ID) {
      throw fault(
          "Column %s must hold an id of 1 to %d bytes, but holds %d."
              .formatted(name, LONGEST_ID, length));
    }
    return ids.number(lines.bytes(), lines.start(column), lines.end(column));
  }

  private Vote vote() throws MalformedVotesException {
    int start = lines.start(voteColumn);
    int length = lines.end(voteColumn) - start;
    byte last = length == 0 ? 0 : lines.bytes()[start + length - 1];
    if (length == 1 && last == '1') {
      return Vote.AGREE;
    } else if (length == 1 && last == '0') {
      return Vote.PASS;
    } else if (length == 2 && last == '1' && lines.bytes()[start] == '-') {
      return Vote.DISAGREE;
    }
    throw fault(
        "Column vote is '%s', and must be 1 (agree), 0 (pass) or -1 (disagree)."
            .formatted(shortened(lines.text(voteColumn))));
  }

  private long time() throws MalformedVotesException {
    int at = lines.start(timeColumn);
    int end = lines.end(timeColumn);
    boolean negative = at < end && lines.bytes()[at] == '-';
    long time = 0;
    int digits = 0;
    for (int i = negative ? at + 1 : at; i < end; i++) {
      int digit = lines.bytes()[i] - '0';
      digits = digit >= 0 && digit <= 9 ? digits + 1 : 100;
      time = time * 10 + digit;
    }
    if (digits == 0 || digits > 18) {
      throw fault(
          "Column timestamp is '%s', and must be a whole number, such as milliseconds since 1970."
              .formatted(shortened(lines.text(timeColumn))));
    }
    return negative ? -time : time;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private MalformedVotesException fault(String message) {
    return new MalformedVotesException(lines.line(), message);
  }
}
