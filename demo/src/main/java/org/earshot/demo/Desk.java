package org.earshot.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The city's services and the people who work there.
final class Desk {

  /// A caseworker, and how many of their answers are written as one would speak to a neighbour.
  record Caseworker(DemoStaff staff, double warmth) {}

  /// A service, and how long its answers take against what it promised.
  record Office(DemoService service, double pace, List<Caseworker> caseworkers) {}

  private final SortedMap<String, Office> offices = new TreeMap<>();
  private final List<DemoService> services = new ArrayList<>();
  private final List<DemoStaff> staff = new ArrayList<>();

  Desk(Languages languages, WorkingDays calendar) {
    var lines = Sections.read("offices.txt").all();
    var caseworkers = new ArrayList<Caseworker>();
    for (var line : lines) {
      if (line.name().startsWith("staff.")) {
        var member =
            new DemoStaff(
                line.name().substring("staff.".length()),
                line.get("name"),
                line.get("public"),
                line.get("role"),
                List.of(line.get("services").split(" ")));
        staff.add(member);
        if (member.role().equals("caseworker")) {
          caseworkers.add(new Caseworker(member, line.number("warmth", 1)));
        }
      }
    }
    for (var line : lines) {
      if (line.name().startsWith("service.")) {
        var code = line.name().substring("service.".length());
        var service =
            new DemoService(
                code,
                languages.name(code),
                languages.texts("services", code),
                WorkingDays.WEEK,
                calendar.holidays(),
                (int) line.number("promise", 10));
        services.add(service);
        var here = caseworkers.stream().filter(c -> c.staff.services().contains(code)).toList();
        offices.put(code, new Office(service, line.number("pace", 1), here));
      }
    }
  }

  List<DemoService> services() {
    return services;
  }

  List<DemoStaff> staff() {
    return staff;
  }

  Office of(Topic topic) {
    var office = offices.get(topic.service());
    if (office == null) {
      throw new IllegalArgumentException(
          "Topic %s names no service: %s.".formatted(topic.code(), topic.service()));
    }
    return office;
  }
}
