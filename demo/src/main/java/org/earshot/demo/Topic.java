package org.earshot.demo;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something people in Riverbend talk about.
///
/// @param where how wide it is: `street` or `area`
/// @param weight how often needs grow from it
/// @param alone how often it is said by one person alone; set only where no need grows
/// @param tilt areas and segments that speak about it more or less, 1 is average
/// @param months the months in which it comes up more; empty for all year
/// @param citySize people in its one need of the whole town, per 60,000; 0 for none
/// @param stormSize the same for the storm week
/// @param outcome what its answers always come down to, where there is no choice
record Topic(
    String code,
    String service,
    String where,
    double weight,
    double alone,
    SortedMap<String, Double> tilt,
    List<Integer> months,
    int citySize,
    int cityMonth,
    int stormSize,
    boolean notOurs,
    boolean secret,
    boolean urgent,
    Optional<String> outcome) {

  static List<Topic> readAll() {
    return Sections.read("topics.txt").all().stream().map(Topic::from).toList();
  }

  private static Topic from(Sections.Section lines) {
    var tilt = new TreeMap<String, Double>();
    for (var key : List.of("areas", "people")) {
      var words = words(lines, key);
      for (int i = 0; i + 1 < words.size(); i += 2) {
        tilt.put(words.get(i), Double.parseDouble(words.get(i + 1)));
      }
    }
    var city = words(lines, "city");
    return new Topic(
        lines.name(),
        lines.get("service"),
        lines.get("where"),
        lines.number("weight", 0),
        lines.number("alone", 0),
        tilt,
        words(lines, "months").stream().map(Integer::valueOf).toList(),
        city.isEmpty() ? 0 : Integer.parseInt(city.get(0)),
        city.isEmpty() ? 0 : Integer.parseInt(city.get(1)),
        (int) lines.number("storm", 0),
        lines.find("not-ours").isPresent(),
        lines.find("private").isPresent(),
        lines.find("urgent").isPresent(),
        lines.find("outcome"));
  }

  private static List<String> words(Sections.Section lines, String key) {
    return lines.find(key).map(value -> List.of(value.split(" "))).orElse(List.of());
  }

  double tiltOf(String areaOrSegment) {
    return tilt.getOrDefault(areaOrSegment, 1.0);
  }

  double tiltIn(int month) {
    return months.isEmpty() ? 1 : months.contains(month) ? 1.7 : 0.3;
  }

  boolean inStreets() {
    return where.equals("street");
  }
}
