package org.earshot.server.ledger;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/// Signs what was appended since the last second.
@Singleton
final class CheckpointJob {

  private final RecordLog log;

  CheckpointJob(RecordLog log) {
    this.log = log;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sign() {
    log.signCheckpoint();
  }
}
