package org.earshot.server.office;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earshot.server.places.Service;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.pages.Form;

/// The form of one service.
final class ServiceForm {

  private static final int MOST_NAME = 100;
  private static final int MOST_DESCRIPTION = 500;

  private ServiceForm() {}

  static Form of(Service service, List<LocalDate> holidays) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (var language : Language.values()) {
      fields.put("name-" + language.code(), List.of(service.names().exactlyIn(language)));
      fields.put(
          "description-" + language.code(), List.of(service.descriptions().exactlyIn(language)));
    }
    fields.put("days", List.of(Integer.toString(service.promiseDays())));
    fields.put(
        "weekday",
        service.workingDays().stream().map(day -> Integer.toString(day.getValue())).toList());
    fields.put(
        "holidays",
        List.of(holidays.stream().map(Object::toString).collect(Collectors.joining("\n"))));
    if (service.fourEyes()) {
      fields.put("fourEyes", List.of("yes"));
    }
    if (service.closed()) {
      fields.put("closed", List.of("yes"));
    }
    return Form.of(fields);
  }

  /// The service as the form wants it; nothing when something is wrong.
  static Optional<Service> read(
      Form form, Checks checks, Service before, List<Language> languages) {
    var names = before.names();
    var descriptions = before.descriptions();
    for (var language : languages) {
      var name = form.text("name-" + language.code());
      var description = form.text("description-" + language.code());
      if (name.length() > MOST_NAME) {
        checks.wrong("name-" + language.code(), "long", MOST_NAME);
      }
      if (description.length() > MOST_DESCRIPTION) {
        checks.wrong("description-" + language.code(), "long", MOST_DESCRIPTION);
      }
      names = names.with(language, name);
      descriptions = descriptions.with(language, description);
    }
    if (names.isEmpty()) {
      checks.wrong("name-" + languages.getFirst().code(), "empty.serviceName");
    }
    int days = checks.number("days", form.text("days"), 1, 250);
    var weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (form.has("weekday", Integer.toString(day.getValue()))) {
        weekdays.add(day);
      }
    }
    if (weekdays.isEmpty()) {
      checks.wrong("weekday", "weekday");
    }
    if (!checks.good()) {
      return Optional.empty();
    }
    boolean closed = form.has("closed") && !before.frontDesk();
    return Optional.of(
        new Service(
            before.id(),
            before.code(),
            names,
            descriptions,
            before.frontDesk(),
            weekdays,
            days,
            form.has("fourEyes"),
            closed));
  }
}
