package org.earshot.server.publish;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.earshot.server.platform.jobs.Jobs;
import org.earshot.server.platform.pages.Bodies;

/// Counts what is owed every five minutes.
@Singleton
final class DebtJob {

  private final Debts debts;
  private final Bodies bodies;
  private final Jobs jobs;

  DebtJob(Debts debts, Bodies bodies, Jobs jobs) {
    this.debts = debts;
    this.bodies = bodies;
    this.jobs = jobs;
  }

  @Scheduled(
      every = "5m",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    if (bodies.find().isPresent()) {
      jobs.runAlone("debt", debts::count);
    }
  }
}
