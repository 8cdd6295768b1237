package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.listen.VoiceBook;
import org.earshot.server.platform.mail.MessageOutcome;
import org.earshot.server.platform.mail.Outbox;
import org.earshot.server.platform.mail.OutcomeListener;
import org.earshot.server.platform.mail.OutgoingMessage;
import org.jdbi.v3.core.Handle;

/// Puts answers into the outbox for those whose contact is confirmed, and notes in the ledger what
/// became of each.
@Singleton
final class Mailing implements OutcomeListener {

  static final String PURPOSE = "answer";

  private final Outbox outbox;
  private final VoiceBook voices;
  private final AnswerMessages messages;
  private final Ledger ledger;

  Mailing(Outbox outbox, VoiceBook voices, AnswerMessages messages, Ledger ledger) {
    this.outbox = outbox;
    this.voices = voices;
    this.messages = messages;
    this.ledger = ledger;
  }

  /// Writes a message for each delivery that leaves the house.
  void post(Handle handle, List<Deliveries.Delivery> deliveries) {
    var leaving =
        deliveries.stream().filter(delivery -> !delivery.channel().equals("receipt")).toList();
    if (leaving.isEmpty()) {
      return;
    }
    var addressees =
        voices.listAddressees(handle, leaving.stream().map(Deliveries.Delivery::voice).toList());
    Map<UUID, AnswerFile> answers = new HashMap<>();
    var news = new ArrayList<OutgoingMessage>(leaving.size());
    for (var delivery : leaving) {
      var answer =
          answers.computeIfAbsent(
              delivery.answer(), id -> new Drafts(handle).find(id).orElseThrow());
      var addressee = addressees.get(delivery.voice());
      if (addressee != null) {
        news.add(messages.write(handle, answer, delivery, addressee));
      }
    }
    outbox.add(handle, news);
  }

  @Override
  public void onOutcomes(Handle handle, List<MessageOutcome> outcomes) {
    var acts = new ArrayList<NewAct>();
    for (var outcome : outcomes) {
      var delivery = outcome.about();
      var voice = outcome.voice();
      if (outcome.purpose().equals(PURPOSE) && delivery != null && voice != null) {
        new Deliveries(handle).settle(delivery, outcome.state().code(), outcome.at());
        boolean sent = outcome.state() == MessageOutcome.State.SENT;
        acts.add(
            NewAct.aboutVoice(
                sent ? ActType.DELIVERED : ActType.DELIVERY_FAILED,
                voice,
                Actor.system(),
                outcome.at(),
                Map.of("delivery", delivery.toString(), "state", outcome.state().code())));
      }
    }
    ledger.append(handle, acts);
  }
}
