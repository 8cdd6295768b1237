package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.places.Places;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.jdbi.v3.core.Handle;

/// The felt-heard check: stores what people said about their answers, and opens the case again of
/// those for whom it is not solved, with a new promise.
@Singleton
final class Checking {

  private final Places places;
  private final Bodies bodies;

  Checking(Places places, Bodies bodies) {
    this.places = places;
    this.bodies = bodies;
  }

  /// Gives the acts for the ledger. Checks of answers that the person never got are left out.
  List<NewAct> check(Handle handle, List<PastAct.Checked> checks) {
    var stored = new FeltHeardRows(handle).put(checks);
    var acts = new ArrayList<NewAct>(checks.size());
    var unsolved = new ArrayList<PastAct.Checked>();
    for (int i = 0; i < stored.length; i++) {
      var check = checks.get(i);
      if (stored[i] > 0) {
        acts.add(
            NewAct.aboutVoice(
                ActType.FELT_HEARD, check.voice(), Actor.person(), check.at(), payload(check)));
        if (Boolean.FALSE.equals(check.solved())) {
          unsolved.add(check);
        }
      }
    }
    acts.addAll(reopen(handle, unsolved));
    return acts;
  }

  private List<NewAct> reopen(Handle handle, List<PastAct.Checked> unsolved) {
    if (unsolved.isEmpty()) {
      return List.of();
    }
    var cases = new Cases(handle);
    var services = cases.servicesOf(unsolved.stream().map(PastAct.Checked::voice).toList());
    var zone = bodies.find().map(Body::zone).orElse(ZoneId.of("UTC"));
    var reopenings = new ArrayList<Cases.Reopening>();
    for (var check : unsolved) {
      var service = services.get(check.voice());
      if (service != null) {
        LocalDate promise = places.promise(service, check.at().atZone(zone).toLocalDate());
        reopenings.add(new Cases.Reopening(check.voice(), promise, check.at()));
      }
    }
    var done = cases.reopen(reopenings);
    var acts = new ArrayList<NewAct>();
    for (int i = 0; i < done.length; i++) {
      if (done[i] > 0) {
        var one = reopenings.get(i);
        acts.add(
            NewAct.aboutVoice(
                ActType.REOPENED,
                one.voice(),
                Actor.person(),
                one.at(),
                Map.of("promised", one.promisedOn().toString())));
      }
    }
    return acts;
  }

  private static Map<String, Object> payload(PastAct.Checked check) {
    var payload = new HashMap<String, Object>();
    payload.put("answer", check.answer().toString());
    if (check.score() != null) {
      payload.put("score", check.score());
    }
    if (check.solved() != null) {
      payload.put("solved", check.solved());
    }
    if (check.words() != null) {
      payload.put("words", check.words());
    }
    return payload;
  }
}
