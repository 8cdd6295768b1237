package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// Puts a lottery's proof together and has it checked.
final class Certification {

  private static final double CLOSE = 1e-6;

  private Certification() {}

  static Certificate of(
      Pool pool,
      PanelTypes types,
      Outline outline,
      Target target,
      List<Lottery.Panel> panels,
      List<Double> chances) {
    var byType = new double[types.count];
    for (int t = 0; t < types.count; t++) {
      byType[t] = Arrays.stream(types.members[t]).mapToDouble(chances::get).min().orElse(0);
    }
    boolean everybody = target.objective() == Lottery.Objective.LEXIMIN;
    double gap =
        target.objective() == Lottery.Objective.NASH
            ? CertificateCheck.productGap(outline, target.stages(), byType)
            : CertificateCheck.gap(outline, target.stages(), byType, everybody);
    boolean arithmetic = true;
    for (var cut : outline.cuts()) {
      arithmetic &= cut.proof() != null;
      if (cut.proof() != null) {
        double excess = CertificateCheck.excess(types, cut.worth(), cut.most(), cut.proof());
        gap = Math.max(gap, excess > 1e-7 ? Double.POSITIVE_INFINITY : 0);
      }
    }
    boolean panelsFit = fit(pool, types, panels);
    String remark =
        !panelsFit
            ? "A panel breaks a quota: do not use this lottery."
            : gap > CLOSE
                ? "The proof leaves more open than 1e-6."
                : arithmetic
                    ? "Checked by multiplying and adding alone."
                    : "Checked by multiplying and adding; a second solver vouches for some cuts.";
    return new Certificate(
        stages(pool, types, target),
        outline.cuts().stream().map(Certification::cut).toList(),
        panelsFit ? gap : Double.POSITIVE_INFINITY,
        panelsFit && arithmetic && gap <= CLOSE,
        remark);
  }

  /// Whether every panel of people fills the quotas and the probabilities add up to 1.
  private static boolean fit(Pool pool, PanelTypes types, List<Lottery.Panel> panels) {
    var typeOf = new HashMap<Integer, Integer>();
    for (int t = 0; t < types.count; t++) {
      for (int person : types.members[t]) {
        typeOf.put(person, t);
      }
    }
    double sum = 0;
    for (var panel : panels) {
      var counts = new int[types.count];
      for (int member : panel.members()) {
        counts[typeOf.getOrDefault(member, 0)]++;
      }
      sum += panel.probability();
      if (panel.members().stream().distinct().count() != pool.seats() || !types.allows(counts)) {
        return false;
      }
    }
    return Math.abs(sum - 1) < CLOSE;
  }

  private static List<Certificate.Stage> stages(Pool pool, PanelTypes types, Target target) {
    var stages = new ArrayList<Certificate.Stage>();
    for (var stage : target.stages()) {
      stages.add(
          new Certificate.Stage(
              stage.value(),
              stage.settled().stream().mapToInt(t -> types.size[t]).sum(),
              stage.settled().stream().map(t -> types.members[t][0]).toList(),
              stage.rows(),
              stage.rows().stream().map(row -> name(pool, types, row)).toList(),
              stage.multipliers()));
    }
    return stages;
  }

  private static String name(Pool pool, PanelTypes types, int row) {
    if (row == 0) {
      return "seats";
    }
    if (row <= types.quotaRows) {
      var quota = pool.quotas().get(row - 1);
      return quota.category() + " = " + quota.feature();
    }
    return row < types.rows()
        ? "household " + (row - types.quotaRows)
        : "cut " + (row - types.rows() + 1);
  }

  private static Certificate.Cut cut(Outline.Cut cut) {
    var proof = cut.proof();
    return new Certificate.Cut(
        Arrays.stream(cut.worth()).boxed().toList(),
        cut.most(),
        proof == null ? 0 : proof.leaves());
  }
}
