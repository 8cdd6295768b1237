package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A lottery rounded to so many panels that each is as likely as any other: a draw then needs one
/// number, which dice can give. Whoever has a chance keeps one; what anybody loses is stated.
/// - **Shapes:** any lottery; the number of panels times the seats must be at least the number of
///   people who have a chance.
/// - **Units:** chances are multiples of 1 / panels.
/// - **Errors:** [IllegalArgumentException] if so few panels cannot give everybody a chance.
/// - **Cost:** about one search for a panel for each that the exact lottery does not give.
///
/// @param panels indices in the pool, ascending; the same panel may be there more than once
/// @param chances one a person of the pool
/// @param largestLoss by how much the chance of anybody fell, at most
public record EqualPanels(List<List<Integer>> panels, List<Double> chances, double largestLoss) {

  public EqualPanels {
    panels = panels.stream().map(List::copyOf).toList();
    chances = List.copyOf(chances);
  }

  /// The least chance of anybody who has one.
  public double leastChance() {
    return chances.stream().mapToDouble(x -> x).filter(x -> x > 0).min().orElse(0);
  }

  /// Rounds a lottery.
  public static EqualPanels of(Lottery lottery, int panels) {
    if (panels < 1) {
      throw new IllegalArgumentException(
          "%d equal panels.\nThere must be at least one.".formatted(panels));
    }
    return new Rounding(lottery, panels).round();
  }

  private static final class Rounding {

    private static final double NOTHING = 1e-9;
    private static final int NODES = 2000;
    private static final int PATIENCE = 12;

    private final Lottery lottery;
    private final int wanted;
    private final PanelTypes types;
    private final PanelSearch search;
    private final double[] target;
    private final int[] dealt;
    private final List<int[]> chosen = new ArrayList<>();

    Rounding(Lottery lottery, int wanted) {
      this.lottery = lottery;
      this.wanted = wanted;
      this.types = PanelTypes.of(lottery.pool());
      this.search = new PanelSearch(types);
      this.target = new double[types.count];
      this.dealt = new int[types.count];
      for (int t = 0; t < types.count; t++) {
        double chance =
            Arrays.stream(types.members[t]).mapToDouble(lottery.chances()::get).average().orElse(0);
        target[t] = chance > NOTHING ? Math.max(types.size[t], wanted * types.size[t] * chance) : 0;
      }
    }

    EqualPanels round() {
      int selectable = 0;
      for (int t = 0; t < types.count; t++) {
        selectable += target[t] > 0 ? types.size[t] : 0;
      }
      int seats = lottery.pool().seats();
      if ((long) wanted * seats < selectable) {
        throw new IllegalArgumentException(
            "%d equal panels have %d seats for %d people who must keep a chance.\nAsk for %d or more."
                .formatted(
                    wanted,
                    wanted * seats,
                    selectable,
                    (selectable + seats - 1) / Math.max(1, seats)));
      }
      takeWholeCopies();
      while (chosen.size() < wanted) {
        take(nearest());
      }
      improve();
      for (int t = 0; t < types.count; t++) {
        cover(t);
      }
      return seated();
    }

    /// As many copies of each panel of types as its probability fills.
    private void takeWholeCopies() {
      Map<List<Integer>, Double> byTypes = new LinkedHashMap<>();
      var typeOf = new int[lottery.pool().people().size()];
      for (int t = 0; t < types.count; t++) {
        for (int person : types.members[t]) {
          typeOf[person] = t;
        }
      }
      for (var panel : lottery.panels()) {
        var counts = new Integer[types.count];
        Arrays.fill(counts, 0);
        panel.members().forEach(member -> counts[typeOf[member]]++);
        byTypes.merge(List.of(counts), panel.probability(), Double::sum);
      }
      byTypes.forEach(
          (counts, probability) -> {
            int copies = (int) Math.floor(probability * wanted + NOTHING);
            for (int copy = 0; copy < copies && chosen.size() < wanted; copy++) {
              take(counts.stream().mapToInt(Integer::intValue).toArray());
            }
          });
    }

    private void take(int[] panel) {
      chosen.add(panel);
      for (int t = 0; t < panel.length; t++) {
        dealt[t] += panel[t];
      }
    }

