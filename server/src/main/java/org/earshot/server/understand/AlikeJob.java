package org.earshot.server.understand;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.jobs.Jobs;
import org.earshot.server.platform.pages.Bodies;

/// Looks every minute, on one node, for new voices that look alike.
@Singleton
final class AlikeJob {

  private static final int LOOKED_AT = 2_000;

  private final Jobs jobs;
  private final Database database;
  private final Places places;
  private final Bodies bodies;
  private final Clock clock;

  AlikeJob(Jobs jobs, Database database, Places places, Bodies bodies, Clock clock) {
    this.jobs = jobs;
    this.database = database;
    this.places = places;
    this.bodies = bodies;
    this.clock = clock;
  }

  @Scheduled(
      every = "60s",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    if (bodies.find().isPresent()) {
      jobs.runAlone("alike", this::lookNow);
    }
  }

  void lookNow() {
    for (var service : places.services()) {
      var texts =
          database.read(handle -> new AlikeRows(handle).newestUnlinked(service.id(), LOOKED_AT));
      var groups = AlikeFinder.find(texts.reversed());
      var at = clock.instant();
      database.useTransaction(handle -> new AlikeRows(handle).replace(service.id(), groups, at));
    }
  }
}
