package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.places.Area;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Messages;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.Colleagues;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.understand.Alike;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Puts together what the page of one case shows.
@Singleton
final class CasePages {

  private static final int SIMILAR = 8;

  private final Ledger ledger;
  private final Places places;
  private final Needs needs;
  private final Alike alike;
  private final Colleagues colleagues;
  private final Casework casework;

  CasePages(
      Ledger ledger,
      Places places,
      Needs needs,
      Alike alike,
      Colleagues colleagues,
      Casework casework) {
    this.ledger = ledger;
    this.places = places;
    this.needs = needs;
    this.alike = alike;
    this.colleagues = colleagues;
    this.casework = casework;
  }

  CasePage of(Handle handle, StaffMember me, CaseFile file, Reader reader) {
    var files = new CaseFiles(handle);
    var acts = ledger.listAbout(handle, file.voice());
    var notes = files.listNotes(file.voice());
    var names = names(handle, file, acts, notes);
    var lists = new CaseLists(handle, me, casework.today());
    var cards = new CaseCards(places, reader, casework.today());
    var own = lists.ofVoices(List.of(file.voice())).stream().map(cards::of).toList();
    var assigned = file.assignedTo();
    return new CasePage(
        file,
        CaseCards.channelName(reader, file.channel()),
        CaseCards.languageName(reader, file.language()),
        area(file),
        places.getService(file.service()).name(reader.language()),
        state(file, reader),
        own.isEmpty() || own.getFirst().tags().isEmpty() ? null : own.getFirst().tags().getFirst(),
        assigned == null ? "" : names.getOrDefault(assigned, ""),
        me.id().equals(assigned),
        need(handle, file, reader),
        files.listAdditions(file.voice()),
        notes.stream()
            .map(
                note ->
                    new CasePage.NoteLine(
                        names.getOrDefault(note.by(), ""),
                        reader.shortDateAndTime(note.at()),
                        note.words()))
            .toList(),
        answers(handle, file, reader),
        new Answers(handle).findUnsent(new AnswerTo.Voice(file.voice())).orElse(null),
        acts.stream().flatMap(act -> history(act, names, reader).stream()).toList(),
        similar(handle, me, file, lists, cards),
        colleagues.caseworkers(handle, file.service()).stream()
            .filter(colleague -> !colleague.id().equals(me.id()))
            .toList(),
        otherServices(file, reader),
        casework.today().plusDays(1));
  }

  private Map<UUID, String> names(
      Handle handle, CaseFile file, List<Act> acts, List<CaseFiles.Note> notes) {
    var staff = new HashSet<UUID>();
    acts.stream()
        .map(act -> act.actor().staffId())
        .forEach(
            id -> {
              if (id != null) {
                staff.add(id);
              }
            });
    notes.forEach(note -> staff.add(note.by()));
    var assigned = file.assignedTo();
    if (assigned != null) {
      staff.add(assigned);
    }
    return colleagues.names(handle, staff);
  }

  private String area(CaseFile file) {
    var id = file.area();
    return id == null ? "" : places.findArea(id).map(Area::name).orElse("");
  }

  private static String state(CaseFile file, Reader reader) {
    if (file.owed()) {
      return reader.text("answer.case.owed", reader.longDate(file.promisedOn()));
    }
    return reader.text(file.setAside() ? "answer.case.aside" : "answer.case.state." + file.state());
  }

  private CasePage.@Nullable NeedLink need(Handle handle, CaseFile file, Reader reader) {
    var id = file.need();
    return id == null
        ? null
        : needs
            .find(handle, id)
            .map(
                need ->
                    new CasePage.NeedLink(
                        need.publicNumber(),
                        need.titles().in(reader.language()),
                        needs.people(handle, id)))
            .orElse(null);
  }

  private static List<CasePage.AnswerLine> answers(Handle handle, CaseFile file, Reader reader) {
    return new Answers(handle)
        .listReceived(file.voice()).stream()
            .map(
                answer ->
                    new CasePage.AnswerLine(
                        answer.id(),
                        reader.shortDateAndTime(answer.at()),
                        OutcomeText.of(reader, answer.outcome(), answer.plannedFor()),
                        answer.words(),
                        reader.text("answer.delivery." + answer.delivery()),
                        felt(answer, reader)))
            .toList();
  }

  private static String felt(Answers.Received answer, Reader reader) {
    if (answer.checkedAt() == null) {
      return "";
    }
    var felt = new ArrayList<String>();
    if (answer.score() != null) {
      felt.add(reader.text("answer.felt.score", answer.score()));
    }
    if (answer.solved() != null) {
      felt.add(reader.text(answer.solved() ? "answer.felt.solved" : "answer.felt.unsolved"));
    }
    if (answer.checkWords() != null) {
      felt.add(answer.checkWords());
    }
    return String.join(" ", felt);
  }

  /// Every act in words, for staff; acts that have none are not shown.
  private static List<CasePage.HistoryLine> history(
      Act act, Map<UUID, String> names, Reader reader) {
    var key = "answer.act." + act.type().code();
    if (!Messages.has(key)) {
      return List.of();
    }
    var by =
        act.actor() instanceof Actor.Staff(var id)
            ? names.getOrDefault(id, "")
            : reader.text("answer.by." + act.actor().kind());
    return List.of(
        new CasePage.HistoryLine(reader.shortDateAndTime(act.at()), reader.text(key, by)));
  }

  private List<CaseCard> similar(
      Handle handle, StaffMember me, CaseFile file, CaseLists lists, CaseCards cards) {
    if (file.erased()) {
      return List.of();
    }
    var voices = alike.similarVoices(handle, file.voice(), List.copyOf(me.services()), SIMILAR);
    return cards.of(lists.ofVoices(voices));
  }

  private List<VoiceListResource.Choice> otherServices(CaseFile file, Reader reader) {
    return places.openServices().stream()
        .filter(service -> !service.id().equals(file.service()))
        .map(
            service ->
                new VoiceListResource.Choice(
                    service.id().toString(), service.name(reader.language())))
        .toList();
  }
}
