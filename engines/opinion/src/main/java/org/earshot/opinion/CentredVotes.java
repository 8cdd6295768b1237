package org.earshot.opinion;

import java.util.ArrayList;
import java.util.List;
import org.earshot.numerics.FixedPoint;
import org.earshot.numerics.LeadingEigenvectors;
import org.earshot.numerics.ParallelRanges;
import org.jspecify.annotations.Nullable;

/// The votes less the mean of their statement, as a matrix: people by statements, zero where there
/// is no vote or the statement is moderated out.
///
/// With every gap filled with its statement's mean, subtracting the means leaves exactly this
/// matrix, so the filled one is never written down. All sums over people are sums of whole numbers
/// ([FixedPoint]): the same for any order of people and any number of threads. A product looks each
/// vote up in a table of the three possible terms and adds.
final class CentredVotes implements LeadingEigenvectors.Operator {

  private static final int[] VALUE = {-1, 0, 1, 0};

  private final Votes votes;
  private final double[] means;
  private final boolean[] out;
  private final double @Nullable [] weights;
  private final int @Nullable [] draws;
  private final int[] places; // where each statement stands in the vectors
  private final FixedPoint within; // for sums over one person's votes
  private final FixedPoint across; // for sums over people

  /// @param weights of the people; those of single votes only tell in the means
  /// @param places a permutation of the statements: the order of the vectors' entries
  CentredVotes(Votes votes, boolean[] out, double[] means, VoteWeights weights, int[] places) {
    this.votes = votes;
    this.out = out;
    this.means = means;
    this.weights = weights.ofPeople();
    this.draws = weights.draws();
    this.places = places;
    double longest = 2 * Math.sqrt(means.length) + 1; // of a person's product with a unit vector
    within = FixedPoint.forSumsUpTo(longest);
    across = FixedPoint.forSumsUpTo(longest * (weights.most(votes.people().size()) + 1));
  }

  @Override
  public double[][] times(double[][] block) {
    int width = block.length;
    long[] terms = terms(block);
    List<long[]> sums = new ArrayList<>();
    ParallelRanges.run(
        votes.people().size(),
        votes.leastPeople(),
        (from, to) -> {
          var own = new long[terms.length];
          switch (width) {
            case 4 -> addFour(terms, own, from, to);
            case 2 -> addTwo(terms, own, from, to);
            default -> addAny(terms, own, width, from, to);
          }
          synchronized (sums) {
            sums.add(own);
          }
        });
    return gather(sums, width);
  }

  /// For each statement, vote and vector: what the vote adds to a person's product.
  private long[] terms(double[][] block) {
    int width = block.length;
    var terms = new long[means.length * 4 * width];
    for (int j = 0; j < means.length; j++) {
      for (int code = 0; code < 3 && !out[j]; code++) {
        for (int t = 0; t < width; t++) {
          terms[(j * 4 + code) * width + t] =
              within.units((VALUE[code] - means[j]) * block[t][places[j]]);
        }
      }
    }
    return terms;
  }

  private void addAny(long[] terms, long[] sums, int width, int from, int to) {
    int[] cells = votes.cells();
    for (int person = from; person < to; person++) {
      int end = votes.from(person + 1);
      for (int t = 0; t < width; t++) {
        long product = 0;
        for (int k = votes.from(person); k < end; k++) {
          product += terms[cells[k] * width + t];
        }
        product = acrossPeople(product, person);
        for (int k = votes.from(person); k < end; k++) {
          sums[cells[k] * width + t] += product;
        }
      }
    }
  }

  private void addTwo(long[] terms, long[] sums, int from, int to) {
    int[] cells = votes.cells();
    for (int person = from; person < to; person++) {
      if (isAbsent(person)) {
        continue;
      }
      int start = votes.from(person);
      int end = votes.from(person + 1);
      long a = 0;
      long b = 0;
      for (int k = start; k < end; k++) {
        int at = cells[k] * 2;
        a += terms[at];
        b += terms[at + 1];
      }
      a = acrossPeople(a, person);
      b = acrossPeople(b, person);
      for (int k = start; k < end; k++) {
        int at = cells[k] * 2;
        sums[at] += a;
        sums[at + 1] += b;
      }
    }
  }

  private void addFour(long[] terms, long[] sums, int from, int to) {
    int[] cells = votes.cells();
    for (int person = from; person < to; person++) {
      if (isAbsent(person)) {
        continue;
      }
      int start = votes.from(person);
      int end = votes.from(person + 1);
      long a = 0;
      long b = 0;
      long c = 0;
      long d = 0;
      for (int k = start; k < end; k++) {
        int at = cells[k] * 4;
        a += terms[at];
        b += terms[at + 1];
        c += terms[at + 2];
        d += terms[at + 3];
      }
      a = acrossPeople(a, person);
      b = acrossPeople(b, person);
      c = acrossPeople(c, person);
      d = acrossPeople(d, person);
      for (int k = start; k < end; k++) {
        int at = cells[k] * 4;
        sums[at] += a;
        sums[at + 1] += b;
        sums[at + 2] += c;
        sums[at + 3] += d;
      }
    }
  }

  private boolean isAbsent(int person) {
    return (draws != null && draws[person] == 0) || (weights != null && weights[person] == 0);
  }

  private long acrossPeople(long product, int person) {
    int shift = within.bits() - across.bits();
    long once =
        weights == null
            ? (product + (1L << shift >> 1)) >> shift
            : Math.round(Math.scalb((double) product * weights[person], -shift));
    return draws == null ? once : once * draws[person];
  }

  private double[][] gather(List<long[]> sums, int width) {
    var products = new double[width][means.length];
    for (int j = 0; j < means.length; j++) {
      for (int t = 0; t < width && !out[j]; t++) {
        double product = 0;
        for (int code = 0; code < 3; code++) {
          long units = 0;
          for (long[] own : sums) {
            units += own[(j * 4 + code) * width + t];
          }
          product += (VALUE[code] - means[j]) * across.number(units);
        }
        products[t][places[j]] = product;
      }
    }
    return products;
  }

  /// Each person's products with two vectors, each times the person's factor.
  double[][] project(double[] first, double[] second, double[] factors) {
    long[] terms = terms(new double[][] {first, second});
    var products = new double[2][votes.people().size()];
    int[] cells = votes.cells();
    ParallelRanges.run(
        factors.length,
        votes.leastPeople(),
        (from, to) -> {
          for (int person = from; person < to; person++) {
            long a = 0;
            long b = 0;
            for (int k = votes.from(person); k < votes.from(person + 1); k++) {
              int at = cells[k] * 2;
              a += terms[at];
              b += terms[at + 1];
            }
            products[0][person] = within.number(a) * factors[person];
            products[1][person] = within.number(b) * factors[person];
          }
        });
    return products;
  }
}
