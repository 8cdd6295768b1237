package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActListener;
import org.earshot.server.ledger.ActType;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;

/// Keeps cases in step with what happens to their voices: when a person adds to what they said, the
/// case has changed for whom it is assigned to, and one that was set aside is owed a look again;
/// when a voice joins or leaves a need, the case knows it.
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
    var needs = new LinkedHashMap<UUID, Optional<UUID>>(); // of each voice, the last act counts
    for (var act : acts) {
      if (act.type() == ActType.NEED_LEFT) {
        needs.put(act.subjectId(), Optional.empty());
      } else if (act.type() == ActType.NEED_JOINED) {
        needs.put(act.subjectId(), Optional.of(Needs.needOf(act.payload())));
      }
    }
    if (!needs.isEmpty()) {
      new Cases(handle).belongTo(needs);
    }
  }
}
