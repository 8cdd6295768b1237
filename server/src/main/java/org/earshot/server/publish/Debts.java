package org.earshot.server.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.jobs.KeptFigures;
import org.earshot.server.platform.pages.Bodies;
import org.jdbi.v3.core.Handle;

/// What is owed: counted every few minutes for staff, frozen once a day for everybody.
@ApplicationScoped
public class Debts {

  private static final String LIVE = "debt-live";
  private static final String PUBLIC = "debt";

  private final Database database;
  private final Bodies bodies;
  private final Places places;
  private final ObjectMapper json;
  private final Clock clock;
  private final DebtTables tables;
  private volatile Optional<PublicDebt> published = Optional.empty();

  Debts(
      Database database,
      Bodies bodies,
      Places places,
      ObjectMapper json,
      Clock clock,
      DebtTables tables) {
    this.database = database;
    this.bodies = bodies;
    this.places = places;
    this.json = json;
    this.clock = clock;
    this.tables = tables;
  }

  /// Counts anew; the first count of a day is also what the public sees all day.
  public void count() {
    var zone = bodies.get().zone();
    var now = clock.instant();
    var today = now.atZone(zone).toLocalDate();
    var dimensions = new LinkedHashMap<String, UUID>();
    places.dimensions().forEach(dimension -> dimensions.put(dimension.code(), dimension.id()));
    database.useTransaction(
        handle -> {
          var report = new DebtCounts(handle, now, today).count(dimensions);
          var figures = new KeptFigures(handle);
          figures.replace(today, LIVE, write(report));
          figures.freeze(today, PUBLIC, write(SmallNumbers.hide(report, today)));
        });
    readPublic();
  }

  public Optional<DebtReport> findLive() {
    return database.read(handle -> newest(handle, LIVE, DebtReport.class));
  }

  /// What is published, as this node last read it; never asks the database.
  Optional<PublicDebt> lastPublic() {
    return published;
  }

  @Scheduled(every = "1m")
  void readPublic() {
    published = findPublic();
  }

  public Optional<PublicDebt> findPublic() {
    return database.read(handle -> newest(handle, PUBLIC, PublicDebt.class));
  }

  /// One table of the live count, with names as the reader reads them.
  public Optional<DebtTable> findLiveTable(String by, Reader reader) {
    return findLive()
        .flatMap(
            report ->
                tables.of(report, reader).stream()
                    .filter(table -> table.by().equals(by))
                    .findFirst());
  }

  private <T> Optional<T> newest(Handle handle, String name, Class<T> type) {
    return new KeptFigures(handle)
        .findNewest(name)
        .map(
            text -> {
              try {
                return json.readValue(text, type);
              } catch (JsonProcessingException e) {
                throw new IllegalStateException("The stored figure " + name, e);
              }
            });
  }

  private String write(Object figure) {
    try {
      return json.writeValueAsString(figure);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
