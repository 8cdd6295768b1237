package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A lottery over panels: each panel that may be drawn with its probability, everybody's chance,
/// and the proof that no lottery is fairer.
///
/// @param pool who may be drawn
/// @param objective what is as fair as possible
/// @param panels the panels, the likeliest first
/// @param chances one a person of the pool, in order
/// @param certificate the proof, already checked
public record Lottery(
    Pool pool,
    Objective objective,
    List<Panel> panels,
    List<Double> chances,
    Certificate certificate) {

  /// What makes one lottery better than another.
  public enum Objective {
    /// The least chance as large as possible, then the next, and so on.
    LEXIMIN,
    /// The least chance as large as possible.
    MAXIMIN,
    /// The product of all chances as large as possible.
    NASH
  }

  /// Hears how far a long solve is. Never changes the result.
  public interface Progress {

    /// Hears nothing.
    Progress NONE = (_, _) -> {};

    /// The work `what` is done to this share.
    void at(String what, double share);

    /// Something that an operator may want to know.
    default void note(String message) {}
  }

  /// One panel that may be drawn.
  ///
  /// @param probability how likely
  /// @param members indices in the pool, ascending
  public record Panel(double probability, List<Integer> members) {

    public Panel {
      members = List.copyOf(members);
    }
  }

  public Lottery {
    panels = List.copyOf(panels);
    chances = List.copyOf(chances);
  }

  /// The least chance of anybody.
  public double minimum() {
    return chances.stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }

  /// The Gini index of chances: 0 if all are equal.
  public double gini() {
    double[] sorted = chances.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double sum = Arrays.stream(sorted).sum();
    double ranked = 0;
    for (int i = 0; i < sorted.length; i++) {
      ranked += (2 * i + 1 - sorted.length) * sorted[i];
    }
    return sum == 0 ? 0 : ranked / (sorted.length * sum);
  }

  /// The geometric mean of chances; 0 if somebody has none.
  public double geometricMean() {
    double logs = 0;
    for (double chance : chances) {
      logs += Math.log(chance);
    }
    return chances.isEmpty() ? 0 : Math.exp(logs / chances.size());
  }

  /// Everybody's chance, computed from the panels and nothing else.
  static List<Double> chances(int people, List<Panel> panels) {
    var chances = new double[people];
    for (var panel : panels) {
      for (int member : panel.members()) {
        chances[member] += panel.probability();
      }
    }
    var all = new ArrayList<Double>(people);
    for (double chance : chances) {
      all.add(Math.min(1, chance));
    }
    return all;
  }
}
