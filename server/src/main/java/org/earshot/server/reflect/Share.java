package org.earshot.server.reflect;

/// How many of some people said yes, and how sure that makes us about everybody like them.
/// - **Units:** head counts; shares in [0, 1].
/// - **Errors:** [IllegalArgumentException] unless 0 <= yes <= people and people > 0.
/// - **Source:** the interval is Wilson's (1927) at 95 %; the comparison is the pooled
///   two-proportion z test.
///
/// @param yes how many said yes
/// @param people how many said anything
public record Share(long yes, long people) {

  private static final double NORMAL_975 = 1.959963984540054;

  public Share {
    if (people <= 0 || yes < 0 || yes > people) {
      throw new IllegalArgumentException("%d of %d is not a share.".formatted(yes, people));
    }
  }

  public double value() {
    return (double) yes / people;
  }

  public double low() {
    return center() - halfWidth();
  }

  public double high() {
    return center() + halfWidth();
  }

  /// Whether the difference to `other` is more than chance would make in nineteen of twenty cases.
  public boolean differsFrom(Share other) {
    double pooled = (double) (yes + other.yes) / (people + other.people);
    double variance = pooled * (1 - pooled) * (1.0 / people + 1.0 / other.people);
    return variance > 0 && Math.abs(value() - other.value()) / Math.sqrt(variance) > NORMAL_975;
  }

  private double center() {
    double z2 = NORMAL_975 * NORMAL_975;
    return (value() + z2 / (2 * people)) / (1 + z2 / people);
  }

  private double halfWidth() {
    double z2 = NORMAL_975 * NORMAL_975;
    return NORMAL_975
        * Math.sqrt(value() * (1 - value()) / people + z2 / (4.0 * people * people))
        / (1 + z2 / people);
  }
}
