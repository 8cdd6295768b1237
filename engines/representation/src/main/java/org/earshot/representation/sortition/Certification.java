package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts a lottery's proof together and has it checked.
final class Certification {

  private static final double CLOSE = 1e-6;

  private Certification() {}

  static Certificate of(
      Pool pool, PanelTypes types, Outline outline, Target target, List<Lottery.Panel> panels) {
    var stages = stages(pool, types, target);
    var cuts = outline.cuts().stream().map(Certification::cut).toList();
    var found = CertificateCheck.of(pool, target.objective(), panels, stages, cuts);
    boolean close = found.gap() <= CLOSE;
    String remark =
        !found.faults().isEmpty()
            ? "Do not use this lottery. " + String.join(" ", found.faults())
            : !close
                ? "The proof leaves more open than 1e-6."
                : found.arithmetic()
                    ? "Checked by multiplying and adding alone."
                    : "Checked by multiplying and adding; a second solver vouches for some cuts.";
    return new Certificate(stages, cuts, found.gap(), close && found.arithmetic(), remark);
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
    return new Certificate.Cut(
        Arrays.stream(cut.worth()).boxed().toList(), cut.most(), cut.proof());
  }
}
