package org.earshot.server.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What the town's own names have become in the database.
final class TownIds {

  private final Map<String, UUID> services = new HashMap<>();
  private final Map<String, UUID> areas = new HashMap<>();
  private final Map<String, UUID> segments = new HashMap<>();
  private final Map<String, UUID> staff = new HashMap<>();
  private final Map<String, String> homeService = new HashMap<>();
  private final Map<String, UUID> needs = new HashMap<>();

  void service(String code, UUID id) {
    services.put(code, id);
  }

  void area(String code, UUID id) {
    areas.put(code, id);
  }

  void segment(String code, UUID id) {
    segments.put(code, id);
  }

  void staff(String login, UUID id, String service) {
    staff.put(login, id);
    homeService.put(login, service);
  }

  void need(String key, UUID id) {
    needs.put(key, id);
  }

  UUID service(String code) {
    return known(services, code);
  }

  UUID area(String code) {
    return known(areas, code);
  }

  UUID segment(String code) {
    return known(segments, code);
  }

  UUID staff(String login) {
    return known(staff, login);
  }

  /// The service that a member of staff mostly works for.
  UUID serviceOfStaff(String login) {
    return service(homeService.getOrDefault(login, "front-desk"));
  }

  UUID need(String key) {
    return known(needs, key);
  }

  private static UUID known(Map<String, UUID> ids, String key) {
    var id = ids.get(key);
    if (id == null) {
      throw new IllegalStateException("The town speaks of '%s' but has none.".formatted(key));
    }
    return id;
  }
}
