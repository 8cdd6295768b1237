package org.earshot.representation.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.earshot.representation.weighting.WeightingFault.BadTarget;
import org.earshot.representation.weighting.WeightingFault.BoundsTooTight;
import org.earshot.representation.weighting.WeightingFault.EmptyLevel;
import org.earshot.representation.weighting.WeightingFault.EmptyTarget;
import org.earshot.representation.weighting.WeightingFault.InconsistentTotals;
import org.earshot.representation.weighting.WeightingFault.NoSolution;
import org.earshot.representation.weighting.WeightingResult.Impossible;
import org.earshot.representation.weighting.WeightingResult.Weighted;

/// Calibration of survey weights to population margins: w = base · g(u), u the sum of one number
/// for each of a person's levels, chosen so that every weighted count meets its target.
/// - **Shapes:** one level a person and margin; margins in the same order as in the [Sample].
/// - **Units:** targets in people; base weights in any unit: they are first scaled so that they sum
///   to the population, and bounds of [WeightingMethod.Logit] are ratios to these.
/// - **Errors:** [IllegalArgumentException] when sample and margins do not belong together; all
///   that data can be wrong about is an [Impossible] that names cause and way out.
/// - **Cost:** about ten passes over the sample, on all processors; the same bits for any number.
/// - **Source:** Deville, Särndal, JASA 87 (1992); trimming as in Lumley's `trimWeights`, strict.
public final class Weighting {

  private static final double SAME_TOTAL = 1e-9;

  private Weighting() {}

  /// Weighs without trimming.
  public static WeightingResult weigh(Sample sample, List<Margin> margins, WeightingMethod method) {
    return weigh(sample, margins, method, Optional.empty());
  }

  public static WeightingResult weigh(
      Sample sample, List<Margin> margins, WeightingMethod method, Optional<Trim> trim) {
    requireMatching(sample, margins);
    var faults = new ArrayList<WeightingFault>();
    checkTargets(margins, faults);
    if (!faults.isEmpty()) {
      return new Impossible(faults);
    }
    double total = margins.getFirst().total();
    double baseTotal = 0;
    for (double base : sample.base()) {
      baseTotal += base;
    }
    double scale = total / baseTotal;
    var calibration = new Calibration(sample, margins, method, scale);
    checkLevels(sample, margins, method, calibration.counts(), faults);
    if (!faults.isEmpty()) {
      return new Impossible(faults);
    }
    if (!calibration.solve()) {
      return new Impossible(List.of(whyNot(calibration, margins, method)));
    }
    var weights = calibration.weights();
    if (trim.isPresent()) {
      var tooTight = Trimming.trim(weights, trim.get());
      if (tooTight.isPresent()) {
        return new Impossible(List.of(tooTight.get()));
      }
    }
    double off =
        trim.isPresent() ? discrepancy(sample, margins, weights) : calibration.discrepancy();
    return new Weighted(new Weights(weights, calibration.iterations(), off));
  }

  private static void requireMatching(Sample sample, List<Margin> margins) {
    if (margins.isEmpty() || margins.size() != sample.margins() || sample.people() == 0) {
      throw new IllegalArgumentException(
          "%d margins, but the sample has %d and %d people.\nAll three are at least one, and equal."
              .formatted(margins.size(), sample.margins(), sample.people()));
    }
  }

  private static void checkTargets(List<Margin> margins, List<WeightingFault> faults) {
    for (var margin : margins) {
      for (int l = 0; l < margin.levels().size(); l++) {
        double target = margin.targets().get(l);
        if (!(target >= 0) || Double.isInfinite(target)) {
          faults.add(new BadTarget(margin.dimension(), margin.levels().get(l), target));
        }
      }
    }
    if (!faults.isEmpty()) {
      return;
    }
    var first = margins.getFirst();
    for (var other : margins) {
      double gap = Math.abs(other.total() - first.total());
      if (gap > SAME_TOTAL * Math.max(first.total(), other.total())) {
        faults.add(
            new InconsistentTotals(
                first.dimension(), first.total(), other.dimension(), other.total()));
      }
    }
    if (faults.isEmpty() && first.total() <= 0) {
      faults.add(new BadTarget(first.dimension(), first.levels().getFirst(), 0));
    }
  }

  private static void checkLevels(
      Sample sample,
      List<Margin> margins,
      WeightingMethod method,
      double[] counts,
      List<WeightingFault> faults) {
    int row = 0;
    for (int j = 0; j < margins.size(); j++) {
      var margin = margins.get(j);
      for (int l = 0; l < margin.levels().size(); l++) {
        double target = margin.targets().get(l);
        double held = counts[row++]; // base weights are above zero, so nobody means none
        if (held == 0 && target > 0) {
          faults.add(new EmptyLevel(margin.dimension(), margin.levels().get(l), target));
        } else if (held > 0 && target == 0) {
          int level = l;
          long heard = Arrays.stream(sample.levels(j)).filter(own -> own == level).count();
          faults.add(new EmptyTarget(margin.dimension(), margin.levels().get(l), (int) heard));
        } else if (method instanceof WeightingMethod.Logit(double lower, double upper)
            && held > 0
            && (target / held <= lower || target / held >= upper)) {
          faults.add(
              new BoundsTooTight(
                  margin.dimension(), margin.levels().get(l), target / held, lower, upper));
        }
      }
    }
  }

  private static WeightingFault whyNot(
      Calibration calibration, List<Margin> margins, WeightingMethod method) {
    int row = calibration.worstRow();
    for (var margin : margins) {
      int size = margin.levels().size();
      if (row < size) {
        String level = margin.levels().get(row);
        if (method instanceof WeightingMethod.Logit(double lower, double upper)) {
          double needed = calibration.neededRatio(calibration.worstRow());
          return new BoundsTooTight(margin.dimension(), level, needed, lower, upper);
        }
        return new NoSolution(margin.dimension(), level, calibration.discrepancy());
      }
      row -= size;
    }
    throw new IllegalStateException("No margin has row " + row);
  }

  /// The largest relative distance of a weighted count from its target.
  static double discrepancy(Sample sample, List<Margin> margins, double[] weights) {
    double worst = 0;
    for (int j = 0; j < margins.size(); j++) {
      var counts = new double[margins.get(j).levels().size()];
      int[] levels = sample.levels(j);
      for (int i = 0; i < levels.length; i++) {
        counts[levels[i]] += weights[i];
      }
      for (int l = 0; l < counts.length; l++) {
        double target = margins.get(j).targets().get(l);
        if (target > 0) {
          worst = Math.max(worst, Math.abs(counts[l] / target - 1));
        }
      }
    }
    return worst;
  }
}
