package org.earshot.numerics;

import static org.earshot.numerics.Arguments.require;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.IntStream;

/// Loops that run in parallel on the caller's fork-join pool, or on the common one.
///
/// How the items are cut depends on the number of threads, so a body must only write what belongs
/// to its own items, or add whole numbers to a total of its own that is added up afterwards: then
/// the result is the same for any number of threads.
public final class ParallelRanges {

  /// The body of a loop: does the items `from` to `to - 1`.
  @FunctionalInterface
  public interface Body {
    void run(int from, int to);
  }

  private static final int PIECES_PER_THREAD = 4;

  private ParallelRanges() {}

  /// Runs the body over all of 0 to `items - 1`.
  ///
  /// @param least the fewest items that are worth a task of their own
  public static void run(int items, int least, Body body) {
    require(items >= 0 && least > 0, "Cannot cut %s items into pieces of %s.", items, least);
    int pieces = pieces(items, least);
    if (pieces <= 1) {
      body.run(0, items);
      return;
    }
    IntStream.range(0, pieces)
        .parallel()
        .forEach(piece -> body.run(bound(items, piece, pieces), bound(items, piece + 1, pieces)));
  }

  private static int pieces(int items, int least) {
    int threads = threads();
    return threads == 1 ? 1 : (int) Math.min((long) threads * PIECES_PER_THREAD, items / least);
  }

  /// How many threads a loop would use here.
  public static int threads() {
    return Thread.currentThread() instanceof ForkJoinWorkerThread worker
        ? worker.getPool().getParallelism()
        : ForkJoinPool.getCommonPoolParallelism() + 1; // the caller works too
  }

  private static int bound(int items, int piece, int pieces) {
    return (int) ((long) items * piece / pieces);
  }
}
