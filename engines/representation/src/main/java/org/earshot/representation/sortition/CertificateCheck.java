package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.earshot.representation.sortition.Certificate.Stage;
import org.earshot.representation.sortition.Lottery.Objective;

/// Checks a lottery and its proof by arithmetic: adds up chances, counts seats, multiplies rows by
/// multipliers. It shares no code with the search, knows no solver, and trusts nothing that it can
/// count itself.
/// - **Shapes:** a lottery, or its parts as they were published.
/// - **Units:** the gap is a chance (for the product: a share of the geometric mean).
/// - **Errors:** what is wrong is said in [Finding#faults]; then the gap is infinite.
/// - **Cost:** stages × rows × types, and the leaves of the cuts' proofs.
public final class CertificateCheck {

  private static final double NOTHING = 1e-9;
  private static final double PROVED = 1e-7;

  /// What the check found.
  ///
  /// @param gap what the proof leaves open; infinite if it proves nothing
  /// @param arithmetic whether every cut was proved here; if not, a solver vouches for some
  /// @param faults what is wrong, in words
  public record Finding(double gap, boolean arithmetic, List<String> faults) {

    public Finding {
      faults = List.copyOf(faults);
    }
  }

  private final int[] typeOf;
  private final int[] size;
  private final List<PanelRows.Row> rows = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final int panelRows;

  private CertificateCheck(Pool pool) {
    var panel = new PanelRows(pool);
    this.typeOf = panel.typeOf;
    this.size = panel.size;
    this.rows.addAll(panel.rows);
    this.panelRows = rows.size();
  }

  /// Checks a lottery with its certificate.
  public static Finding of(Lottery lottery) {
    var certificate = lottery.certificate();
    return of(
        lottery.pool(),
        lottery.objective(),
        lottery.panels(),
        certificate.stages(),
        certificate.cuts());
  }

  /// Checks what was published.
  public static Finding of(
      Pool pool,
      Objective objective,
      List<Lottery.Panel> panels,
      List<Stage> stages,
      List<Certificate.Cut> cuts) {
    return new CertificateCheck(pool).check(objective, panels, stages, cuts);
  }

  private Finding check(
      Objective objective,
      List<Lottery.Panel> panels,
      List<Stage> stages,
      List<Certificate.Cut> cuts) {
    double[] chance = chances(panels);
    boolean arithmetic = true;
    for (var cut : cuts) {
      var proof = cut.proof();
      double[] worth = cut.worth().stream().mapToDouble(Double::doubleValue).toArray();
      if (worth.length != size.length
          || (proof != null && !(excess(worth, cut.most(), proof) <= PROVED))) {
        faults.add("Cut %d is not proved.".formatted(rows.size() - panelRows + 1));
      }
      arithmetic &= proof != null;
      double least = 0;
      for (int t = 0; t < Math.min(worth.length, size.length); t++) {
        least += Math.min(0, worth[t]) * size[t];
      }
      rows.add(new PanelRows.Row(Arrays.copyOf(worth, size.length), least, cut.most()));
    }
    double gap =
        stages.stream().flatMap(s -> s.rows().stream()).anyMatch(r -> r < 0 || r >= rows.size())
            ? Double.POSITIVE_INFINITY
            : objective == Objective.NASH
                ? productGap(stages, chance)
                : gap(stages, chance, objective == Objective.LEXIMIN);
    return new Finding(faults.isEmpty() ? gap : Double.POSITIVE_INFINITY, arithmetic, faults);
  }

  /// How far a cut's proof is from its bound: 0 or less if it holds; infinite if it proves nothing.
  static double excess(Pool pool, double[] worth, double most, ProofTree proof) {
    return new CertificateCheck(pool).excess(worth, most, proof);
  }

  private double excess(double[] worth, double most, ProofTree proof) {
    int types = size.length;
    var lower = new double[types + panelRows];
    var upper = new double[types + panelRows];
    var matrix = new double[panelRows][];
    for (int t = 0; t < types; t++) {
      upper[t] = size[t];
    }
    for (int r = 0; r < panelRows; r++) {
      matrix[r] = rows.get(r).coefficient();
      lower[types + r] = rows.get(r).lower();
      upper[types + r] = rows.get(r).upper();
    }
    return new ProofCheck(matrix, lower, upper).excess(worth, most, proof);
  }

