package org.earshot.opinion;

import static org.earshot.numerics.Arguments.requireWithin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The log of which statement was shown to whom, and how likely that was when it was drawn: what it
/// takes to undo the bias of showing some statements to some people rather than others.
///
/// A vote counts 1 / (the chance that its person would be shown its statement at all in as many
/// draws as the person had), at most [#LARGEST]. Votes on statements that the log does not know for
/// the person count 1. Not thread-safe while it is filled.
///
/// **Source:** D. Horvitz, D. Thompson, JASA 47, 1952; W. Hajek's ratio of such sums, 1971; T.
/// Schnabel and others, Recommendations as treatments, ICML 2016.
public final class ShownStatements {

  /// A rarer vote would decide alone.
  public static final double LARGEST = 20;

  /// How far the log covers the votes.
  ///
  /// @param votes how many votes count
  /// @param logged how many of them are on statements that the log says were shown
  /// @param trimmed how many of those reached the largest weight
  public record Coverage(int votes, int logged, int trimmed) {}

  /// One draw.
  record Draw(String statement, double chance) {}

  private final Map<String, List<Draw>> draws = new HashMap<>();

  /// Notes that a person was shown a statement; in the order of showing.
  ///
  /// @param chance how likely the draw was to give this statement, above 0 and at most 1
  public void add(String person, String statement, double chance) {
    requireWithin(chance, Double.MIN_NORMAL, 1, "chance");
    draws.computeIfAbsent(person, _ -> new ArrayList<>()).add(new Draw(statement, chance));
  }

  /// The same as it is now.
  ShownStatements copy() {
    var copy = new ShownStatements();
    draws.forEach((person, list) -> copy.draws.put(person, new ArrayList<>(list)));
    return copy;
  }

  /// The people who were shown something, in order.
  List<String> people() {
    return draws.keySet().stream().sorted().toList();
  }

  /// What a person was shown, in order.
  List<Draw> of(String person) {
    return draws.getOrDefault(person, List.of());
  }

  /// The weight of each vote.
  float[] weights(Votes votes) {
    var weights = new float[votes.size()];
    for (int person = 0; person < votes.people().size(); person++) {
      var weightOf = weights(draws.getOrDefault(votes.people().get(person), List.of()));
      for (int place = 0; place < votes.countOf(person); place++) {
        var id = votes.statements().get(votes.statementAt(person, place));
        weights[votes.from(person) + place] = weightOf.getOrDefault(id, 1.0).floatValue();
      }
    }
    return weights;
  }

  /// From one person's draws: what remained before each draw, and so how heavy each drawn statement
  /// was; then how likely it was to be drawn by any of the draws.
  private static Map<String, Double> weights(List<Draw> draws) {
    var weights = new HashMap<String, Double>();
    var remaining = new double[draws.size()];
    double left = 1;
    for (int d = 0; d < draws.size(); d++) {
      remaining[d] = left;
      left *= Math.max(1 - draws.get(d).chance, 1e-12);
    }
    for (int t = 0; t < draws.size(); t++) {
      double heavy = draws.get(t).chance * remaining[t];
      double never = 1;
      for (int d = 0; d < draws.size(); d++) {
        double all = d <= t ? remaining[d] : remaining[d] + heavy;
        never *= Math.max(0, 1 - heavy / all);
      }
      weights.putIfAbsent(draws.get(t).statement, Math.min(LARGEST, 1 / (1 - never)));
    }
    return weights;
  }

  Coverage coverage(Votes votes) {
    int logged = 0;
    int trimmed = 0;
    for (int person = 0; person < votes.people().size(); person++) {
      var weightOf = weights(draws.getOrDefault(votes.people().get(person), List.of()));
      for (int place = 0; place < votes.countOf(person); place++) {
        var weight = weightOf.get(votes.statements().get(votes.statementAt(person, place)));
        logged += weight == null ? 0 : 1;
        trimmed += weight != null && weight >= LARGEST ? 1 : 0;
      }
    }
    return new Coverage(votes.size(), logged, trimmed);
  }
}
