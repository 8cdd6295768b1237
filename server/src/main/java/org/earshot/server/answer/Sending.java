package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.pages.Bodies;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Gives answers to everybody they are for: a delivery for each person, their cases answered, and
/// the acts for the ledger.
@Singleton
final class Sending {

  /// A sent answer with what of it the ledger keeps.
  ///
  /// @param fallback the language for those in whose own there are no words
  record Sent(
      UUID answer,
      AnswerTo to,
      Outcome outcome,
      Map<String, String> words,
      UUID author,
      String fallback,
      Instant at) {

    Sent {
      words = Map.copyOf(words);
    }
  }

  /// What giving answers led to.
  record Given(List<Deliveries.Delivery> deliveries, List<NewAct> acts) {

    Given {
      deliveries = List.copyOf(deliveries);
      acts = List.copyOf(acts);
    }
  }

  private final Bodies bodies;

  Sending(Bodies bodies) {
    this.bodies = bodies;
  }

  /// Answers of the past: on the receipt pages, with nothing sent anywhere.
  List<NewAct> giveQuietly(Handle handle, List<PastAct.Answered> acts) {
    new Answers(handle).insertSent(acts);
    var sent =
        acts.stream()
            .map(
                act ->
                    new Sent(
                        act.answer(),
                        act.to(),
                        act.outcome(),
                        act.words(),
                        act.author(),
                        fallback(act.words()),
                        act.at()))
            .toList();
    return give(handle, sent, true, null).acts();
  }

  /// The same answer for people who joined its need after it was given.
  List<NewAct> giveLater(Handle handle, List<PastAct.AlsoGiven> acts) {
    var answers = new Answers(handle);
    var done = new java.util.ArrayList<NewAct>();
    for (var act : acts) {
      var sent = answers.getSent(act.answer(), this::fallback);
      done.addAll(give(handle, List.of(sent), true, act.at()).acts());
    }
    return done;
  }

  /// Gives sent answers to everybody behind them who does not have them yet.
  ///
  /// @param quietly whether the receipt page is the only way
  /// @param later when these people are given an answer that others got before; null: with the
  ///   others
  Given give(Handle handle, List<Sent> sent, boolean quietly, @Nullable Instant later) {
    var deliveries = new Deliveries(handle).insert(sent, quietly, later);
    new Cases(handle).answered(deliveries);
    var byAnswer = new HashMap<UUID, Sent>();
    sent.forEach(one -> byAnswer.put(one.answer(), one));
    var acts = new ArrayList<NewAct>(deliveries.size() + sent.size());
    if (later == null) {
      sent.forEach(one -> acts.add(answerGiven(one)));
    }
    for (var delivery : deliveries) {
      var answer = java.util.Objects.requireNonNull(byAnswer.get(delivery.answer()));
      acts.add(
          NewAct.aboutVoice(
              ActType.VOICE_ANSWERED,
              delivery.voice(),
              Actor.staff(answer.author()),
              delivery.at(),
              Map.of(
                  "answer", answer.answer().toString(),
                  "outcome", answer.outcome().code(),
                  "language", delivery.language())));
    }
    return new Given(deliveries, acts);
  }

  private static NewAct answerGiven(Sent sent) {
    var payload = new HashMap<String, Object>();
    payload.put("outcome", sent.outcome().code());
    payload.put("words", new TreeMap<>(sent.words()));
    switch (sent.to()) {
      case AnswerTo.Voice(var voice) -> payload.put("voice", voice.toString());
      case AnswerTo.Need(var need) -> payload.put("need", need.toString());
    }
    return new NewAct(
        ActType.ANSWER_GIVEN,
        "answer",
        sent.answer(),
        Actor.staff(sent.author()),
        sent.at(),
        payload);
  }

  /// The language that people get when there are no words in theirs: the first of the body's
  /// languages that the answer has.
  String fallback(Map<String, String> words) {
    var preferred =
        bodies.find().map(body -> body.languages()).orElse(List.of(Language.values())).stream()
            .map(Language::code)
            .filter(words::containsKey)
            .findFirst();
    return preferred.orElseGet(() -> words.keySet().stream().sorted().findFirst().orElseThrow());
  }
}
