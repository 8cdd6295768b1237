package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActListener;
import org.earshot.server.ledger.ActType;
import org.jdbi.v3.core.Handle;

/// Notices when a person adds to what they said: their case has changed for whom it is assigned to,
/// and a case that was set aside is owed a look again.
@Singleton
final class CaseFollower implements ActListener {

  private final Clock clock;

  CaseFollower(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void onActs(Handle handle, List<Act> acts) {
    List<UUID> voices =
        acts.stream()
            .filter(
                act -> act.type() == ActType.VOICE_ADDED || act.type() == ActType.VOICE_CORRECTED)
            .map(Act::subjectId)
            .distinct()
            .toList();
    if (!voices.isEmpty()) {
      new Cases(handle).changedByPerson(voices, clock.instant());
    }
  }
}
