package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.Colleagues;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Puts together what the page of one answer shows.
@Singleton
final class AnswerPages {

  private static final int QUOTED = 5;

  private final Places places;
  private final Needs needs;
  private final Colleagues colleagues;
  private final Bodies bodies;
  private final AnswerMessages messages;
  private final Casework casework;

  AnswerPages(
      Places places,
      Needs needs,
      Colleagues colleagues,
      Bodies bodies,
      AnswerMessages messages,
      Casework casework) {
    this.places = places;
    this.needs = needs;
    this.colleagues = colleagues;
    this.bodies = bodies;
    this.messages = messages;
    this.casework = casework;
  }

  AnswerPage of(
      Handle handle, StaffMember me, AnswerFile file, Map<String, String> typed, Reader reader) {
    var recipients = Recipients.of(handle, file);
    var languages = languages(recipients, file, typed, reader);
    var service = places.getService(file.service());
    var names = colleagues.names(handle, List.of(file.author()));
    return new AnswerPage(
        file,
        heading(handle, file, reader),
        back(handle, file),
        quoted(handle, me, file),
        names.getOrDefault(file.author(), ""),
        service.fourEyes(),
        file.waitsForSecondLook() && !file.author().equals(me.id()),
        people(recipients, reader),
        recipients.people(),
        languages,
        missing(recipients, file, reader),
        outcomes(reader),
        file.plannedFor(),
        new Templates(handle)
            .list(List.of(file.service())).stream()
                .map(
                    one ->
                        new AnswerPage.Template(one.id(), one.name(), one.language(), one.words()))
                .toList(),
        preview(handle, file, reader),
        file.sent() ? recipients.people() : 0,
        casework.today());
  }

  private String heading(Handle handle, AnswerFile file, Reader reader) {
    return switch (file.to()) {
      case AnswerTo.Need(var id) ->
          reader.text(
              "answer.writing.need",
              needs.people(handle, id),
              needs.find(handle, id).map(need -> need.titles().in(reader.language())).orElse(""));
      case AnswerTo.Voice _ -> reader.text("answer.writing.voice");
    };
  }

  private String back(Handle handle, AnswerFile file) {
    return switch (file.to()) {
      case AnswerTo.Need(var id) ->
          "/staff/needs/" + needs.find(handle, id).orElseThrow().publicNumber();
      case AnswerTo.Voice(var id) ->
          "/staff/voices/" + new CaseFiles(handle).list(List.of(id)).getFirst().number();
    };
  }

  /// What people said, to have it before one's eyes while writing.
  private List<String> quoted(Handle handle, StaffMember me, AnswerFile file) {
    return switch (file.to()) {
      case AnswerTo.Need(var id) ->
          new CaseLists(handle, me, casework.today())
              .ofNeed(id, null, QUOTED).stream().map(CaseLine::excerpt).toList();
      case AnswerTo.Voice(var id) ->
          List.of(new CaseFiles(handle).list(List.of(id)).getFirst().words());
    };
  }

  private static String people(Recipients recipients, Reader reader) {
    var parts = new ArrayList<String>();
    for (var channel : List.of("email", "sms", "receipt")) {
      if (recipients.by(channel) > 0) {
        parts.add(reader.text("answer.to." + channel, recipients.by(channel)));
      }
    }
    return reader.text("answer.to", recipients.people(), reader.list(parts));
  }

  private List<AnswerPage.Writing> languages(
      Recipients recipients, AnswerFile file, Map<String, String> typed, Reader reader) {
    var codes = new LinkedHashSet<String>(recipients.byLanguage().keySet());
    codes.remove("und");
    codes.addAll(file.words().keySet());
    bodies.get().languages().forEach(language -> codes.add(language.code()));
    return codes.stream()
        .map(
            code -> {
              var words = typed.getOrDefault(code, file.words().getOrDefault(code, ""));
              long people = recipients.byLanguage().getOrDefault(code, 0L);
              return new AnswerPage.Writing(
                  code,
                  CaseCards.languageName(reader, code),
                  Language.findByCode(code).map(Language::direction).orElse("auto"),
                  words,
                  people == 0 ? "" : reader.text("answer.people", people, "no"),
                  people > 0 || !words.isEmpty(),
                  words.isBlank() ? null : judgement(code, words, reader));
            })
        .toList();
  }

  private static AnswerPage.Judgement judgement(String code, String words, Reader reader) {
    var reading = PlainLanguage.read(code, words);
    var formula = reading.formula();
    var sentence =
        formula == null
            ? reader.text(
                code.equals("zh") ? "answer.plain.characters" : "answer.plain.length",
                reading.perSentence())
            : reader.text(
                "answer.plain." + formula,
                String.valueOf(reading.score()),
                reading.hard() ? "hard" : "easy",
                reading.perSentence());
    return new AnswerPage.Judgement(
        sentence, reading.hard(), reading.longSentences(), reader.list(reading.officialese()));
  }

  /// The languages in which somebody waits for words that are not there.
  private static List<String> missing(Recipients recipients, AnswerFile file, Reader reader) {
    return recipients.byLanguage().entrySet().stream()
        .filter(entry -> !file.words().containsKey(entry.getKey()))
        .map(
            entry ->
                reader.text(
                    "answer.missing.one",
                    CaseCards.languageName(reader, entry.getKey()),
                    entry.getValue()))
        .toList();
  }

  private static List<VoiceListResource.Choice> outcomes(Reader reader) {
    var outcomes = new ArrayList<VoiceListResource.Choice>();
    for (var outcome : Outcome.values()) {
      outcomes.add(
          new VoiceListResource.Choice(
              outcome.code(), reader.text("answer.choose." + outcome.code())));
    }
    return outcomes;
  }

  private AnswerPage.@Nullable Preview preview(Handle handle, AnswerFile file, Reader reader) {
    if (file.words().isEmpty()) {
      return null;
    }
    var language =
        bodies.get().languages().stream()
            .filter(one -> file.words().containsKey(one.code()))
            .findFirst()
            .orElse(Language.EN);
    var code =
        file.words().containsKey(language.code())
            ? language.code()
            : file.words().keySet().iterator().next();
    var their = new Reader(language, reader.zone());
    var link = bodies.get().address() + "/v/...";
    var sms = messages.sms(file, their, link.replace("...", "0".repeat(13)));
    var length = SmsLength.of(sms);
    return new AnswerPage.Preview(
        code,
        Language.findByCode(code).map(Language::direction).orElse("auto"),
        OutcomeText.of(their, file.outcome(), file.plannedFor()),
        file.words().getOrDefault(code, ""),
        messages.from(handle, file, their),
        messages.subject(their),
        messages.email(handle, file, code, their, link),
        messages.sms(file, their, link),
        reader.text("answer.preview.sms", length.characters(), length.parts()));
  }
}
