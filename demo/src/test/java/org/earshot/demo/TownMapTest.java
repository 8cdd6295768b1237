package org.earshot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The twelve districts cover the town without gaps and without overlaps.
class TownMapTest {

  private static final Pattern POINT = Pattern.compile("\\[(-?[0-9.]+),([0-9.]+)]");
  private final Community riverbend = Community.of(1, LocalDate.of(2026, 6, 30), 1);

  private record Point(double longitude, double latitude) {}

  private record Side(Point from, Point to) {

    Side reversed() {
      return new Side(to, from);
    }

    double shoelace() {
      return (from.longitude * to.latitude - to.longitude * from.latitude) / 2;
    }
  }

  private static List<Side> sides(String geometry) {
    var points = new ArrayList<Point>();
    var matcher = POINT.matcher(geometry);
    while (matcher.find()) {
      points.add(
          new Point(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))));
    }
    var sides = new ArrayList<Side>();
    for (int i = 1; i < points.size(); i++) {
      sides.add(new Side(points.get(i - 1), points.get(i)));
    }
    return sides;
  }

  @Test
  void closesEveryDistrict() {
    assertThat(riverbend.areas()).hasSize(12);
    for (var area : riverbend.areas()) {
      var sides = sides(area.geometry());
      assertThat(area.geometry()).startsWith("{\"type\":\"Polygon\"");
      assertThat(sides.getFirst().from()).isEqualTo(sides.getLast().to());
      assertThat(sides.stream().mapToDouble(Side::shoelace).sum()).as(area.code()).isPositive();
    }
  }

  @Test
  void joinsDistrictsSideBySide() {
    var used = new HashMap<Side, Integer>();
    double areas = 0;
    for (var area : riverbend.areas()) {
      for (var side : sides(area.geometry())) {
        used.merge(side, 1, Integer::sum);
        areas += side.shoelace();
      }
    }
    assertThat(used.values()).as("no side belongs to two on the same hand").containsOnly(1);
    var outline = new HashSet<>(used.keySet());
    outline.removeIf(side -> used.containsKey(side.reversed()));
    var froms = outline.stream().map(Side::from).distinct().toList();
    assertThat(froms).as("one ring goes round the town").hasSameSizeAs(outline);
    assertThat(outline.stream().mapToDouble(Side::shoelace).sum()).isCloseTo(areas, within(1e-12));
    assertThat(outline.size()).isLessThan(used.size() / 2);
  }

  @Test
  void letsTheRiverRunBetweenDistricts() {
    var sides = new HashSet<Side>();
    riverbend.areas().forEach(area -> sides.addAll(sides(area.geometry())));
    assertThat(sides(riverbend.river()))
        .hasSizeGreaterThan(20)
        .allMatch(side -> sides.contains(side) && sides.contains(side.reversed()));
  }
}