  /// The chance of each type, the least of its people; counts seats on the way.
  private double[] chances(List<Lottery.Panel> panels) {
    var chance = new double[typeOf.length];
    double sum = 0;
    for (var panel : panels) {
      var counts = new int[size.length];
      for (int member : panel.members()) {
        chance[member] += panel.probability();
        counts[typeOf[member]]++;
      }
      sum += panel.probability();
      if (!(panel.probability() >= 0)
          || new HashSet<>(panel.members()).size() != panel.members().size()
          || !rows.subList(0, panelRows).stream().allMatch(row -> allows(row, counts))) {
        faults.add("A panel breaks a quota: %s.".formatted(panel.members()));
      }
    }
    if (!(Math.abs(sum - 1) < NOTHING)) {
      faults.add("The probabilities of the panels add up to %s.".formatted(sum));
    }
    var byType = new double[size.length];
    Arrays.fill(byType, 1);
    for (int i = 0; i < chance.length; i++) {
      byType[typeOf[i]] = Math.min(byType[typeOf[i]], chance[i]);
    }
    return byType;
  }

  private static boolean allows(PanelRows.Row row, int[] counts) {
    double sum = 0;
    for (int t = 0; t < counts.length; t++) {
      sum += row.coefficient()[t] * counts[t];
    }
    return row.lower() <= sum && sum <= row.upper();
  }

  private double gap(List<Stage> stages, double[] chance, boolean everybody) {
    var settled = new boolean[size.length];
    double gap = 0;
    for (var stage : stages) {
      gap = Math.max(gap, gap(stage, settled, chance));
      stage.settled().forEach(person -> settled[typeOf[person]] = true);
    }
    for (boolean done : settled) {
      gap = done || !everybody ? gap : Double.POSITIVE_INFINITY;
    }
    return gap;
  }

  /// Any lottery q obeys price·q <= room. With those settled at their chance or more, and the
  /// others at the stage's least or more, what is left of the room bounds each price's own q.
  private double gap(Stage stage, boolean[] settled, double[] chance) {
    double least = 1;
    for (int t = 0; t < size.length; t++) {
      least = settled[t] ? least : Math.min(least, chance[t]);
    }
    double[] price = price(stage);
    double room = room(stage);
    double free = 0;
    for (int t = 0; t < size.length; t++) {
      if (price[t] < 0) {
        room -= price[t]; // no chance exceeds 1
      } else if (settled[t]) {
        room -= price[t] * chance[t];
      } else {
        free += price[t];
        room -= price[t] * least;
      }
    }
    double gap = Math.min(1 - least, free > 0 ? Math.max(0, room) / free : 1);
    for (int person : stage.settled()) {
      int t = typeOf[person];
      double more = price[t] > 0 ? Math.max(0, room) / price[t] : 1;
      gap = Math.max(gap, Math.min(1, least + more) - Math.max(least, 0));
      gap = Math.max(gap, chance[t] - Math.min(1, least + more));
    }
    return gap;
  }

  /// By what share the geometric mean of chances could be larger than the lottery's, at most: the
  /// mean of other / ours over all people bounds that ratio from above, and the multipliers of the
  /// last stage bound the mean.
  private double productGap(List<Stage> stages, double[] chance) {
    if (stages.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    var earlier = stages.subList(0, stages.size() - 1);
    double gap = gap(earlier, chance, false);
    var last = stages.getLast();
    double[] price = price(last);
    double bound = room(last);
    double people = 0;
    var left = new boolean[size.length];
    Arrays.fill(left, true);
    for (int person : last.settled()) {
      int t = typeOf[person];
      left[t] = false;
      people += size[t];
      bound += Math.max(0, size[t] / chance[t] - price[t]);
    }
    var without = new boolean[size.length];
    for (var stage : earlier) {
      stage.settled().forEach(person -> without[typeOf[person]] = true);
    }
    for (int t = 0; t < price.length; t++) {
      if (left[t] && !without[t]) {
        return Double.POSITIVE_INFINITY; // nothing is said about them
      }
      if (left[t] && price[t] < 0) {
        bound -= price[t] * Math.min(1, gap); // they have no more chance than the gap
      }
    }
    return Math.max(gap, bound / people - 1);
  }

  /// What the stage's multipliers charge for each type's chance.
  private double[] price(Stage stage) {
    var price = new double[size.length];
    for (int i = 0; i < stage.rows().size(); i++) {
      double[] coefficient = rows.get(stage.rows().get(i)).coefficient();
      for (int t = 0; t < price.length; t++) {
        price[t] += stage.multipliers().get(i) * coefficient[t] * size[t];
      }
    }
    return price;
  }

  /// What all lotteries together can pay at most.
  private double room(Stage stage) {
    double room = 0;
    for (int i = 0; i < stage.rows().size(); i++) {
      room += rows.get(stage.rows().get(i)).most(stage.multipliers().get(i));
    }
    return room;
  }
}
