package org.earshot.representation.weighting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earshot.representation.ReferenceData;

/// The published samples of California schools, with weights computed by R survey 4.1-1.
record CaliforniaSchools(List<Map<String, String>> rows, List<Margin> margins, Sample sample) {

  static CaliforniaSchools read(String people, String margins) {
    var rows = ReferenceData.rows(ReferenceData.path("raking/" + people));
    var byDimension = new LinkedHashMap<String, List<Map<String, String>>>();
    for (var row : ReferenceData.rows(ReferenceData.path("raking/" + margins))) {
      byDimension.computeIfAbsent(row.get("margin"), _ -> new ArrayList<>()).add(row);
    }
    var read = new ArrayList<Margin>();
    byDimension.forEach(
        (dimension, levels) ->
            read.add(
                new Margin(
                    dimension,
                    levels.stream().map(row -> row.get("level")).toList(),
                    levels.stream().map(row -> Double.valueOf(row.get("target"))).toList())));
    var codes = new int[read.size()][rows.size()];
    var base = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < read.size(); j++) {
        codes[j][i] = read.get(j).levels().indexOf(rows.get(i).get(read.get(j).dimension()));
      }
      base[i] = Double.parseDouble(rows.get(i).get("design_w"));
    }
    return new CaliforniaSchools(rows, read, Sample.of(codes, base));
  }

  double[] column(String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }
}
