package org.earshot.representation.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.earshot.representation.sortition.Lottery.Objective;
import org.earshot.testing.RandomSeeds;

/// What must hold for every pool, against all panels counted one by one.
class SortitionProperties {

  @RandomSeeds
  void chancesAreThoseOfFullEnumeration(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    var lottery = found(small.pool, Objective.LEXIMIN);
    double[] expected = Enumeration.leximin(small.pool.people().size(), small.panels);
    for (int i = 0; i < expected.length; i++) {
      assertThat(lottery.chances().get(i)).isCloseTo(expected[i], within(1e-6));
    }
    certified(lottery);
  }

  @RandomSeeds
  void noPanelIsBetterForTheProductOfChances(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    var lottery = found(small.pool, Objective.NASH);
    certified(lottery);
    long selectable = small.panels.stream().flatMapToInt(Arrays::stream).distinct().count();
    for (int[] panel : small.panels) { // the gradient: no panel gains more than it costs
      double gain = Arrays.stream(panel).mapToDouble(i -> 1 / lottery.chances().get(i)).sum();
      assertThat(gain).isLessThanOrEqualTo(selectable * (1 + 1e-6));
    }
  }

  @RandomSeeds
  void theLeastChanceIsTheSameForMaximinAndNeverLessThanForTheProduct(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    double least = found(small.pool, Objective.LEXIMIN).minimum();
    assertThat(found(small.pool, Objective.MAXIMIN).minimum()).isCloseTo(least, within(1e-7));
    assertThat(found(small.pool, Objective.NASH).minimum()).isLessThanOrEqualTo(least + 1e-7);
  }

  @RandomSeeds
  void whereNoPanelFitsTheLeastChangeIsFound(long seed) {
    var small = new SmallPool(seed);
    if (!small.panels.isEmpty()) {
      return;
    }
    var result = Sortition.lottery(small.pool, Objective.LEXIMIN, Lottery.Progress.NONE);
    assertThat(result).isInstanceOf(LotteryResult.Infeasible.class);
    var relaxation = ((LotteryResult.Infeasible) result).relaxation();
    double expected = small.leastChange();
    assertThat(relaxation.objective().orElse(Double.POSITIVE_INFINITY))
        .satisfiesAnyOf(
            found -> assertThat(found).isCloseTo(expected, within(1e-9)),
            found -> assertThat(found).isEqualTo(expected));
    assertThat(relaxation.causes()).isNotEmpty();
  }

  @RandomSeeds
  void theOrderOfPeopleDoesNotMatter(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    var lottery = found(small.pool, Objective.LEXIMIN);
    var people = new ArrayList<>(small.pool.people());
    Collections.shuffle(people, new Random(seed));
    var shuffled =
        found(new Pool(small.pool.seats(), small.pool.quotas(), people), Objective.LEXIMIN);
    for (int i = 0; i < people.size(); i++) {
      int before = small.pool.people().indexOf(people.get(i));
      assertThat(shuffled.chances().get(i)).isCloseTo(lottery.chances().get(before), within(1e-7));
    }
  }

  @RandomSeeds
  void equalPanelsFillQuotasAndKeepEverybodysChance(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    var lottery = found(small.pool, Objective.LEXIMIN);
    var equal = EqualPanels.of(lottery, 60);
    assertThat(equal.panels()).hasSize(60);
    for (var panel : equal.panels()) {
      int[] members = panel.stream().mapToInt(i -> i).toArray();
      assertThat(small.panels).anyMatch(known -> Arrays.equals(known, members));
    }
    double loss = 0;
    for (int i = 0; i < lottery.chances().size(); i++) {
      int person = i;
      double now = equal.panels().stream().filter(panel -> panel.contains(person)).count() / 60.0;
      assertThat(equal.chances().get(i)).isEqualTo(now);
      assertThat(now > 0).isEqualTo(lottery.chances().get(i) > 1e-9);
      loss = Math.max(loss, lottery.chances().get(i) - now);
    }
    assertThat(equal.largestLoss()).isEqualTo(loss);
    assertThat(loss).isLessThan(.1);
  }

  @RandomSeeds
  void replacementsKeepTheQuotas(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    var random = new Random(seed);
    int[] first = small.panels.get(random.nextInt(small.panels.size()));
    var gone = Set.of(small.pool.people().get(first[0]).id());
    var seated = new HashSet<String>();
    for (int i = 1; i < first.length; i++) {
      seated.add(small.pool.people().get(first[i]).id());
    }
    var open = small.pool.after(seated, gone);
    boolean possible =
        small.panels.stream()
            .anyMatch(
                panel ->
                    Arrays.stream(panel).noneMatch(i -> i == first[0])
                        && Arrays.stream(first).skip(1).allMatch(i -> contains(panel, i)));
    var result = Sortition.lottery(open, Objective.LEXIMIN, Lottery.Progress.NONE);
    if (!possible) {
      assertThat(result).isInstanceOf(LotteryResult.Infeasible.class);
      return;
    }
    var lottery = ((LotteryResult.Found) result).lottery();
    for (var panel : lottery.panels()) {
      var ids = new HashSet<>(seated);
      panel.members().forEach(i -> ids.add(open.people().get(i).id()));
      int[] whole = ids.stream().mapToInt(id -> indexOf(small.pool, id)).sorted().toArray();
      assertThat(small.panels).anyMatch(known -> Arrays.equals(known, whole));
      assertThat(whole).doesNotContain(first[0]);
    }
  }

  @RandomSeeds
  void everybodyIsToldWhy(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    var lottery = found(small.pool, Objective.LEXIMIN);
    var reasons = Reason.of(lottery);
    for (int i = 0; i < reasons.size(); i++) {
      assertThat(reasons.get(i).person()).isEqualTo(i);
      assertThat(reasons.get(i).words()).isNotBlank();
      var features = small.pool.people().get(i).features();
      for (var cause : reasons.get(i).causes()) {
        int category = small.pool.categories().indexOf(cause.category());
        assertThat(category >= 0 && features.get(category).equals(cause.feature()))
            .isEqualTo(cause.own() && category >= 0);
      }
    }
  }

  private static void certified(Lottery lottery) {
    assertThat(lottery.certificate().gap()).isLessThanOrEqualTo(1e-6);
    assertThat(lottery.certificate().checked()).as(lottery.certificate().remark()).isTrue();
  }

  private static boolean contains(int[] panel, int person) {
    return Arrays.stream(panel).anyMatch(i -> i == person);
  }

  private static int indexOf(Pool pool, String id) {
    return pool.people().stream().map(Person::id).toList().indexOf(id);
  }

  private static Lottery found(Pool pool, Objective objective) {
    var result = Sortition.lottery(pool, objective, Lottery.Progress.NONE);
    assertThat(result).isInstanceOf(LotteryResult.Found.class);
    return ((LotteryResult.Found) result).lottery();
  }
}
