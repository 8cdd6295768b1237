package org.earshot.opinion;

/// What all groups agree on, and which statements to ask about next.
final class CommonGround {

  private static final double META_PRIORITY = 7;

  private CommonGround() {}

  /// The product over groups of the share that agrees, each shrunk towards one half.
  static double consensus(Tallies byGroup, int statement) {
    double product = 1;
    for (int group = 0; group < byGroup.groups(); group++) {
      product *=
          StatementInGroup.share(byGroup.agrees(group, statement), byGroup.seen(group, statement));
    }
    return product;
  }

  /// Statements that few pass on, that stand apart, that many agree with and that are new come
  /// first.
  static double priority(Tallies byGroup, int statement, double extremity, boolean meta) {
    if (meta) {
      return META_PRIORITY * META_PRIORITY;
    }
    double agrees = 0;
    double disagrees = 0;
    double seen = 0;
    for (int group = 0; group < byGroup.groups(); group++) {
      agrees += byGroup.agrees(group, statement);
      disagrees += byGroup.disagrees(group, statement);
      seen += byGroup.seen(group, statement);
    }
    double passes = seen - agrees - disagrees;
    double importance =
        (1 - StatementInGroup.share(passes, seen))
            * (extremity + 1)
            * StatementInGroup.share(agrees, seen);
    double novelty = 1 + 8 * StrictMath.pow(2, -seen / 5);
    return importance * novelty * importance * novelty;
  }
}
