package org.earshot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingsTest {

  @Test
  void halfOfTheRequestsWereAtMostAsSlowAsTheMedian() {
    var timings = new Timings(millis(3, 1, 2, 4), Duration.ofSeconds(1));
    assertThat(timings.quantile(0.5)).isEqualTo(Duration.ofMillis(2));
  }

  @Test
  void oneInAHundredWasSlowerThanTheNinetyNinth() {
    var hundred = millis(IntStream.rangeClosed(1, 100).toArray());
    var timings = new Timings(hundred, Duration.ofSeconds(1));
    assertThat(timings.quantile(0.99)).isEqualTo(Duration.ofMillis(99));
  }

  @Test
  void aSingleRequestIsEveryQuantile() {
    var timings = new Timings(millis(7), Duration.ofMillis(7));
    assertThat(timings.quantile(0.5)).isEqualTo(timings.quantile(0.99));
  }

  @Test
  void theRateCountsRequestsThatWereOnTheWayTogether() {
    var timings = new Timings(millis(500, 500, 500, 500), Duration.ofSeconds(1));
    assertThat(timings.perSecond()).isEqualTo(4.0, within(1e-9));
  }

  @Test
  void nothingTimedIsAMistake() {
    assertThatThrownBy(() -> new Timings(List.of(), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Duration> millis(int... millis) {
    return IntStream.of(millis).mapToObj(Duration::ofMillis).toList();
  }
}
