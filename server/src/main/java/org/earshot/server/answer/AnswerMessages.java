package org.earshot.server.answer;

import jakarta.inject.Singleton;
import org.earshot.server.listen.Addressee;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.Colleagues;
import org.earshot.server.platform.mail.OutgoingMessage;
import org.earshot.server.platform.pages.Bodies;
import org.jdbi.v3.core.Handle;

/// Writes answers as e-mail and SMS, in the reader's language. The e-mail carries the words; the
/// SMS says that there is an answer, in one sentence. Both carry the link with the receipt code: it
/// goes to confirmed contacts only, and without it nobody could say whether they felt heard
/// (docs/adr/010).
@Singleton
final class AnswerMessages {

  private final Bodies bodies;
  private final Places places;
  private final Colleagues colleagues;

  AnswerMessages(Bodies bodies, Places places, Colleagues colleagues) {
    this.bodies = bodies;
    this.places = places;
    this.colleagues = colleagues;
  }

  OutgoingMessage write(
      Handle handle, AnswerFile answer, Deliveries.Delivery delivery, Addressee addressee) {
    var contact = addressee.contact();
    var reader =
        new Reader(
            Language.findByCode(contact.language()).orElse(bodies.get().languages().getFirst()),
            bodies.get().zone());
    var link = bodies.get().address() + "/v/" + addressee.code().value();
    boolean sms = delivery.channel().equals("sms");
    return new OutgoingMessage(
        sms ? OutgoingMessage.Channel.SMS : OutgoingMessage.Channel.EMAIL,
        contact.address(),
        subject(reader),
        sms ? sms(answer, reader, link) : email(handle, answer, delivery.language(), reader, link),
        reader.language(),
        contact.replyToken(),
        Mailing.PURPOSE,
        delivery.id(),
        delivery.voice());
  }

  String subject(Reader reader) {
    return reader.text("answer.mail.subject", bodies.get().shortName());
  }

  String sms(AnswerFile answer, Reader reader, String link) {
    return reader.text(
        "answer.sms",
        bodies.get().shortName(),
        OutcomeText.of(reader, answer.outcome(), answer.plannedFor()),
        link);
  }

  String email(Handle handle, AnswerFile answer, String language, Reader reader, String link) {
    var text = new StringBuilder();
    text.append(reader.text("answer.mail.opening", bodies.get().name())).append("\n\n");
    if (!language.equals(reader.language().code())) {
      text.append(
              reader.text("answer.letter.other-language", CaseCards.languageName(reader, language)))
          .append("\n\n");
    }
    text.append(OutcomeText.of(reader, answer.outcome(), answer.plannedFor())).append("\n\n");
    text.append(answer.words().getOrDefault(language, "")).append("\n\n");
    text.append(from(handle, answer, reader)).append("\n\n");
    return text.append(reader.text("answer.mail.check", link)).append('\n').toString();
  }

  String from(Handle handle, AnswerFile answer, Reader reader) {
    return reader.text(
        "answer.letter.from",
        colleagues
            .publicName(handle, answer.author())
            .orElseGet(() -> reader.text("answer.colleague")),
        places.getService(answer.service()).name(reader.language()));
  }
}
