package org.earshot.server.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The SQL of services, their holidays and the words that mean danger. Runs in the caller's
/// transaction; holds no rules.
final class Services {

  @Language("SQL")
  private static final String LIST =
      """
      SELECT id, code, names::text AS names, descriptions::text AS descriptions, front_desk,
             working_days, promise_days, four_eyes, closed_at IS NOT NULL AS closed
        FROM service
       ORDER BY front_desk DESC, position
      """;

  @Language("SQL")
  private static final String ADD =
      """
      INSERT INTO service (id, code, names, descriptions, front_desk, working_days, promise_days,
                           four_eyes, closed_at, position)
      VALUES (:id, :code, CAST(:names AS jsonb), CAST(:descriptions AS jsonb), :frontDesk,
              :workingDays, :promiseDays, :fourEyes, CASE WHEN :closed THEN now() END,
              (SELECT coalesce(max(position), 0) + 1 FROM service))
      """;

  @Language("SQL")
  private static final String CHANGE =
      """
      UPDATE service
         SET code = :code, names = CAST(:names AS jsonb),
             descriptions = CAST(:descriptions AS jsonb), front_desk = :frontDesk,
             working_days = :workingDays, promise_days = :promiseDays, four_eyes = :fourEyes,
             closed_at = CASE WHEN :closed THEN coalesce(closed_at, now()) END
       WHERE id = :id
      """;

  private final Handle handle;

  Services(Handle handle) {
    this.handle = handle;
  }

  List<Service> list() {
    return handle.createQuery(LIST).map((row, _) -> service(row)).list();
  }

  private static Service service(ResultSet row) throws SQLException {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var day : (Integer[]) row.getArray("working_days").getArray()) {
      days.add(DayOfWeek.of(day));
    }
    return new Service(
        row.getObject("id", UUID.class),
        row.getString("code"),
        Names.ofJson(row.getString("names")),
        Names.ofJson(row.getString("descriptions")),
        row.getBoolean("front_desk"),
        days,
        row.getInt("promise_days"),
        row.getBoolean("four_eyes"),
        row.getBoolean("closed"));
  }

  void add(Service service) {
    bind(handle.createUpdate(ADD), service).execute();
  }

  void change(Service service) {
    bind(handle.createUpdate(CHANGE), service).execute();
  }

  private static Update bind(Update update, Service service) {
    return update
        .bind("id", service.id())
        .bind("code", service.code())
        .bind("names", service.names().toJson())
        .bind("descriptions", service.descriptions().toJson())
        .bind("frontDesk", service.frontDesk())
        .bindArray(
            "workingDays",
            Integer.class,
            service.workingDays().stream().map(DayOfWeek::getValue).sorted().toArray())
        .bind("promiseDays", service.promiseDays())
        .bind("fourEyes", service.fourEyes())
        .bind("closed", service.closed());
  }

  /// Days off by service; those of every service under no service.
  Map<Optional<UUID>, List<LocalDate>> holidays() {
    var holidays = new HashMap<Optional<UUID>, List<LocalDate>>();
    handle
        .createQuery("SELECT service_id, day FROM holiday ORDER BY day")
        .map(
            (row, _) ->
                Map.entry(
                    Optional.ofNullable(row.getObject("service_id", UUID.class)),
                    row.getObject("day", LocalDate.class)))
        .forEach(
            entry ->
                holidays
                    .computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                    .add(entry.getValue()));
    return holidays;
  }

  void setHolidays(@Nullable UUID service, Collection<LocalDate> days) {
    handle
        .createUpdate("DELETE FROM holiday WHERE service_id IS NOT DISTINCT FROM CAST(:id AS uuid)")
        .bind("id", service)
        .execute();
    for (var day : days) {
      handle
          .createUpdate(
              "INSERT INTO holiday (service_id, day) VALUES (CAST(:id AS uuid), :day) ON CONFLICT DO NOTHING")
          .bind("id", service)
          .bind("day", day)
          .execute();
    }
  }

  Map<String, List<String>> urgentWords() {
    var words = new HashMap<String, List<String>>();
    handle
        .createQuery("SELECT language, word FROM urgent_word ORDER BY language, word")
        .map((row, _) -> Map.entry(row.getString("language"), row.getString("word")))
        .forEach(
            entry ->
                words
                    .computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                    .add(entry.getValue()));
    return words;
  }

  void setUrgentWords(String language, Collection<String> words) {
    handle
        .createUpdate("DELETE FROM urgent_word WHERE language = :language")
        .bind("language", language)
        .execute();
    for (var word : words) {
      handle
          .createUpdate(
              "INSERT INTO urgent_word (language, word) VALUES (:language, :word) ON CONFLICT DO NOTHING")
          .bind("language", language)
          .bind("word", word)
          .execute();
    }
  }
}
