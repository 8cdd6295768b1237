package org.earshot.representation.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.earshot.representation.sortition.CertificateCheck;
import org.earshot.representation.sortition.EqualPanels;
import org.earshot.representation.sortition.Lottery;
import org.earshot.representation.sortition.LotteryResult;
import org.earshot.representation.sortition.Person;
import org.earshot.representation.sortition.Pool;
import org.earshot.representation.sortition.PublicDraw;
import org.earshot.representation.sortition.Quota;
import org.earshot.representation.sortition.Reason;
import org.earshot.representation.sortition.Sortition;
import org.junit.jupiter.api.Test;

/// Four women and two men volunteer for a panel of one each; two of them share a household.
class A03_AFairLotTest {

  private static final Pool POOL =
      new Pool(
          2,
          List.of(Quota.of("gender", "f", 1, 1), Quota.of("gender", "m", 1, 1)),
          List.of(
              new Person("ada", List.of("f"), null),
              new Person("bea", List.of("f"), null),
              new Person("cid", List.of("f"), null),
              new Person("dot", List.of("f"), "Mill Lane 3"),
              new Person("eli", List.of("m"), "Mill Lane 3"),
              new Person("fin", List.of("m"), null)));

  private static Lottery lottery() {
    var result = Sortition.lottery(POOL, Lottery.Objective.LEXIMIN, Lottery.Progress.NONE);
    return ((LotteryResult.Found) result).lottery();
  }

  @Test
  void everyWomanHasOneChanceInFourAndEveryManOneInTwo() {
    var lottery = lottery();
    assertThat(lottery.chances()).allSatisfy(c -> assertThat(c).isGreaterThan(.2499999));
    assertThat(lottery.chances().get(4)).isCloseTo(.5, within(1e-9));
    assertThat(lottery.panels()).noneMatch(panel -> panel.members().equals(List.of(3, 4)));
    assertThat(CertificateCheck.of(lottery).gap()).isLessThan(1e-6);
    var reason = Reason.of(lottery).getFirst();
    assertThat(reason.odds() + " because " + reason.words())
        .isEqualTo(
            "1 in 4 because gender = f is over-subscribed: 4 volunteers, and at most 1 may sit");
  }

  @Test
  void fourEqualPanelsCanBeDrawnWithDice() {
    var equal = EqualPanels.of(lottery(), 4);
    assertThat(equal.panels()).hasSize(4);
    assertThat(equal.largestLoss()).isLessThan(1e-9);
    var draw = PublicDraw.draw("00".repeat(32), "5ec1e7", "0d1ce5", equal.panels().size());
    assertThat(draw.index()).isBetween(0, 3);
  }

  @Test
  void whereTwoMenAreAskedForAndOneIsLeftTheCauseIsNamed() {
    var quotas = List.of(Quota.of("gender", "f", 0, 0), Quota.of("gender", "m", 2, 2));
    var people =
        List.of(
            new Person("eli", List.of("m"), "Mill Lane 3"),
            new Person("gus", List.of("m"), "Mill Lane 3"),
            new Person("ada", List.of("f"), null));
    var result =
        Sortition.lottery(
            new Pool(2, quotas, people), Lottery.Objective.LEXIMIN, Lottery.Progress.NONE);
    var relaxation = ((LotteryResult.Infeasible) result).relaxation();
    assertThat(relaxation.message())
        .contains("Without the rule of one person per household there would be a panel")
        .contains(
            "the maximum of gender = f from 0 to 1 and the minimum of gender = m from 2 to 1");
  }
}
