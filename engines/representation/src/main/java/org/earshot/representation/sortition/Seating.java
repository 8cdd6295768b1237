package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Gives the seats of types to people, so that all people of a type have exactly the same chance.
///
/// Each panel is a stretch of the line from 0 to 1, as long as its probability. For one type, the
/// panels are put in order of its seats; its first seats then form a row, its second seats a
/// shorter one, and so on. The rows end to end are cut into equal lengths, one a person
/// (McNaughton's rule). Where a cut falls inside a panel, the panel is divided there: into at most
/// one more part for each person, not for each combination of people.
final class Seating {

  private static final double SLIVER = 1e-13;

  private final PanelTypes types;
  private final List<int[]> panels;
  private final double[] weights;
  private final double[][] start;
  private final double[][] rowStart;
  private final double[] length;
  private final boolean[] evenly;

  private Seating(PanelTypes types, List<int[]> panels, double[] weights) {
    this.types = types;
    this.panels = panels;
    this.weights = weights;
    this.start = new double[types.count][panels.size()];
    this.rowStart = new double[types.count][];
    this.length = new double[types.count];
    this.evenly = new boolean[types.count];
  }

  /// Panels of people from panels of types.
  static List<Lottery.Panel> of(PanelTypes types, List<int[]> panels, double[] weights) {
    var seating = new Seating(types, panels, weights);
    for (int t = 0; t < types.count; t++) {
      seating.layOut(t);
    }
    var all = new ArrayList<Lottery.Panel>();
    for (int p = 0; p < panels.size(); p++) {
      seating.divide(p, all);
    }
    all.sort(
        Comparator.comparingDouble(Lottery.Panel::probability)
            .reversed()
            .thenComparing(panel -> panel.members().toString()));
    return all;
  }

  private void layOut(int type) {
    var order =
        IntStream.range(0, panels.size())
            .boxed()
            .sorted(Comparator.comparingInt(p -> -panels.get(p)[type]))
            .toList();
    int mostSeats = order.isEmpty() ? 0 : panels.get(order.getFirst())[type];
    var rows = new double[mostSeats];
    double position = 0;
    for (int p : order) {
      start[type][p] = position;
      position += weights[p];
      for (int seat = 0; seat < panels.get(p)[type]; seat++) {
        rows[seat] += weights[p];
      }
    }
    rowStart[type] = new double[mostSeats];
    double sum = 0;
    for (int seat = 0; seat < mostSeats; seat++) {
      rowStart[type][seat] = sum;
      sum += rows[seat];
    }
    length[type] = sum / types.size[type];
    // A person's stretch may run from one row into the next, but must not meet itself there.
    for (int seat = 0; seat + 1 < mostSeats; seat++) {
      evenly[type] |= rows[seat] < length[type] * (1 - 1e-12);
    }
  }

  private void divide(int panel, List<Lottery.Panel> into) {
    double weight = weights[panel];
    var cuts = new TreeSet<Double>();
    for (int t = 0; t < types.count; t++) {
      int seats = panels.get(panel)[t];
      if (seats == 0 || seats == types.size[t]) {
        continue;
      }
      if (evenly[t]) {
        for (int i = 1; i < types.size[t]; i++) {
          cuts.add((double) i * seats % types.size[t] / types.size[t] * weight);
        }
        continue;
      }
      for (int seat = 0; seat < seats; seat++) {
        double from = rowStart[t][seat] + start[t][panel];
        for (int person = (int) Math.ceil(from / length[t]);
            person * length[t] < from + weight;
            person++) {
          cuts.add(person * length[t] - from);
        }
      }
    }
    cuts.add(weight);
    double from = 0;
    for (double cut : cuts) {
      if (cut - from > SLIVER && cut <= weight) {
        into.add(new Lottery.Panel(cut - from, members(panel, (from + cut) / 2)));
        from = cut;
      }
    }
  }

  private List<Integer> members(int panel, double at) {
    var members = new ArrayList<Integer>();
    for (int t = 0; t < types.count; t++) {
      int seats = panels.get(panel)[t];
      int size = types.size[t];
      var taken = new boolean[size];
      for (int seat = 0; seat < seats; seat++) {
        int person;
        if (seats == size) {
          person = seat;
        } else if (evenly[t]) {
          person = (int) ((seat + at / weights[panel]) * size / seats);
        } else {
          person = (int) ((rowStart[t][seat] + start[t][panel] + at) / length[t]);
        }
        person = Math.min(person, size - 1);
        while (taken[person]) { // only rounding brings two seats to one person
          person = (person + 1) % size;
        }
        taken[person] = true;
        members.add(types.members[t][person]);
      }
    }
    int[] sorted = members.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sorted);
    return Arrays.stream(sorted).boxed().toList();
  }
}
