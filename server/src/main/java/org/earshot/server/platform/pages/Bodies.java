package org.earshot.server.platform.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.earshot.server.platform.db.Database;
import org.jdbi.v3.core.Handle;

/// The body's settings, read again from the database every few seconds so that a change on one node
/// reaches the others. Empty until the first run page has been filled in.
@Startup
@ApplicationScoped
public class Bodies {

  private final Database database;
  private final ObjectMapper json;
  private volatile Optional<Body> seen = Optional.empty();

  Bodies(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public Optional<Body> find() {
    return seen;
  }

  @PostConstruct
  @Scheduled(every = "3s")
  void refresh() {
    seen = database.read(this::read);
  }

  /// The body; fails before the first run page was filled in.
  public Body get() {
    return find()
        .orElseThrow(() -> new IllegalStateException("This instance has not been set up yet."));
  }

  /// Stores the body's settings in the caller's transaction.
  public void save(Handle handle, Body body) {
    try {
      handle
          .createUpdate(
              """
              INSERT INTO setting (key, value) VALUES ('body', CAST(:value AS jsonb))
              ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value
              """)
          .bind("value", json.writeValueAsString(body))
          .execute();
      handle.afterCommit(() -> seen = Optional.of(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Body> read(Handle handle) {
    return handle
        .createQuery("SELECT value::text FROM setting WHERE key = 'body'")
        .mapTo(String.class)
        .findOne()
        .map(
            text -> {
              try {
                return json.readValue(text, Body.class);
              } catch (JsonProcessingException e) {
                throw new IllegalStateException("The stored settings of the body", e);
              }
            });
  }
}
