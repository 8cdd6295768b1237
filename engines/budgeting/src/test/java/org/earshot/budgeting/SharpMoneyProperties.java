package org.earshot.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.earshot.testing.RandomSeeds;

/// The sharper bounds hold what they bound, and a run that uses them for every price buys the same.
class SharpMoneyProperties {

  private static MoneyRun run(Election election, Utility utility, double blunt) {
    var market = Market.of(election, utility);
    var run = new MoneyRun(market, TieBreak.BY_ID.ranks(election, market.votes), blunt);
    run.run(market.endowment(0));
    return run;
  }

  @RandomSeeds
  void boundsHoldTheExactPrice(long seed) {
    check(Towns.random(seed, "approval"), Utility.COST);
    check(Towns.random(seed, "approval"), Utility.CARDINALITY);
    check(Towns.random(seed, "cumulative"), Utility.POINTS);
    check(Towns.random(seed, "ordinal"), Utility.BORDA);
    check(Towns.dear(seed), Utility.COST);
  }

  private static void check(Election election, Utility utility) {
    var run = run(election, utility, 0x1p-20);
    var sharp = new SharpMoney(run);
    for (int p = 0; p < run.market.projects; p++) {
      int project = p;
      boolean bought = Arrays.stream(run.winners, 0, run.count).anyMatch(w -> w == project);
      if (!bought && run.market.score[p] > 0) {
        var exact = run.exact().price(p, 0);
        var bounds = sharp.price(p, 0);
        if (bounds.isPresent()) {
          assertThat(contains(bounds.get(), exact.orElseThrow())).isTrue();
        }
        if (sharp.isSurelyTooDear(p)) {
          assertThat(exact).isEmpty(); // the other way round it may not be sure
        }
      }
    }
  }

  private static boolean contains(Range range, Rational number) {
    BigInteger scaled = number.numerator().shiftLeft(Range.BITS);
    return range.low().multiply(number.denominator()).compareTo(scaled) <= 0
        && range.high().multiply(number.denominator()).compareTo(scaled) >= 0;
  }

  @RandomSeeds
  void aRunWithSharpPricesBuysTheSame(long seed) {
    for (var type : new String[] {"approval", "cumulative", "ordinal"}) {
      var election = Towns.random(seed, type);
      var utility =
          switch (type) {
            case "cumulative" -> Utility.POINTS;
            case "ordinal" -> Utility.BORDA;
            default -> Utility.COST;
          };
      var blunt = run(election, utility, 1);
      var sharp = run(election, utility, 0);
      assertThat(Arrays.copyOf(sharp.winners, sharp.count))
          .containsExactly(Arrays.copyOf(blunt.winners, blunt.count));
    }
  }
}
