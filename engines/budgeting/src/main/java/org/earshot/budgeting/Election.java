package org.earshot.budgeting;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that was voted on and how: the input of every rule.
///
/// - **Units:** all money is in the smallest unit that the file needs: one currency unit is
///   `10^decimals` of them.
/// - **Shapes:** one entry of each of `columns` per ballot.
///
/// @param meta the file's META section, in its order
/// @param budget what may be spent, in smallest units; not negative
/// @param decimals 0 to 6
/// @param projects in the file's order; ids differ
/// @param voterIds what the file calls each voter
/// @param remarks what is odd in the file but no fault: counts that do not agree, projects named
///   twice
public record Election(
    Map<String, String> meta,
    VoteType voteType,
    long budget,
    int decimals,
    List<Project> projects,
    Ballots ballots,
    PackedText voterIds,
    List<VoterColumn> columns,
    List<String> remarks) {

  public Election {
    meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
    projects = List.copyOf(projects);
    columns = List.copyOf(columns);
    remarks = List.copyOf(remarks);
    if (budget < 0) {
      throw new IllegalArgumentException("A budget of %d.".formatted(budget));
    }
  }

  /// One currency unit in smallest units.
  public long currencyUnit() {
    long unit = 1;
    for (int i = 0; i < decimals; i++) {
      unit *= 10;
    }
    return unit;
  }

  /// An amount of smallest units as a decimal number of currency units, for example "1532717.63".
  public String amount(long money) {
    return BigDecimal.valueOf(money, decimals).stripTrailingZeros().toPlainString();
  }

  /// The same ballots with another amount to spend.
  public Election withBudget(long other) {
    return new Election(
        meta, voteType, other, decimals, projects, ballots, voterIds, columns, remarks);
  }

  /// The same election with other ballots of the same voters.
  public Election withBallots(Ballots other) {
    return new Election(
        meta, voteType, budget, decimals, projects, other, voterIds, columns, remarks);
  }

  /// The currency's name, or nothing.
  public String currency() {
    return meta.getOrDefault("currency", "");
  }
}
