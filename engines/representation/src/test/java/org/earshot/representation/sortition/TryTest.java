package org.earshot.representation.sortition;

import org.junit.jupiter.api.Test;

class TryTest {
  @Test
  void go() {
    for (String name : java.util.List.of(System.getenv("INST").split(",", -1))) {
      var instance = Instance.read(name);
      for (int rep = 0; rep < 2; rep++) {
        long a = System.nanoTime();
        var types = PanelTypes.of(instance.pool());
        var outline = new Outline(types);
        var fair = FairestChances.within(outline, 10000);
        long b = System.nanoTime();
        var search = new PanelSearch(types);
        var walk = Walk.from(types, search, fair.chance, 1);
        long c = System.nanoTime();
        double worst = 0;
        try {
          var exp = instance.expectedChances();
          double[] got = types.perPerson(fair.chance);
          for (int i = 0; i < got.length; i++)
            worst = Math.max(worst, Math.abs(got[i] - exp.get(i)));
        } catch (RuntimeException e) {
          worst = -1;
        }
        System.err.printf(
            "TRY %s T=%d stages=%d diff=%.2e lp=%.3fs walk=%.3fs panels=%d rest=%.3e%n",
            name,
            types.count,
            fair.stages.size(),
            worst,
            (b - a) / 1e9,
            (c - b) / 1e9,
            walk.panels.size(),
            walk.rest);
      }
    }
  }
}
