package org.earshot.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earshot.numerics.ParallelRanges;
import org.earshot.numerics.RandomStream;

/// An order of the statements that their votes alone determine: neither ids nor the order of
/// arrival matter.
///
/// Each statement gets a colour: a hash of its votes, refined once by the colours of the people who
/// cast them, who in turn are coloured by the statements they voted on. Colours are sums of hashes
/// modulo 2^64, so the order of summation does not matter. Statements of one colour are alike to
/// this method, and fall back to the order of their ids.
///
/// **Source:** colour refinement; B. Weisfeiler, A. Lehman, 1968.
final class CanonicalOrder {

  private static final int ROUNDS = 2;
  private static final long SPREAD = 0x632BE59BD9B4E019L;

  private final long[] colors;

  private CanonicalOrder(long[] colors) {
    this.colors = colors;
  }

  static CanonicalOrder of(Votes votes) {
    var colors = new long[votes.statements().size()];
    for (int round = 0; round < ROUNDS; round++) {
      colors = refine(votes, colors);
    }
    return new CanonicalOrder(colors);
  }

  private static long[] refine(Votes votes, long[] colors) {
    long[] ofCells = ofCells(colors);
    List<long[]> sums = new ArrayList<>();
    int[] cells = votes.cells();
    ParallelRanges.run(
        votes.people().size(),
        votes.leastPeople(),
        (from, to) -> {
          var own = new long[ofCells.length];
          for (int person = from; person < to; person++) {
            long color = 0;
            int end = votes.from(person + 1);
            for (int k = votes.from(person); k < end; k++) {
              color += ofCells[cells[k]];
            }
            color = RandomStream.mix(color);
            for (int k = votes.from(person); k < end; k++) {
              own[cells[k]] += color;
            }
          }
          synchronized (sums) {
            sums.add(own);
          }
        });
    var refined = new long[colors.length];
    for (int cell = 0; cell < ofCells.length; cell++) {
      long sum = 0;
      for (long[] own : sums) {
        sum += own[cell];
      }
      refined[cell >> 2] += RandomStream.mix(sum + (cell & 3));
    }
    return refined;
  }

  private static long[] ofCells(long[] colors) {
    var ofCells = new long[colors.length * 4];
    for (int cell = 0; cell < ofCells.length; cell++) {
      ofCells[cell] = RandomStream.mix(colors[cell >> 2] + (cell & 3) * SPREAD + 1);
    }
    return ofCells;
  }

  /// Where each statement stands in this order.
  int[] places() {
    int[] order = sortedBy(colors);
    var places = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
    return places;
  }

  /// Vectors to begin a search for axes with: by place, alike for statements that are alike.
  double[][] start(int width) {
    int[] places = places();
    var start = new double[width][colors.length];
    for (int t = 0; t < width; t++) {
      for (int j = 0; j < colors.length; j++) {
        start[t][places[j]] = (RandomStream.mix(colors[j] + t) >> 11) * 0x1p-52;
      }
    }
    return start;
  }

  /// The people, in an order that their votes alone determine; people with the same votes stand
  /// side by side, in the order of their ids.
  int[] people(Votes votes) {
    var ofPeople = new long[votes.people().size()];
    long[] ofCells = ofCells(colors);
    int[] cells = votes.cells();
    ParallelRanges.run(
        ofPeople.length,
        votes.leastPeople(),
        (from, to) -> {
          for (int person = from; person < to; person++) {
            long color = 0;
            for (int k = votes.from(person); k < votes.from(person + 1); k++) {
              color += ofCells[cells[k]];
            }
            ofPeople[person] = RandomStream.mix(color);
          }
        });
    return sortedBy(ofPeople);
  }

  /// Numbers 0 to n - 1, sorted by their keys; of equal keys the smaller number first.
  ///
  /// Sorts the upper bits of the keys with the numbers below them, then puts right the few whose
  /// upper bits alone are equal.
  private static int[] sortedBy(long[] keys) {
    int low = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, keys.length));
    long mask = (1L << low) - 1;
    var packed = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      packed[i] = (keys[i] & ~mask) | i;
    }
    Arrays.parallelSort(packed);
    var order = new int[keys.length];
    for (int at = 0; at < order.length; at++) {
      int next = (int) (packed[at] & mask);
      int to = at;
      for (; to > 0 && keys[order[to - 1]] > keys[next]; to--) {
        order[to] = order[to - 1];
      }
      order[to] = next;
    }
    return order;
  }
}
