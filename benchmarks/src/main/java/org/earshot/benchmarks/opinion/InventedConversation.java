package org.earshot.benchmarks.opinion;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.earshot.numerics.RandomStream;
import org.earshot.opinion.Vote;
import org.earshot.opinion.VoteRows;
import org.earshot.opinion.Votes;

/// A seeded invented conversation with gaps like those of real ones: few people vote on much and
/// many on little, early statements are seen by many and late ones by few. People are of three
/// camps, unequal in size, that see some of the statements differently.
final class InventedConversation {

  private static final int CAMPS = 3;

  private final int people;
  private final int statements;
  private final double mean;
  private final double[] chance; // of each statement, relative to the first

  /// @param votes about how many there will be
  InventedConversation(int people, int statements, long votes) {
    this.people = people;
    this.statements = statements;
    this.mean = (double) votes / people;
    this.chance = new double[statements];
    double sum = 0;
    for (int j = 0; j < statements; j++) {
      chance[j] = 1 / (1 + 4.0 * j / statements);
      sum += chance[j];
    }
    for (int j = 0; j < statements; j++) {
      chance[j] /= sum;
    }
  }

  /// Makes the votes, in rows.
  Votes votes(long seed) {
    var rows = new VoteRows(new Numbers(statements), (int) Math.min(1L << 30, expected()));
    for (int person = 0; person < people; person++) {
      var random = RandomStream.of(seed, person);
      int camp = Math.min(CAMPS - 1, random.nextInt(6) / 2 + random.nextInt(2) * (person & 1));
      double busy = mean * -Math.log(1 - random.nextDouble()); // exponential
      int least = random.nextInt(statements); // everybody votes on something
      for (int j = 0; j < statements; j++) {
        if (j == least || random.nextDouble() < busy * chance[j]) {
          rows.vote(j, vote(random, camp, j));
        }
      }
      rows.endOfPerson();
    }
    return rows.build(new Numbers(people));
  }

  private long expected() {
    return (long) (mean * people * 1.02) + 1000;
  }

  private static Vote vote(RandomStream random, int camp, int statement) {
    long bits = RandomStream.mix(statement * 31L + 7);
    boolean divides = (bits & 3) == 0;
    double liking = (((bits >>> 8) & 255) - 100) / 100.0; // what everybody thinks of it
    double leaning = divides ? (((bits >>> (16 + 4 * camp)) & 15) - 7.5) / 4 : 0;
    double feeling = liking + leaning + 2 * random.nextDouble() - 1;
    return feeling > 0.25 ? Vote.AGREE : feeling < -0.25 ? Vote.DISAGREE : Vote.PASS;
  }

  /// The numbers 0, 1, 2, .. as ids, none of which is kept.
  private static final class Numbers extends AbstractList<String> implements RandomAccess {
    private final int size;

    Numbers(int size) {
      this.size = size;
    }

    @Override
    public String get(int index) {
      return Integer.toString(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
