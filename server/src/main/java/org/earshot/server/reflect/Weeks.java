package org.earshot.server.reflect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.jobs.KeptFigures;
import org.earshot.server.platform.pages.Bodies;

/// The leader's week: counted by a job, read by the page.
@ApplicationScoped
public class Weeks {

  private static final String NAME = "week-live";

  private final Database database;
  private final Bodies bodies;
  private final ObjectMapper json;
  private final Clock clock;

  Weeks(Database database, Bodies bodies, ObjectMapper json, Clock clock) {
    this.database = database;
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /// Counts anew.
  public void count() {
    var now = clock.instant();
    var today = now.atZone(bodies.get().zone()).toLocalDate();
    database.useTransaction(
        handle -> {
          var report = new WeekCounts(handle, now, today).count();
          try {
            new KeptFigures(handle).replace(today, NAME, json.writeValueAsString(report));
          } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  Optional<WeekReport> find() {
    return database
        .read(handle -> new KeptFigures(handle).findNewest(NAME))
        .map(
            text -> {
              try {
                return json.readValue(text, WeekReport.class);
              } catch (JsonProcessingException e) {
                throw new IllegalStateException("The stored week", e);
              }
            });
  }
}
