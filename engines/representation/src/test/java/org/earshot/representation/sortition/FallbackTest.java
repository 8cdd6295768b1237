package org.earshot.representation.sortition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// The library's solvers stand in for our own: they run, and say the same.
class FallbackTest {

  @RandomSeeds
  void everySolverMixesPanelsAsWellAsOurs(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    var types = PanelTypes.of(small.pool);
    var chance = new double[types.count];
    Arrays.fill(chance, (double) small.pool.seats() / small.pool.people().size());
    double expected = shortfall(new OwnMaster(types, chance), small, types);
    for (String name : Solvers.LINEAR) {
      try (var master = new LibraryMaster(name, types, chance)) {
        assertThat(shortfall(master, small, types)).as(name).isCloseTo(expected, within(1e-7));
      }
    }
  }

  private static double shortfall(Master master, SmallPool small, PanelTypes types) {
    for (int[] people : small.panels) {
      var panel = new int[types.count];
      for (int t = 0; t < types.count; t++) {
        panel[t] =
            (int)
                Arrays.stream(types.members[t])
                    .filter(i -> IntStream.of(people).anyMatch(p -> p == i))
                    .count();
      }
      master.add(panel);
    }
    var mix = master.solve();
    assertThat(Arrays.stream(mix.weights()).sum()).isCloseTo(1, within(1e-9));
    return mix.shortfall();
  }

  @RandomSeeds
  void theSecondSearchFindsTheSameWorth(long seed) {
    var small = new SmallPool(seed);
    if (small.panels.isEmpty()) {
      return;
    }
    var types = PanelTypes.of(small.pool);
    var worth = new Random(seed).doubles(types.count, -1, 1).toArray();
    var own = new PanelSearch(types).best(worth, Double.NEGATIVE_INFINITY, 100_000);
    var second = Solvers.best(types, worth, 60);
    assertThat(second.value()).isCloseTo(own.value(), within(1e-7));
    assertThat(CertificateCheck.excess(small.pool, worth, own.bound(), requireNonNull(own.proof())))
        .isLessThanOrEqualTo(1e-9);
  }

  @RandomSeeds
  void aSearchThatIsCutShortClaimsNothing(long seed) {
    var small = new SmallPool(seed);
    var types = PanelTypes.of(small.pool);
    var worth = new Random(seed).doubles(types.count, -1, 1).toArray();
    assertThat(new PanelSearch(types).best(worth, 0, 0).proof()).isNull();
  }

  @Test
  void aSolverThatIsNotThereIsLostNotSilent() {
    assertThatThrownBy(() -> Solvers.create("NOSUCH")).isInstanceOf(SolverLostException.class);
  }
}
