package org.earshot.cli.representation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earshot.cli.WrongInputException;
import org.earshot.representation.sortition.Person;
import org.earshot.representation.sortition.Pool;
import org.earshot.representation.sortition.Quota;
import org.jspecify.annotations.Nullable;

/// A pool of volunteers and the quotas of a panel, from two tables.
final class PoolFile {

  private static final List<String> QUOTA_COLUMNS = List.of("category", "feature", "min", "max");
  private static final List<String> FLEX_COLUMNS = List.of("min_flex", "max_flex");

  private PoolFile() {}

  /// Reads both.
  ///
  /// @param address columns that together say who lives in one household; empty if all may sit
  ///   together
  static Pool read(String peopleFile, String quotaFile, int seats, List<String> address) {
    var quotas = quotas(quotaFile);
    var categories = quotas.stream().map(Quota::category).distinct().toList();
    var columns = new ArrayList<>(categories);
    address.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
    var people = PeopleFile.read(peopleFile, null, columns);
    return new Pool(seats, quotas, people(people, quotas, quotaFile, categories, address));
  }

  private static List<Quota> quotas(String file) {
    var table =
        Table.read(
            file,
            header -> {
              var wanted = new ArrayList<>(QUOTA_COLUMNS);
              FLEX_COLUMNS.stream().filter(header::contains).forEach(wanted::add);
              return wanted;
            });
    var faults = new Faults();
    var quotas = new ArrayList<Quota>();
    Map<List<String>, Integer> seen = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      try {
        var quota = quota(table, row);
        if (seen.putIfAbsent(List.of(quota.category(), quota.feature()), row) != null) {
          throw table.fault(
              row, "feature", quota.feature(), "it has a row already; give each feature one");
        }
        quotas.add(quota);
      } catch (WrongInputException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    faults.raise();
    if (quotas.isEmpty()) {
      throw new WrongInputException(
          "%s has no rows.%nGive one row for each feature.".formatted(table.name()));
    }
    return quotas;
  }

  private static Quota quota(Table table, int row) {
    for (var column : QUOTA_COLUMNS.subList(0, 2)) {
      if (table.cell(row, column).isEmpty()) {
        throw table.fault(row, column, "", "give it a name");
      }
    }
    int min = table.whole(row, "min");
    int max = table.whole(row, "max");
    int minFlex = table.has("min_flex") ? table.whole(row, "min_flex") : 0;
    int maxFlex = table.has("max_flex") ? table.whole(row, "max_flex") : Integer.MAX_VALUE;
    if (max < min) {
      throw table.fault(row, "max", table.cell(row, "max"), "max is at least min, " + min);
    }
    if (minFlex > min) {
      throw table.fault(
          row, "min_flex", table.cell(row, "min_flex"), "min_flex is at most min, " + min);
    }
    if (maxFlex < max) {
      throw table.fault(
          row, "max_flex", table.cell(row, "max_flex"), "max_flex is at least max, " + max);
    }
    return new Quota(
        table.cell(row, "category"), table.cell(row, "feature"), min, max, minFlex, maxFlex);
  }

  private static List<Person> people(
      PeopleFile file,
      List<Quota> quotas,
      String quotaFile,
      List<String> categories,
      List<String> address) {
    Map<String, Set<String>> features = new LinkedHashMap<>();
    for (var quota : quotas) {
      features.computeIfAbsent(quota.category(), _ -> new HashSet<>()).add(quota.feature());
    }
    var faults = new Faults();
    var table = file.table();
    var people = new ArrayList<Person>();
    for (int row = 0; row < file.size(); row++) {
      var own = new ArrayList<String>();
      for (var category : categories) {
        var feature = table.cell(row, category);
        own.add(feature);
        if (!features.getOrDefault(category, Set.of()).contains(feature)) {
          faults.add(
              table.complaint(
                  row,
                  category,
                  feature,
                  "%s has no quota for it; add a row there (with min 0 if nobody of them is"
                          .formatted(quotaFile)
                      + " needed), or correct it here"));
        }
      }
      people.add(new Person(file.id(row), own, household(table, row, address)));
    }
    faults.raise();
    return people;
  }

  /// Whoever leaves the address empty lives alone as far as is known.
  private static @Nullable String household(Table table, int row, List<String> address) {
    var parts = address.stream().map(column -> table.cell(row, column)).toList();
    return parts.stream().allMatch(String::isEmpty) ? null : String.join("\n", parts);
  }
}
