package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.listen.ErasesVoice;
import org.earshot.server.platform.mail.Outbox;
import org.jdbi.v3.core.Handle;

/// Forgets what casework and answers kept of a person: notes, what they said about answers,
/// messages, and the words of answers that were for them alone. Answers to a need stay: they were
/// written for everybody behind it. The case stays as a count of somebody who is owed nothing more.
@Singleton
final class AnswerErasure implements ErasesVoice {

  private final Ledger ledger;
  private final Outbox outbox;

  AnswerErasure(Ledger ledger, Outbox outbox) {
    this.ledger = ledger;
    this.outbox = outbox;
  }

  @Override
  public void erase(Handle handle, UUID voice) {
    new CaseNotes(handle).erase(voice);
    new Cases(handle).withdraw(voice);
    new FeltHeardRows(handle).erase(voice);
    outbox.forget(handle, voice);
    for (var answer : new Answers(handle).eraseWordsFor(voice)) {
      ledger.erase(handle, answer);
    }
  }
}
