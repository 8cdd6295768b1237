package org.earshot.opinion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// An invented conversation: people in camps, statements that the camps see differently, gaps.
final class RandomConversation {

  /// One vote of one person.
  record Ballot(String person, String statement, Vote vote) {}

  final List<Ballot> ballots = new ArrayList<>();

  /// @param camps how many camps; 0 for people who vote by the toss of a coin
  RandomConversation(long seed, int people, int statements, int camps, double answered) {
    var random = new Random(seed);
    for (int i = 0; i < people; i++) {
      int camp = camps == 0 ? 0 : i % camps;
      for (int j = 0; j < statements; j++) {
        if (random.nextDouble() < answered) {
          double leaning = camps == 0 ? 0 : j % camps == camp ? 1.2 : -0.8;
          double feeling = leaning + random.nextGaussian();
          var vote = feeling > 0.3 ? Vote.AGREE : feeling < -0.3 ? Vote.DISAGREE : Vote.PASS;
          ballots.add(new Ballot("p" + i, "s" + j, vote));
        }
      }
    }
  }

  /// The votes as they are.
  Votes votes() {
    return votes(ballots);
  }

  /// The same votes in another order, and people and statements under other names that sort in
  /// another order.
  Votes shuffledAndRenamed(long seed) {
    var shuffled = new ArrayList<>(ballots);
    Collections.shuffle(shuffled, new Random(seed));
    return votes(
        shuffled.stream()
            .map(b -> new Ballot(renamed(b.person, seed), renamed(b.statement, seed), b.vote))
            .toList());
  }

  /// The name under which someone or something goes there.
  static String renamed(String id, long seed) {
    return Long.toHexString(
            org.earshot.numerics.RandomStream.of(seed, Integer.parseInt(id.substring(1)))
                .nextLong())
        + id;
  }

  private static Votes votes(List<Ballot> ballots) {
    var builder = new VotesBuilder();
    var people = new ArrayList<String>();
    var statements = new ArrayList<String>();
    for (var ballot : ballots) {
      if (!people.contains(ballot.person)) {
        people.add(ballot.person);
      }
      if (!statements.contains(ballot.statement)) {
        statements.add(ballot.statement);
      }
      builder.add(
          people.indexOf(ballot.person), statements.indexOf(ballot.statement), ballot.vote, 0);
    }
    return builder.build(people, statements);
  }
}
