package org.earshot.benchmarks.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.earshot.opinion.MalformedVotesException;
import org.earshot.opinion.Moderation;
import org.earshot.opinion.VoteReader;
import org.earshot.opinion.Votes;
import org.earshot.opinion.VotesBuilder;

/// A real conversation: a folder with `votes.csv.gz` and `comments.csv.gz`.
///
/// @param name the folder's
record Conversation(String name, Votes votes, Moderation moderation) {

  static List<Conversation> in(Path folder) throws IOException, MalformedVotesException {
    List<Path> folders;
    try (var list = Files.list(folder)) {
      folders = list.filter(Files::isDirectory).sorted().toList();
    }
    var all = new ArrayList<Conversation>();
    for (var one : folders) {
      try (var in = new GZIPInputStream(Files.newInputStream(one.resolve("votes.csv.gz")))) {
        all.add(
            new Conversation(one.getFileName().toString(), VoteReader.read(in), moderation(one)));
      }
    }
    return all;
  }

  /// What is moderated out. Fields before the text hold no quotes in these files, so a line that
  /// does not begin with a record of numbers is the rest of a text.
  private static Moderation moderation(Path folder) throws IOException {
    Set<String> out = new HashSet<>();
    try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve("comments.csv.gz")))) {
      var lines = new String(in.readAllBytes(), UTF_8).lines().toList();
      var heading = List.of(lines.getFirst().split(",", -1));
      int id = heading.indexOf("comment-id");
      int moderated = heading.indexOf("moderated");
      for (var line : lines) {
        var fields = line.split(",", -1);
        if (fields.length > moderated
            && fields[0].matches("[0-9]{10,}")
            && fields[moderated].equals("-1")) {
          out.add(fields[id]);
        }
      }
    }
    return new Moderation(out, Set.of());
  }

  /// The same votes of people with other numbers: as if they had come in another order.
  ///
  /// @param newNumbers of each person
  static Votes renumbered(Votes votes, List<Integer> newNumbers) {
    var builder = new VotesBuilder();
    var ids = new ArrayList<String>();
    for (int i = 0; i < votes.people().size(); i++) {
      ids.add(Integer.toString(i));
      for (int place = 0; place < votes.countOf(i); place++) {
        builder.add(newNumbers.get(i), votes.statementAt(i, place), votes.voteAt(i, place), 0);
      }
    }
    return builder.build(ids, votes.statements());
  }
}
