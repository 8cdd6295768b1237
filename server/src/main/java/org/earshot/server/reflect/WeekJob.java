package org.earshot.server.reflect;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.earshot.server.platform.jobs.Jobs;
import org.earshot.server.platform.pages.Bodies;

/// Counts the leader's week every five minutes.
@Singleton
final class WeekJob {

  private final Weeks weeks;
  private final Bodies bodies;
  private final Jobs jobs;

  WeekJob(Weeks weeks, Bodies bodies, Jobs jobs) {
    this.weeks = weeks;
    this.bodies = bodies;
    this.jobs = jobs;
  }

  @Scheduled(
      every = "5m",
      delayed = "40s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    if (bodies.find().isPresent()) {
      jobs.runAlone("week", weeks::count);
    }
  }
}
