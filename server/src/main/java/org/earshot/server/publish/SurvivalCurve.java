package org.earshot.server.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long people wait: for each day, the share still waiting after it, with its 95 % interval.
/// - **Shapes:** one [Waits] for each whole number of days at which somebody was answered or is
///   still waiting today; in any order.
/// - **Units:** days since the voice was heard; shares in [0, 1].
/// - **Errors:** [IllegalArgumentException] for negative days or counts.
/// - **Cost:** O(n log n) in the number of different days.
/// - **Source:** Kaplan and Meier, J. Am. Stat. Assoc. 53, 1958: people who still wait are
///   censored, not dropped. Variance by Greenwood, 1926; interval on the log-log scale (Kalbfleisch
///   and Prentice), which never leaves [0, 1].
///
/// @param steps after each day on which somebody was answered, in order
/// @param people how many waited at all
/// @param answered how many of them were answered
public record SurvivalCurve(List<Step> steps, long people, long answered) {

  private static final double NORMAL_975 = 1.959963984540054;

  public SurvivalCurve {
    steps = List.copyOf(steps);
  }

  /// How many people were answered after, or still wait after, this many days.
  public record Waits(int days, long answered, long waiting) {}

  /// The share still waiting after a day.
  public record Step(int day, double waiting, double low, double high) {}

  public static SurvivalCurve of(List<Waits> waits) {
    SortedMap<Integer, Waits> byDay = new TreeMap<>();
    long people = 0;
    long answered = 0;
    for (var wait : waits) {
      if (wait.days() < 0 || wait.answered() < 0 || wait.waiting() < 0) {
        throw new IllegalArgumentException("Days and counts are never negative: " + wait);
      }
      byDay.merge(
          wait.days(),
          wait,
          (a, b) -> new Waits(a.days(), a.answered() + b.answered(), a.waiting() + b.waiting()));
      people += wait.answered() + wait.waiting();
      answered += wait.answered();
    }
    var steps = new ArrayList<Step>();
    long atRisk = people;
    double share = 1;
    double greenwood = 0;
    for (var wait : byDay.values()) {
      if (wait.answered() > 0) {
        share *= 1 - (double) wait.answered() / atRisk;
        long left = atRisk - wait.answered();
        greenwood += left == 0 ? 0 : (double) wait.answered() / ((double) atRisk * left);
        steps.add(step(wait.days(), share, greenwood));
      }
      atRisk -= wait.answered() + wait.waiting();
    }
    return new SurvivalCurve(steps, people, answered);
  }

  private static Step step(int day, double share, double greenwood) {
    if (share <= 0 || share >= 1) {
      return new Step(day, share, share, share);
    }
    double logLog = Math.log(-Math.log(share));
    double spread = NORMAL_975 * Math.sqrt(greenwood) / Math.abs(Math.log(share));
    double low = Math.exp(-Math.exp(logLog + spread));
    double high = Math.exp(-Math.exp(logLog - spread));
    return new Step(day, share, low, high);
  }

  /// The first day after which at most half still wait; empty when more than half do.
  public OptionalInt findMedianDays() {
    return steps.stream().filter(step -> step.waiting() <= 0.5).mapToInt(Step::day).findFirst();
  }

  /// The share still waiting after this many days.
  public double waitingAfter(int day) {
    double share = 1;
    for (var step : steps) {
      if (step.day() > day) {
        break;
      }
      share = step.waiting();
    }
    return share;
  }
}