    /// A panel of those whose seats are furthest behind; whoever would have none comes first.
    private int[] nearest() {
      var worth = new double[types.count];
      for (int t = 0; t < worth.length; t++) {
        double behind = target[t] - dealt[t];
        int left = wanted - chosen.size();
        search.bounds(
            t, 0, target[t] == 0 ? 0 : Math.clamp(Math.ceil(behind / left), 1, types.size[t]));
        worth[t] = behind / left + (target[t] > 0 && dealt[t] < types.size[t] ? 1 : 0);
      }
      int[] panel = found(worth);
      if (panel.length == 0) {
        for (int t = 0; t < worth.length; t++) {
          search.bounds(t, 0, target[t] == 0 ? 0 : types.size[t]);
        }
        panel = found(worth);
      }
      if (panel.length == 0) { // the search gave up: any panel of the lottery does
        panel = chosen.getFirst();
      }
      return panel;
    }

    private int[] found(double[] worth) {
      try {
        int[] panel = search.some(worth, NODES).panel();
        return panel == null ? new int[0] : panel;
      } catch (SolverLostException e) {
        return new int[0];
      }
    }

    /// Exchanges the panel whose people are furthest ahead for one of those furthest behind, as
    /// long as that brings seats closer to their targets.
    private void improve() {
      var behind = new double[types.count];
      int failures = 0;
      for (int round = 0; round < wanted && failures < PATIENCE; round++) {
        for (int t = 0; t < behind.length; t++) {
          search.bounds(t, 0, target[t] == 0 ? 0 : types.size[t]);
          behind[t] = (target[t] - dealt[t]) / types.size[t] * (1 + .1 * failures * (t % 7));
        }
        int[] panel = found(behind);
        int victim = panel.length == 0 ? -1 : victim(panel);
        if (victim < 0 || distance(chosen.get(victim), panel) >= 0) {
          failures++;
          continue;
        }
        exchange(victim, panel);
        failures = 0;
      }
    }

    /// How much further from their targets seats are when one panel goes for another.
    private double distance(int[] out, int[] in) {
      double change = 0;
      for (int t = 0; t < out.length; t++) {
        double before = dealt[t] - target[t];
        double after = before - out[t] + in[t];
        change += (after * after - before * before) / types.size[t];
      }
      return change;
    }

    private void exchange(int victim, int[] panel) {
      int[] out = chosen.remove(victim);
      for (int t = 0; t < out.length; t++) {
        dealt[t] -= out[t];
      }
      take(panel);
    }

    /// Exchanges panels until everybody of a type is on one.
    private void cover(int type) {
      for (int tries = 0; target[type] > 0 && dealt[type] < types.size[type]; tries++) {
        var worth = new double[types.count];
        for (int t = 0; t < worth.length; t++) {
          search.bounds(t, 0, target[t] == 0 ? 0 : types.size[t]);
          worth[t] = (target[t] - dealt[t]) / wanted + (dealt[t] < types.size[t] ? 1 : 0);
        }
        search.bounds(type, 1, types.size[type]);
        int[] panel = found(worth);
        int victim = panel.length == 0 ? -1 : victim(panel);
        if (victim < 0 || tries > types.size[type]) {
          throw new IllegalArgumentException(
              "%d equal panels cannot give a chance to everybody who has one.\nAsk for more."
                  .formatted(wanted));
        }
        exchange(victim, panel);
      }
    }

    /// The panel that can go for `panel` without taking anybody's last seat, and moves chances
    /// least.
    private int victim(int[] panel) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int p = 0; p < chosen.size(); p++) {
        int[] out = chosen.get(p);
        double off = 0;
        for (int t = 0; t < out.length; t++) {
          int after = dealt[t] - out[t] + panel[t];
          boolean loses = target[t] > 0 && after < types.size[t] && after < dealt[t];
          off += loses ? 1e9 : (after - target[t]) * (after - target[t]) / types.size[t];
        }
        if (off < least) {
          least = off;
          best = p;
        }
      }
      return least < 1e9 ? best : -1;
    }

    /// Gives the seats of a type to its people in turn.
    private EqualPanels seated() {
      chosen.sort(Comparator.comparing(Arrays::toString));
      var next = new int[types.count];
      var counts = new int[lottery.pool().people().size()];
      var panels = new ArrayList<List<Integer>>();
      for (int[] panel : chosen) {
        var members = new ArrayList<Integer>();
        for (int t = 0; t < panel.length; t++) {
          for (int seat = 0; seat < panel[t]; seat++) {
            int person = types.members[t][next[t]];
            next[t] = (next[t] + 1) % types.size[t];
            counts[person]++;
            members.add(person);
          }
        }
        panels.add(members.stream().sorted().toList());
      }
      double loss = 0;
      var chances = new ArrayList<Double>();
      for (int i = 0; i < counts.length; i++) {
        chances.add((double) counts[i] / wanted);
        loss = Math.max(loss, lottery.chances().get(i) - chances.getLast());
      }
      return new EqualPanels(panels, chances, loss);
    }
  }
}
