package org.earshot.benchmarks;

import java.time.Duration;
import java.util.List;

/// How long requests took.
///
/// @param each the duration of each request, shortest first
/// @param together from the first request's start to the last one's end
record Timings(List<Duration> each, Duration together) {

  Timings {
    if (each.isEmpty()) {
      throw new IllegalArgumentException("No request was timed.");
    }
    each = each.stream().sorted().toList();
  }

  /// The shortest duration that at least this share of requests did not exceed.
  Duration quantile(double share) {
    int rank = (int) Math.ceil(share * each.size());
    return each.get(Math.max(0, rank - 1));
  }

  double perSecond() {
    return each.size() / (together.toNanos() / 1e9);
  }
}
