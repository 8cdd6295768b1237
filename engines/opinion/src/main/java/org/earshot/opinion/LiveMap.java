package org.earshot.opinion;

import java.util.Arrays;
import org.earshot.numerics.LeadingEigenvectors;
import org.earshot.numerics.ParallelRanges;
import org.earshot.numerics.RandomStream;
import org.jspecify.annotations.Nullable;

/// Draws the map of a conversation that goes on: from counters over pairs of statements, or from
/// the votes when there are too many pairs. Begins the search at the axes of the map before.
final class LiveMap {

  private static final double TOLERANCE = 1e-12;

  private LiveMap() {}

  static OpinionMap draw(
      Votes votes,
      Moderation moderation,
      VoteWeights weights,
      @Nullable CoVotes counters,
      OpinionMap before) {
    boolean[] out = moderation.outOf(votes);
    int statements = votes.statements().size();
    int[] places = new int[statements];
    Arrays.setAll(places, j -> j);
    double[] means =
        counters == null ? Tallies.ofAll(votes, weights).means(out) : counters.means(out);
    var centred = new CentredVotes(votes, out, means, weights, places);
    LeadingEigenvectors.Operator matrix = centred;
    if (counters != null) {
      double[][] gram = counters.gram(out, means);
      matrix = block -> times(gram, block);
    }
    return OpinionMap.draw(
        centred,
        OpinionMap.outwards(votes, out),
        means,
        places,
        matrix,
        OpinionMap.without(out, places, start(before, statements)),
        TOLERANCE);
  }

  private static double[][] start(OpinionMap before, int statements) {
    var start = new double[Opinion.SEARCH_WIDTH][statements];
    for (int t = 0; t < start.length; t++) {
      for (int j = 0; j < statements; j++) {
        start[t][j] =
            t < 2 && j < before.statements()
                ? before.component(t, j)
                : (RandomStream.mix(j * 4L + t) >> 11) * (t < 2 ? 0x1p-60 : 0x1p-52);
      }
    }
    return start;
  }

  private static double[][] times(double[][] matrix, double[][] block) {
    var products = new double[block.length][matrix.length];
    ParallelRanges.run(
        matrix.length,
        64,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            double[] row = matrix[j];
            for (int t = 0; t < block.length; t++) {
              double[] vector = block[t];
              double a = 0;
              double b = 0;
              double c = 0;
              double d = 0;
              int k = 0;
              for (; k + 3 < row.length; k += 4) {
                a += row[k] * vector[k];
                b += row[k + 1] * vector[k + 1];
                c += row[k + 2] * vector[k + 2];
                d += row[k + 3] * vector[k + 3];
              }
              for (; k < row.length; k++) {
                a += row[k] * vector[k];
              }
              products[t][j] = (a + b) + (c + d);
            }
          }
        });
    return products;
  }
}
