package org.earshot.server.testing;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.places.Names;
import org.earshot.server.places.Places;
import org.earshot.server.places.PlacesEditor;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;

/// A body with a front desk, set up once for all tests that need one.
@Singleton
public final class SmallTown {

  private final Database database;
  private final Bodies bodies;
  private final Places places;
  private final PlacesEditor editor;

  SmallTown(Database database, Bodies bodies, Places places, PlacesEditor editor) {
    this.database = database;
    this.bodies = bodies;
    this.places = places;
    this.editor = editor;
  }

  /// The front desk's id; makes the town when it is not there yet.
  public synchronized UUID frontDesk() {
    if (bodies.find().isEmpty()) {
      database.useTransaction(
          handle -> {
            bodies.save(
                handle,
                new Body(
                    "Smalltown Council",
                    "Smalltown",
                    List.of(Language.values()),
                    ZoneId.of("Europe/London"),
                    "112",
                    "http://localhost:8081",
                    "hello@smalltown.example",
                    false));
            editor.addService(
                handle,
                "front-desk",
                new Names(Map.of("en", "Front desk")),
                Names.none(),
                true,
                10);
          });
    }
    return places.frontDesk().id();
  }

  /// Another service; made when it is not there yet.
  ///
  /// @param fourEyes whether its answers need a second look
  public synchronized UUID service(String code, boolean fourEyes) {
    frontDesk();
    var known = places.findService(code);
    if (known.isPresent()) {
      return known.get().id();
    }
    database.useTransaction(
        handle -> {
          var added =
              editor.addService(
                  handle, code, new Names(Map.of("en", code)), Names.none(), false, 5);
          handle
              .createUpdate("UPDATE service SET four_eyes = :fourEyes WHERE id = :id")
              .bind("id", added.id())
              .bind("fourEyes", fourEyes)
              .execute();
        });
    return places.findService(code).orElseThrow().id();
  }
}
