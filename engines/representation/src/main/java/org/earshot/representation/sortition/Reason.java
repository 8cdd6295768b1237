package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Why somebody has the chance they have, read from the lottery's proof.
///
/// @param person index in the pool
/// @param chance between 0 and 1
/// @param causes the strongest first; may be empty
public record Reason(int person, double chance, List<Cause> causes) {

  /// A bound that decides about this person's chance.
  ///
  /// @param category of the quota; empty for the panel's size
  /// @param feature of the quota; empty for the panel's size
  /// @param most whether it is the maximum that holds people back, or else the minimum; for the
  ///   panel's size, whether they have no more than an equal share
  /// @param own whether this person has the feature
  /// @param seats the bound
  /// @param volunteers people in the pool with the feature
  public record Cause(
      String category, String feature, boolean most, boolean own, int seats, int volunteers) {

    String words() {
      if (category.isEmpty()) {
        return most
            ? "%d volunteers share %d seats".formatted(volunteers, seats)
            : "few others can take the seats that the quotas leave open to them";
      }
      String who = "%s = %s".formatted(category, feature);
      if (most && own) {
        return "%s is over-subscribed: %d volunteers, and at most %d may sit"
            .formatted(who, volunteers, seats);
      }
      if (own) {
        return "%s is sought: at least %d of %d volunteers must sit"
            .formatted(who, seats, volunteers);
      }
      return "%d seats are kept for %s, of whom %d volunteered".formatted(seats, who, volunteers);
    }
  }

  public Reason {
    causes = List.copyOf(causes);
  }

  /// The chance as people say it: "1 in 37".
  public String odds() {
    return odds(chance);
  }

  /// A chance as people say it.
  public static String odds(double chance) {
    if (chance < 1e-9) {
      return "none";
    }
    if (chance > 1 - 1e-9) {
      return "certain";
    }
    double oneIn = 1 / chance;
    return chance > .5 + 1e-9
        ? "%d in 100".formatted(Math.min(99, Math.round(chance * 100)))
        : oneIn < 9.95 && Math.abs(oneIn - Math.rint(oneIn)) > .05
            ? String.format(Locale.ROOT, "1 in %.1f", oneIn)
            : "1 in %d".formatted(Math.round(oneIn));
  }

  /// The reason in words, to follow "because".
  public String words() {
    if (chance < 1e-9) {
      return "no panel that fills all quotas has room for them";
    }
    if (causes.isEmpty()) {
      return chance > 1 - 1e-9
          ? "every panel that fills all quotas needs them"
          : "the quotas together leave just that much room";
    }
    return String.join("; ", causes.stream().map(Cause::words).toList());
  }

  /// Everybody's reason, in the order of the pool.
  public static List<Reason> of(Lottery lottery) {
    return new Reading(lottery).all();
  }

  private static final class Reading {

    private static final double WEAK = .02;
    private static final int MOST_CAUSES = 2;

    private final Lottery lottery;
    private final Pool pool;
    private final PanelTypes types;

    Reading(Lottery lottery) {
      this.lottery = lottery;
      this.pool = lottery.pool();
      this.types = PanelTypes.of(pool);
    }

    List<Reason> all() {
      var all = new Reason[pool.people().size()];
      for (int t = 0; t < types.count; t++) {
        var causes = causes(t);
        for (int person : types.members[t]) {
          all[person] = new Reason(person, lottery.chances().get(person), causes);
        }
      }
      return List.of(all);
    }

    private List<Cause> causes(int type) {
      for (var stage : lottery.certificate().stages()) {
        if (stage.settled().contains(types.members[type][0])) {
          return causes(type, stage);
        }
      }
      return List.of();
    }

    /// What holds people back comes from rows with their feature; if there is none, from seats kept
    /// for others.
    private List<Cause> causes(int type, Certificate.Stage stage) {
      record Weighed(double weight, Cause cause) {}
      var own = new ArrayList<Weighed>();
      var others = new ArrayList<Weighed>();
      double largest = 0;
      for (int i = 0; i < stage.rows().size(); i++) {
        int row = stage.rows().get(i);
        double multiplier = stage.multipliers().get(i);
        largest = Math.max(largest, Math.abs(multiplier));
        if (row == 0 || row > types.quotaRows) {
          continue;
        }
        boolean has = types.matrix[row][type] > 0;
        var weighed = new Weighed(Math.abs(multiplier), cause(row, multiplier > 0, has));
        if (has) {
          own.add(weighed);
        } else if (multiplier < 0) {
          others.add(weighed);
        }
      }
      double least = WEAK * largest;
      boolean capped = own.stream().anyMatch(w -> w.cause().most() && w.weight() > least);
      boolean high = lottery.chances().get(types.members[type][0]) > average();
      var chosen =
          own.stream().filter(w -> w.cause().most() == (capped && !high) || !capped).toList();
      if (chosen.isEmpty()) {
        chosen = own.isEmpty() ? others : own;
      }
      var causes =
          chosen.stream()
              .filter(w -> w.weight() > least)
              .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
              .limit(MOST_CAUSES)
              .map(Weighed::cause)
              .toList();
      return causes.isEmpty() && stage.rows().contains(0)
          ? List.of(new Cause("", "", !high, true, pool.seats(), pool.people().size()))
          : causes;
    }

    private double average() {
      return (double) pool.seats() / Math.max(1, pool.people().size());
    }

    private Cause cause(int row, boolean most, boolean has) {
      var quota = pool.quotas().get(row - 1);
      int volunteers = 0;
      for (int t = 0; t < types.count; t++) {
        volunteers += types.matrix[row][t] > 0 ? types.size[t] : 0;
      }
      return new Cause(
          quota.category(),
          quota.feature(),
          most,
          has,
          most ? Math.min(quota.max(), pool.seats()) : quota.min(),
          volunteers);
    }
  }
}
