package org.earshot.representation.sortition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.earshot.representation.sortition.Certificate.Stage;
import org.earshot.representation.sortition.Lottery.Objective;
import org.earshot.representation.sortition.Lottery.Panel;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// Whatever is changed in a lottery or its proof, the check does not let it pass.
class CertificateCheckTest {

  /// Five women and three men for two and two seats.
  private static final Pool POOL =
      new Pool(
          4,
          List.of(Quota.of("gender", "f", 2, 2), Quota.of("gender", "m", 2, 2)),
          List.of(
              person("a", "f"),
              person("b", "f"),
              person("c", "f"),
              person("d", "f"),
              person("e", "f"),
              person("x", "m"),
              person("y", "m"),
              person("z", "m")));

  private static Person person(String id, String gender) {
    return new Person(id, List.of(gender), null);
  }

  private static Lottery lottery() {
    var result = Sortition.lottery(POOL, Objective.LEXIMIN, Lottery.Progress.NONE);
    return ((LotteryResult.Found) result).lottery();
  }

  private static CertificateCheck.Finding check(List<Panel> panels, List<Stage> stages) {
    return CertificateCheck.of(POOL, Objective.LEXIMIN, panels, stages, List.of());
  }

  @Test
  void whatIsRightPasses() {
    var lottery = lottery();
    var finding = CertificateCheck.of(lottery);
    assertThat(finding.faults()).isEmpty();
    assertThat(finding.gap()).isLessThan(1e-9);
    assertThat(finding.arithmetic()).isTrue();
    assertThat(lottery.certificate().stages()).hasSize(2);
  }

  @Test
  void anUnfairLotteryHasAGapAsLargeAsItsUnfairness() {
    var one = List.of(new Panel(1, List.of(0, 1, 5, 6)));
    var finding = check(one, lottery().certificate().stages());
    assertThat(finding.faults()).isEmpty();
    assertThat(finding.gap()).isGreaterThanOrEqualTo(.4 - 1e-9); // c could have 2 in 5
  }

  @Test
  void brokenPanelsAreNamed() {
    var stages = lottery().certificate().stages();
    for (var members :
        List.of(
            List.of(0, 1, 2, 5), List.of(0, 1, 5), List.of(0, 0, 5, 6), List.of(0, 1, 5, 6, 7))) {
      var finding = check(List.of(new Panel(1, members)), stages);
      assertThat(finding.faults()).anyMatch(fault -> fault.contains("breaks a quota"));
      assertThat(finding.gap()).isInfinite();
    }
    var half = List.of(new Panel(.5, List.of(0, 1, 5, 6)));
    assertThat(check(half, stages).faults()).anyMatch(fault -> fault.contains("add up to 0.5"));
  }

  @Test
  void aProofThatIsNotOneProvesNothing() {
    var lottery = lottery();
    var stages = lottery.certificate().stages();
    assertThat(check(lottery.panels(), stages.subList(0, 1)).gap()).isInfinite();
    var other = new ArrayList<>(stages);
    var first = stages.getFirst();
    other.set(
        0,
        new Stage(
            first.value(),
            first.people(),
            first.settled(),
            first.rows(),
            first.names(),
            first.multipliers().stream().map(m -> -m).toList()));
    assertThat(check(lottery.panels(), other).gap()).isGreaterThan(.1);
    other.set(
        0,
        new Stage(first.value(), 5, first.settled(), List.of(99), List.of("no row"), List.of(1.0)));
    assertThat(check(lottery.panels(), other).gap()).isInfinite();
    assertThat(
            CertificateCheck.of(POOL, Objective.NASH, lottery.panels(), List.of(), List.of()).gap())
        .isInfinite();
  }

  @Test
  void aCutThatIsNotProvedIsNamed() {
    var lottery = lottery();
    var stages = lottery.certificate().stages();
    var worth = List.of(1.0, 0.0);
    var empty = new ProofTree.Leaf(List.of(), List.of(), true);
    var weak = new ProofTree.Leaf(List.of(0), List.of(1.0), false);
    var strong = new ProofTree.Leaf(List.of(1), List.of(1.0), false);
    for (var proof : List.of(empty, weak)) {
      var cut = new Certificate.Cut(worth, 2, proof);
      assertThat(
              CertificateCheck.of(POOL, Objective.LEXIMIN, lottery.panels(), stages, List.of(cut))
                  .faults())
          .containsExactly("Cut 1 is not proved.");
    }
    var proved = new Certificate.Cut(worth, 2, strong);
    assertThat(
            CertificateCheck.of(POOL, Objective.LEXIMIN, lottery.panels(), stages, List.of(proved))
                .faults())
        .isEmpty();
    var vouched = new Certificate.Cut(worth, 2, null);
    assertThat(
            CertificateCheck.of(POOL, Objective.LEXIMIN, lottery.panels(), stages, List.of(vouched))
                .arithmetic())
        .isFalse();
  }

  @RandomSeeds
  void movingProbabilityOpensTheGap(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.size() < 2) {
      return;
    }
    var result = Sortition.lottery(small.pool, Objective.LEXIMIN, Lottery.Progress.NONE);
    var lottery = ((LotteryResult.Found) result).lottery();
    var members = small.panels.get((int) (seed % small.panels.size()));
    var only = List.of(new Panel(1, IntStream.of(members).boxed().toList()));
    var finding =
        CertificateCheck.of(
            small.pool,
            Objective.LEXIMIN,
            only,
            lottery.certificate().stages(),
            lottery.certificate().cuts());
    double lost = 0;
    for (int i = 0; i < small.pool.people().size(); i++) {
      boolean sits = only.getFirst().members().contains(i);
      double before = lottery.chances().get(i);
      lost = Math.max(lost, sits || before > lottery.minimum() + 1e-9 ? 0 : before);
    }
    assertThat(finding.gap()).isGreaterThanOrEqualTo(lost - 1e-6);
  }
}
