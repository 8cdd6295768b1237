package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The pool with equal people put together. People with the same features and no shared household
/// are interchangeable, so the fairest lottery gives them the same chance; a panel is then how many
/// of each type sit on it. Whoever shares a household is a type alone.
final class PanelTypes {

  final int count;
  final int[] size;
  final int[][] members;

  /// Rows by types: the panel's size, the quotas in order, then one row a shared household.
  final double[][] matrix;

  final double[] lower;
  final double[] upper;
  final int quotaRows;

  private PanelTypes(Pool pool, List<List<Integer>> groups, List<List<Integer>> households) {
    this.count = groups.size();
    this.size = groups.stream().mapToInt(List::size).toArray();
    this.members =
        groups.stream()
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    this.quotaRows = pool.quotas().size();
    int rows = 1 + quotaRows + households.size();
    this.matrix = new double[rows][count];
    this.lower = new double[rows];
    this.upper = new double[rows];
    Arrays.fill(matrix[0], 1);
    lower[0] = pool.seats();
    upper[0] = pool.seats();
    var categories = pool.categories();
    for (int r = 0; r < quotaRows; r++) {
      var quota = pool.quotas().get(r);
      int category = categories.indexOf(quota.category());
      for (int t = 0; t < count; t++) {
        var person = pool.people().get(members[t][0]);
        matrix[1 + r][t] = person.features().get(category).equals(quota.feature()) ? 1 : 0;
      }
      lower[1 + r] = quota.min();
      upper[1 + r] = Math.min(quota.max(), pool.seats());
    }
    for (int h = 0; h < households.size(); h++) {
      for (int type : households.get(h)) {
        matrix[1 + quotaRows + h][type] = 1;
      }
      upper[1 + quotaRows + h] = 1;
    }
  }

  /// Types, and after them two kinds of seats for nobody: one of the first kind lets a quota's
  /// minimum give way by a seat, one of the second its maximum.
  private PanelTypes(Pool pool, PanelTypes real) {
    int quotas = pool.quotas().size();
    this.count = real.count + 2 * quotas;
    this.size = Arrays.copyOf(real.size, count);
    this.members = Arrays.copyOf(real.members, count);
    this.quotaRows = quotas;
    this.matrix = new double[real.rows()][];
    Arrays.setAll(matrix, r -> Arrays.copyOf(real.matrix[r], count));
    this.lower = real.lower;
    this.upper = real.upper.clone();
    for (int q = 0; q < quotas; q++) {
      var quota = pool.quotas().get(q);
      upper[1 + q] = Math.max(upper[1 + q], quota.min()); // even if there are fewer seats
      size[real.count + q] = quota.min() - quota.minFlex();
      size[real.count + quotas + q] =
          Math.max(0, Math.min(quota.maxFlex(), pool.seats()) - quota.max());
      matrix[1 + q][real.count + q] = 1;
      matrix[1 + q][real.count + quotas + q] = -1;
    }
    Arrays.fill(members, real.count, count, new int[0]);
  }

  PanelTypes withSlack(Pool pool) {
    return new PanelTypes(pool, this);
  }

  static PanelTypes of(Pool pool) {
    Map<String, Integer> householdSize = new HashMap<>();
    for (var person : pool.people()) {
      if (person.household() != null) {
        householdSize.merge(person.household(), 1, Integer::sum);
      }
    }
    Map<List<String>, Integer> byFeatures = new HashMap<>();
    Map<String, List<Integer>> households = new LinkedHashMap<>();
    var groups = new ArrayList<List<Integer>>();
    for (int i = 0; i < pool.people().size(); i++) {
      var person = pool.people().get(i);
      var household = person.household();
      if (household != null && householdSize.getOrDefault(household, 0) > 1) {
        households.computeIfAbsent(household, _ -> new ArrayList<>()).add(groups.size());
        groups.add(new ArrayList<>(List.of(i)));
        continue;
      }
      int known = byFeatures.getOrDefault(person.features(), -1);
      if (known < 0) {
        known = groups.size();
        byFeatures.put(person.features(), known);
        groups.add(new ArrayList<>());
      }
      groups.get(known).add(i);
    }
    return new PanelTypes(pool, groups, List.copyOf(households.values()));
  }

  int rows() {
    return matrix.length;
  }

  /// Whether a quota asks for more than there are seats.
  boolean contradictory() {
    return IntStream.range(0, rows()).anyMatch(r -> lower[r] > upper[r]);
  }

  /// Whether the rows allow `panel` (how many of each type).
  boolean allows(int[] panel) {
    for (int t = 0; t < count; t++) {
      if (panel[t] < 0 || panel[t] > size[t]) {
        return false;
      }
    }
    for (int r = 0; r < matrix.length; r++) {
      double activity = activity(r, panel);
      if (activity < lower[r] || activity > upper[r]) {
        return false;
      }
    }
    return true;
  }

  private double activity(int row, int[] panel) {
    double activity = 0;
    for (int t = 0; t < count; t++) {
      activity += matrix[row][t] * panel[t];
    }
    return activity;
  }
}
