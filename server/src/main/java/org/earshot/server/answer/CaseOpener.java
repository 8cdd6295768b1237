package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActListener;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.listen.Intake;
import org.earshot.server.places.Places;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.jdbi.v3.core.Handle;

/// Opens a case with a promised date for every voice that is heard, in the same transaction: no
/// voice is ever without somebody who owes it an answer.
@Singleton
final class CaseOpener implements ActListener {

  private record Start(UUID service, LocalDate day) {}

  private final Ledger ledger;
  private final Places places;
  private final Bodies bodies;

  CaseOpener(Ledger ledger, Places places, Bodies bodies) {
    this.ledger = ledger;
    this.places = places;
    this.bodies = bodies;
  }

  @Override
  public void onActs(Handle handle, List<Act> acts) {
    var heard = acts.stream().filter(act -> act.type() == ActType.VOICE_HEARD).toList();
    if (heard.isEmpty()) {
      return;
    }
    var zone = bodies.find().map(Body::zone).orElse(ZoneId.of("UTC"));
    Map<Start, LocalDate> promises = new HashMap<>();
    var cases =
        heard.stream()
            .map(
                act -> {
                  var service = Intake.serviceOf(act.payload());
                  var history = Boolean.TRUE.equals(act.payload().get("history"));
                  var day = act.at().atZone(zone).toLocalDate();
                  var promised =
                      promises.computeIfAbsent(
                          new Start(service, day),
                          start -> places.promise(start.service(), start.day()));
                  return new NewCase(
                      act.subjectId(),
                      service,
                      !history,
                      Boolean.TRUE.equals(act.payload().get("urgent")),
                      act.at(),
                      promised);
                })
            .toList();
    new Cases(handle).insert(cases);
    ledger.append(
        handle,
        cases.stream()
            .map(
                opened ->
                    NewAct.aboutVoice(
                        ActType.CASE_OPENED,
                        opened.voice(),
                        Actor.system(),
                        opened.openedAt(),
                        Map.of("promised", opened.promisedOn().toString())))
            .toList());
  }
}
