package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.NewAct;
import org.jdbi.v3.core.Handle;

/// What can be done with cases, one or a thousand at once: changes them and gives the acts that the
/// caller appends to the ledger at the end of the transaction.
@Singleton
final class CaseActs {

  List<NewAct> acknowledge(Handle handle, List<PastAct.Acknowledged> acts) {
    var done = new Cases(handle).acknowledge(acts);
    return each(
        acts, done, act -> act(ActType.CASE_ACKNOWLEDGED, act.voice(), act.by(), act, Map.of()));
  }

  List<NewAct> assign(Handle handle, List<PastAct.Assigned> acts) {
    var done = new Cases(handle).assign(acts);
    return each(
        acts,
        done,
        act ->
            act(
                ActType.CASE_ASSIGNED,
                act.voice(),
                act.by(),
                act,
                Map.of("to", act.to().toString())));
  }

  /// The promise stays as it was given: the person need not know how the body is divided.
  List<NewAct> transfer(Handle handle, List<PastAct.Transferred> acts) {
    var before = new Cases(handle).servicesOf(voices(acts, PastAct.Transferred::voice));
    var done = new Cases(handle).transfer(acts);
    return each(
        acts,
        done,
        act ->
            act(
                ActType.CASE_TRANSFERRED,
                act.voice(),
                act.by(),
                act,
                Map.of(
                    "from", String.valueOf(before.get(act.voice())),
                    "to", act.service().toString())));
  }

  List<NewAct> movePromise(Handle handle, List<PastAct.PromiseMoved> acts) {
    var done = new Cases(handle).movePromise(acts);
    return each(
        acts,
        done,
        act ->
            act(
                ActType.PROMISE_MOVED,
                act.voice(),
                act.by(),
                act,
                Map.of("to", act.to().toString(), "because", act.reason())));
  }

  List<NewAct> await(Handle handle, List<PastAct.Waiting> acts) {
    var done = new Cases(handle).await(acts);
    return each(
        acts,
        done,
        act ->
            act(ActType.CASE_WAITING, act.voice(), act.by(), act, Map.of("for", act.waitingFor())));
  }

  List<NewAct> note(Handle handle, List<PastAct.Noted> acts) {
    new CaseNotes(handle).insert(acts);
    return acts.stream()
        .map(act -> act(ActType.CASE_NOTED, act.voice(), act.by(), act, Map.of()))
        .toList();
  }

  private static <T> List<UUID> voices(List<T> acts, Function<T, UUID> voice) {
    return acts.stream().map(voice).toList();
  }

  private static NewAct act(
      ActType type, UUID voice, UUID by, PastAct act, Map<String, Object> payload) {
    return NewAct.aboutVoice(type, voice, Actor.staff(by), act.at(), payload);
  }

  /// The acts of those changes that took effect.
  private static <T> List<NewAct> each(List<T> acts, int[] done, Function<T, NewAct> act) {
    var news = new ArrayList<NewAct>(acts.size());
    for (int i = 0; i < done.length; i++) {
      if (done[i] > 0) {
        news.add(act.apply(acts.get(i)));
      }
    }
    return news;
  }
}
