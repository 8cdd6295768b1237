package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The section PROJECTS, row by row.
final class PbProjects {

  private static final BigDecimal LEAST_COST = new BigDecimal("0.000001");

  private record Row(String id, BigDecimal cost, Map<String, String> columns, int line) {}

  private final PbRows rows;
  private final PbFaults faults;
  private final PbAmounts amounts;
  private final List<Row> projects = new ArrayList<>();
  private final Words ids = new Words();

  PbProjects(PbRows rows, PbFaults faults, PbAmounts amounts) {
    this.rows = rows;
    this.faults = faults;
    this.amounts = amounts;
  }

  void row(List<String> header) throws IOException {
    var columns = new LinkedHashMap<String, String>();
    for (int field = 0; field < header.size(); field++) {
      columns.put(header.get(field), rows.text(field));
    }
    refuseMoreFields(header.size());
    var id = columns.getOrDefault("project_id", "");
    if (id.isEmpty() || id.indexOf(',') >= 0) {
      faults.add("project_id", id, "a project needs an id, without commas.");
      return;
    }
    var bytes = id.getBytes(UTF_8);
    if (ids.find(bytes, 0, bytes.length) >= 0) {
      faults.add("project_id", id, "there is already a project with this id. Give each its own.");
      return;
    }
    ids.number(bytes, 0, bytes.length);
    var text = columns.getOrDefault("cost", "");
    var cost = amounts.read(text, rows.line(), "cost");
    if (text.matches("0+([.,]0+)?")) {
      faults.add("cost", text, "a project must cost something.");
    }
    projects.add(new Row(id, cost.max(LEAST_COST), columns, rows.line()));
  }

  private void refuseMoreFields(int most) throws IOException {
    for (int field = most; field < rows.fields(); field++) {
      if (!rows.text(field).isEmpty()) {
        faults.add(
            "",
            rows.text(field),
            "the row has more fields than its header. Put quotes around a text with ';'.");
        return;
      }
    }
  }

  boolean isEmpty() {
    return projects.isEmpty();
  }

  /// The ids, numbered in the order of rows.
  Words ids() {
    return ids;
  }

  /// What each project costs, in currency units, for remarks.
  double[] roughCosts() {
    return projects.stream().mapToDouble(row -> row.cost().doubleValue()).toArray();
  }

  /// How many decimals the costs need.
  int decimals() {
    return projects.stream().mapToInt(row -> PbAmounts.decimals(row.cost())).max().orElse(0);
  }

  List<Project> build(int decimals) {
    return projects.stream()
        .map(
            row -> {
              long cost = amounts.inSmallestUnits(row.cost(), decimals, row.line(), "cost");
              var name = row.columns().getOrDefault("name", "");
              return new Project(
                  row.id(),
                  Math.max(1, cost),
                  name.isEmpty() ? row.id() : name,
                  decision(row.columns().getOrDefault("selected", "")),
                  row.columns(),
                  row.line());
            })
        .toList();
  }

  private static Project.Decision decision(String selected) {
    return switch (selected) {
      case "1" -> Project.Decision.FUNDED;
      case "0", "2", "3" -> Project.Decision.NOT_FUNDED; // 2 and 3: later, from other money
      default -> Project.Decision.UNKNOWN;
    };
  }
}
