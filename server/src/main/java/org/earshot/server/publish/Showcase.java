package org.earshot.server.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.pages.Bodies;
import org.jspecify.annotations.Nullable;

/// "You said, we did": the needs that the body shows to everybody, and what it answered.
@ApplicationScoped
public class Showcase {

  private final Database database;
  private final Bodies bodies;
  private final Clock clock;

  Showcase(Database database, Bodies bodies, Clock clock) {
    this.database = database;
    this.bodies = bodies;
    this.clock = clock;
  }

  List<PublicNeed> list(@Nullable UUID service, @Nullable UUID area, long before, int limit) {
    return database.read(
        handle -> new PublicNeeds(handle, dayStart()).list(service, area, before, limit));
  }

  Optional<PublicNeed.Whole> find(long number, Reader reader) {
    return database.read(
        handle -> {
          var needs = new PublicNeeds(handle, dayStart());
          return needs.find(number).map(need -> whole(needs, need, reader));
        });
  }

  private static PublicNeed.Whole whole(PublicNeeds needs, PublicNeed need, Reader reader) {
    var heard = needs.feltHeard(need.id());
    boolean enough =
        heard[1] >= SmallNumbers.FEWEST
            && !SmallNumbers.isSmall(heard[0])
            && !SmallNumbers.isSmall(heard[1] - heard[0]);
    return new PublicNeed.Whole(
        need,
        needs.answers(need.id(), reader.language().code()),
        needs.quotes(need.id()),
        enough ? (Integer) (int) Math.round(100.0 * heard[0] / heard[1]) : null);
  }

  private Instant dayStart() {
    var zone = bodies.get().zone();
    return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }
}
