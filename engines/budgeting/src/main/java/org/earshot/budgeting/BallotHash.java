package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A fingerprint of everything that can change an outcome: budget, costs and ballots, whatever the
/// order of rows and columns and without voters' ids.
///
/// SHA-256 over lines that end with a line break: `budget;AMOUNT`, `type;VOTE_TYPE`, then a line
/// `project;ID;COST` for each project and `vote;CHOICES` for each ballot, each kind sorted as text.
/// Choices are separated by commas: ids sorted as text; `id:points` where there are points; in the
/// ballot's own order where ballots are rankings.
public final class BallotHash {

  private BallotHash() {}

  /// The fingerprint, in hexadecimal.
  public static String of(Election election) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      line(digest, "budget;" + election.amount(election.budget()));
      line(digest, "type;" + election.voteType().word());
      election.projects().stream()
          .map(project -> "project;" + project.id() + ";" + election.amount(project.cost()))
          .sorted()
          .forEach(text -> line(digest, text));
      var votes = new String[election.ballots().count()];
      for (int ballot = 0; ballot < votes.length; ballot++) {
        votes[ballot] = "vote;" + choices(election, ballot);
      }
      Arrays.sort(votes);
      for (var vote : votes) {
        line(digest, vote);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static String choices(Election election, int ballot) {
    int[] projects = election.ballots().projectsOf(ballot);
    int[] points = election.ballots().pointsOf(ballot);
    boolean withPoints = election.voteType().hasPoints();
    var texts =
        IntStream.range(0, projects.length)
            .mapToObj(
                i ->
                    election.projects().get(projects[i]).id()
                        + (withPoints ? ":" + points[i] : ""));
    return (election.voteType() == VoteType.ORDINAL ? texts : texts.sorted())
        .collect(Collectors.joining(","));
  }

  private static void line(MessageDigest digest, String text) {
    digest.update(text.getBytes(UTF_8));
    digest.update((byte) '\n');
  }
}
