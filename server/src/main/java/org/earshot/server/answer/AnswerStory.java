package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.listen.FeltHeardGiven;
import org.earshot.server.listen.Letter;
import org.earshot.server.listen.Story;
import org.earshot.server.listen.VoiceStory;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.Colleagues;
import org.jdbi.v3.core.Handle;

/// Tells a person what became of their voice: who read it, by when they get an answer and why that
/// moved, and the answers themselves. Work among staff (notes, who is assigned) is not told.
@Singleton
final class AnswerStory implements VoiceStory {

  private final Ledger ledger;
  private final Places places;
  private final Colleagues colleagues;

  AnswerStory(Ledger ledger, Places places, Colleagues colleagues) {
    this.ledger = ledger;
    this.places = places;
    this.colleagues = colleagues;
  }

  @Override
  public void tell(Handle handle, UUID voice, Reader reader, Story story) {
    for (var act : ledger.listAbout(handle, voice)) {
      line(handle, act, reader).ifPresent(text -> story.happened(act.at(), text, act.seq()));
    }
    new CaseFiles(handle).findPromise(voice).ifPresent(promise -> next(promise, reader, story));
    letters(handle, voice, reader, story);
  }

  private Optional<String> line(Handle handle, Act act, Reader reader) {
    return switch (act.type()) {
      case CASE_ACKNOWLEDGED ->
          Optional.of(reader.text("answer.story.read", who(handle, act, reader)));
      case CASE_TRANSFERRED ->
          Optional.of(
              reader.text(
                  "answer.story.transferred",
                  service(String.valueOf(act.payload().get("to")), reader)));
      case PROMISE_MOVED ->
          Optional.of(
              reader.text(
                  "answer.story.moved",
                  reader.date(LocalDate.parse(String.valueOf(act.payload().get("to")))),
                  String.valueOf(act.payload().get("because"))));
      case VOICE_ANSWERED ->
          Optional.of(reader.text("answer.story.answered", who(handle, act, reader)));
      case FELT_HEARD -> Optional.of(reader.text("answer.story.checked"));
      case REOPENED -> Optional.of(reader.text("answer.story.reopened"));
      case CASE_SET_ASIDE -> Optional.of(reader.text("answer.story.aside"));
      case CASE_TAKEN_UP -> Optional.of(reader.text("answer.story.taken-up"));
      default -> Optional.empty();
    };
  }

  private static void next(CaseFiles.Promise promise, Reader reader, Story story) {
    if (promise.owed()) {
      story.next(promise.on(), reader.text("answer.story.next"));
    }
    if (promise.plannedFor() != null) {
      story.next(promise.plannedFor(), reader.text("answer.story.planned"));
    }
  }

  private void letters(Handle handle, UUID voice, Reader reader, Story story) {
    List<Answers.Received> received = new Answers(handle).listReceived(voice);
    for (var answer : received) {
      var language = Language.findByCode(answer.language());
      var from =
          reader.text(
              "answer.letter.from",
              colleagues
                  .publicName(handle, answer.author())
                  .orElseGet(() -> reader.text("answer.colleague")),
              places.getService(answer.service()).name(reader.language()));
      story.letter(
          new Letter(
              answer.id(),
              answer.at(),
              from,
              OutcomeText.of(reader, answer.outcome(), answer.plannedFor()),
              answer.words(),
              answer.language(),
              language.map(Language::direction).orElse("auto"),
              language.filter(reader.language()::equals).isPresent()
                  ? null
                  : reader.text(
                      "answer.letter.other-language",
                      CaseCards.languageName(reader, answer.language())),
              answer.checkedAt() == null,
              answer.checkedAt() == null
                  ? null
                  : new FeltHeardGiven(
                      answer.score(), answer.solved(), answer.checkWords(), answer.checkedAt())));
    }
  }

  private String who(Handle handle, Act act, Reader reader) {
    var name =
        act.actor() instanceof Actor.Staff(var staff)
            ? colleagues.publicName(handle, staff)
            : Optional.<String>empty();
    return name.orElseGet(() -> reader.text("answer.colleague"));
  }

  private String service(String id, Reader reader) {
    return places.findService(id).map(service -> service.name(reader.language())).orElse("");
  }
}
