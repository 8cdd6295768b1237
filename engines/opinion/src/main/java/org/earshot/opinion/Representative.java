package org.earshot.opinion;

/// A statement that says what a group stands for.
///
/// @param statement its number
/// @param direction whether the group agrees or disagrees with it
/// @param count how many of the group vote that way
/// @param seen how many of the group voted on it
/// @param repness how many times as likely the group is to vote that way as the others
/// @param repnessTest z value of that difference
/// @param success the share of the group that votes that way, shrunk towards one half
/// @param successTest z value of that share against one half
/// @param bestAgree whether it leads the list because the group agrees with it
public record Representative(
    int statement,
    Vote direction,
    double count,
    double seen,
    double repness,
    double repnessTest,
    double success,
    double successTest,
    boolean bestAgree) {

  static Representative of(StatementInGroup in, boolean bestAgree) {
    return in.leansToAgree()
        ? new Representative(
            in.statement(),
            Vote.AGREE,
            in.agrees(),
            in.seen(),
            in.agreeRatio(),
            in.agreeRatioTest(),
            in.agreeShare(),
            in.agreeTest(),
            bestAgree)
        : new Representative(
            in.statement(),
            Vote.DISAGREE,
            in.disagrees(),
            in.seen(),
            in.disagreeRatio(),
            in.disagreeRatioTest(),
            in.disagreeShare(),
            in.disagreeTest(),
            bestAgree);
  }
}
