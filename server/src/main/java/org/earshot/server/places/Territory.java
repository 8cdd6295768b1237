package org.earshot.server.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Everything about places at one moment, with what is derived from it; never changes.
final class Territory {

  final String version;
  final List<Area> areas;
  final List<Dimension> dimensions;
  final List<Service> services;
  final Map<Optional<UUID>, List<LocalDate>> holidays;
  final Map<String, List<String>> urgentWords;
  final Optional<AreaMap> map;
  private final Map<UUID, Shape> shapes = new LinkedHashMap<>();
  private final Map<List<Object>, Long> margins;
  private final Map<UUID, WorkingCalendar> calendars = new HashMap<>();
  private final UrgentWords urgent;

  private Territory(String version, Handle handle) {
    this.version = version;
    this.areas = new Areas(handle).list();
    this.dimensions = new Dimensions(handle).list();
    this.margins = new Dimensions(handle).margins();
    var sql = new Services(handle);
    this.services = sql.list();
    this.holidays = sql.holidays();
    this.urgentWords = sql.urgentWords();
    this.urgent = new UrgentWords(urgentWords);
    for (var area : areas) {
      var shape = area.shapeGeoJson();
      if (shape != null) {
        shapes.put(area.id(), Shape.ofGeoJson(shape));
      }
    }
    this.map = AreaMap.of(areas, shapes);
    for (var service : services) {
      var off = new ArrayList<>(holidays.getOrDefault(Optional.<UUID>empty(), List.of()));
      off.addAll(holidays.getOrDefault(Optional.of(service.id()), List.of()));
      calendars.put(service.id(), new WorkingCalendar(service.workingDays(), off));
    }
  }

  static Territory read(Handle handle) {
    return new Territory(version(handle), handle);
  }

  static String version(Handle handle) {
    return handle
        .createQuery("SELECT value::text FROM setting WHERE key = 'territory-version'")
        .mapTo(String.class)
        .findOne()
        .orElse("none");
  }

  Optional<Area> areaAt(double longitude, double latitude) {
    return areas.stream()
        .filter(
            area -> {
              var shape = shapes.get(area.id());
              return shape != null && shape.contains(longitude, latitude);
            })
        .findFirst();
  }

  /// The census count; for everybody, the sum over the areas when only those were counted.
  Optional<Long> population(UUID segment, @Nullable UUID area) {
    var own = margins.get(Dimensions.key(new Margin(segment, area, 0)));
    if (own != null || area != null) {
      return Optional.ofNullable(own);
    }
    var parts =
        margins.entrySet().stream()
            .filter(entry -> entry.getKey().getFirst().equals(segment))
            .mapToLong(Map.Entry::getValue)
            .toArray();
    return parts.length == 0 ? Optional.empty() : Optional.of(java.util.Arrays.stream(parts).sum());
  }

  WorkingCalendar calendar(UUID service) {
    var calendar = calendars.get(service);
    if (calendar == null) {
      throw new IllegalArgumentException("There is no service %s.".formatted(service));
    }
    return calendar;
  }

  boolean mayBeUrgent(String language, String words) {
    return urgent.areIn(language, words);
  }
}
