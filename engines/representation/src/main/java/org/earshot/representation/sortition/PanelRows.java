package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What every panel obeys, counted from the pool by [CertificateCheck] itself: row 0 is the panel's
/// size, then the quotas in order, then one row a household with several people, in the order of
/// their first members.
final class PanelRows {

  /// One inequality that all panels obey: coefficient by type, and bounds.
  @SuppressWarnings("ArrayRecordComponent") // made once and read only
  record Row(double[] coefficient, double lower, double upper) {

    double most(double multiplier) {
      return Math.max(multiplier * lower, multiplier * upper);
    }
  }

  final int[] typeOf;
  final int[] size;
  final List<Row> rows = new ArrayList<>();
  private final Pool pool;
  private final List<Integer> first = new ArrayList<>();

  PanelRows(Pool pool) {
    this.pool = pool;
    this.typeOf = new int[pool.people().size()];
    Map<String, List<Integer>> households = new HashMap<>();
    for (int i = 0; i < typeOf.length; i++) {
      var household = pool.people().get(i).household();
      if (household != null) {
        households.computeIfAbsent(household, _ -> new ArrayList<>()).add(i);
      }
    }
    households.values().removeIf(members -> members.size() < 2);
    type(households);
    this.size = new int[first.size()];
    for (int type : typeOf) {
      size[type]++;
    }
    addRows(households);
  }

  /// People with the same features and no shared household are interchangeable.
  private void type(Map<String, List<Integer>> households) {
    Map<List<String>, Integer> known = new HashMap<>();
    for (int i = 0; i < typeOf.length; i++) {
      var person = pool.people().get(i);
      boolean shares = person.household() != null && households.containsKey(person.household());
      int next = first.size();
      typeOf[i] = shares ? next : known.computeIfAbsent(person.features(), _ -> next);
      if (typeOf[i] == next) {
        first.add(i);
      }
    }
  }

  private void addRows(Map<String, List<Integer>> households) {
    var everybody = new double[size.length];
    Arrays.fill(everybody, 1);
    rows.add(new Row(everybody, pool.seats(), pool.seats()));
    for (var quota : pool.quotas()) {
      int category = pool.categories().indexOf(quota.category());
      var has = new double[size.length];
      for (int t = 0; t < has.length; t++) {
        var features = pool.people().get(first.get(t)).features();
        has[t] = features.get(category).equals(quota.feature()) ? 1 : 0;
      }
      rows.add(new Row(has, quota.min(), Math.min(quota.max(), pool.seats())));
    }
    households.values().stream()
        .sorted((a, b) -> Integer.compare(a.getFirst(), b.getFirst()))
        .forEach(
            members -> {
              var lives = new double[size.length];
              members.forEach(person -> lives[typeOf[person]] = 1);
              rows.add(new Row(lives, 0, 1));
            });
  }
}
