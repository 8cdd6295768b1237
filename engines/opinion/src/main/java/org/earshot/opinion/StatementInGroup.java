package org.earshot.opinion;

/// What one group says to one statement, beside what the others say.
///
/// Shares are shrunk towards one half by a vote each way, as if one more person agreed and one more
/// disagreed; tests are z values of normal approximations.
///
/// @param agrees how many of the group agree; with weights, an effective number
/// @param disagrees how many disagree
/// @param seen how many voted, a pass included
/// @param agreeShare (agrees + 1) / (seen + 2)
/// @param agreeTest whether more than half agree
/// @param agreeRatio the group's agree share over that of the others
/// @param agreeRatioTest whether the group agrees more than the others
record StatementInGroup(
    int statement,
    double agrees,
    double disagrees,
    double seen,
    double agreeShare,
    double agreeTest,
    double agreeRatio,
    double agreeRatioTest,
    double disagreeShare,
    double disagreeTest,
    double disagreeRatio,
    double disagreeRatioTest) {

  /// 90 % confidence, one-sided.
  static final double SIGNIFICANT = 1.2816;

  static StatementInGroup of(Tallies tallies, int group, int statement) {
    double agrees = tallies.agrees(group, statement);
    double disagrees = tallies.disagrees(group, statement);
    double seen = tallies.seen(group, statement);
    double otherAgrees = 0;
    double otherDisagrees = 0;
    double otherSeen = 0;
    for (int other = 0; other < tallies.groups(); other++) {
      if (other != group) {
        otherAgrees += tallies.agrees(other, statement);
        otherDisagrees += tallies.disagrees(other, statement);
        otherSeen += tallies.seen(other, statement);
      }
    }
    return new StatementInGroup(
        statement,
        agrees,
        disagrees,
        seen,
        share(agrees, seen),
        shareTest(agrees, seen),
        share(agrees, seen) / share(otherAgrees, otherSeen),
        ratioTest(agrees, seen, otherAgrees, otherSeen),
        share(disagrees, seen),
        shareTest(disagrees, seen),
        share(disagrees, seen) / share(otherDisagrees, otherSeen),
        ratioTest(disagrees, seen, otherDisagrees, otherSeen));
  }

  static double share(double count, double seen) {
    return (count + 1) / (seen + 2);
  }

  static double shareTest(double count, double seen) {
    return 2 * Math.sqrt(seen + 1) * ((count + 1) / (seen + 1) - 0.5);
  }

  private static double ratioTest(double count, double seen, double others, double othersSeen) {
    double p1 = (count + 1) / (seen + 1);
    double p2 = (others + 1) / (othersSeen + 1);
    double pooled = (count + others + 2) / (seen + othersSeen + 2);
    if (pooled == 1) {
      return 0;
    }
    return (p1 - p2) / Math.sqrt(pooled * (1 - pooled) * (1 / (seen + 1) + 1 / (othersSeen + 1)));
  }

  boolean isSufficient() {
    return (agreeRatioTest > SIGNIFICANT && agreeTest > SIGNIFICANT)
        || (disagreeRatioTest > SIGNIFICANT && disagreeTest > SIGNIFICANT);
  }

  boolean leansToAgree() {
    return agreeRatioTest > disagreeRatioTest;
  }

  double strongestRatioTest() {
    return Math.max(agreeRatioTest, disagreeRatioTest);
  }

  /// How well agreeing describes the group.
  double agreeMetric() {
    return agreeRatio * agreeRatioTest * agreeShare * agreeTest;
  }

  /// How well the direction it leans to describes the group.
  double metric() {
    return leansToAgree()
        ? agreeMetric()
        : disagreeRatio * disagreeRatioTest * disagreeShare * disagreeTest;
  }
}
