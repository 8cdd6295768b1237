package org.earshot.server.answer;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.understand.Need;
import org.earshot.server.understand.Needs;
import org.earshot.server.understand.VoiceSearch;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Puts the staff's page of a need together: its voices, who is owed, what may belong to it.
@Singleton
final class NeedPages {

  private static final int PAGE = 40;
  private static final int FOUND = 40;

  private final Database database;
  private final Places places;
  private final Needs needs;
  private final NeedDesk desk;
  private final Bodies bodies;
  private final Casework casework;
  private final CurrentStaff current;
  private final Visitor visitor;

  NeedPages(
      Database database,
      Places places,
      Needs needs,
      NeedDesk desk,
      Bodies bodies,
      Casework casework,
      CurrentStaff current,
      Visitor visitor) {
    this.database = database;
    this.places = places;
    this.needs = needs;
    this.desk = desk;
    this.bodies = bodies;
    this.casework = casework;
    this.current = current;
    this.visitor = visitor;
  }

  /// Throws when there is no such need for this member of staff.
  NeedResource.NeedPage page(long number, @Nullable String after, String words, FormErrors errors) {
    var me = current.get();
    return database.read(
        handle -> {
          var need = desk.find(handle, me, number).orElseThrow(NotFoundException::new);
          return page(handle, me, need, after, words, errors);
        });
  }

  private NeedResource.NeedPage page(
      Handle handle,
      StaffMember me,
      Need need,
      @Nullable String after,
      String words,
      FormErrors errors) {
    var reader = visitor.reader();
    var cards = new CaseCards(places, reader, casework.today(), false);
    var lists = desk.lists(handle, me);
    var lines = lists.ofNeed(need.id(), VoiceListForm.after(after), PAGE + 1);
    String next = null;
    if (lines.size() > PAGE) {
      var last = lines.get(PAGE - 1);
      next = VoiceListForm.addressAfter("/staff/needs/" + need.publicNumber(), last);
    }
    return new NeedResource.NeedPage(
        need.publicNumber(),
        need.titles().in(reader.language()),
        sentence(handle, need, reader),
        places.getService(need.service()).name(reader.language()),
        need,
        new Answers(handle).findUnsent(new AnswerTo.Need(need.id())).orElse(null),
        titles(need, reader),
        answers(handle, me, need, reader),
        cards.of(lines.subList(0, Math.min(PAGE, lines.size()))),
        next,
        words,
        words.isEmpty() ? List.of() : cards.of(lists.ofVoices(found(handle, me, words, reader))),
        errors);
  }

  private String sentence(Handle handle, Need need, Reader reader) {
    var line =
        new NeedLists(handle)
            .list(
                List.of(need.service()),
                String.valueOf(need.publicNumber()),
                need.publicNumber() + 1,
                1)
            .getFirst();
    var promise = line.oldestPromise();
    return promise == null
        ? reader.text("answer.need.sentence.none", needs.people(handle, need.id()))
        : reader.text(
            "answer.need.sentence",
            needs.people(handle, need.id()),
            line.owed(),
            reader.date(promise));
  }

  /// What was answered, with how many have joined since and wait.
  private static List<CaseCard> answers(Handle handle, StaffMember me, Need need, Reader reader) {
    return new Drafts(handle)
        .sentTo(need.id(), List.copyOf(me.services()), me.id()).stream()
            .map(line -> AnswerListResource.card(line, Map.of(), reader))
            .toList();
  }

  private static List<UUID> found(Handle handle, StaffMember me, String words, Reader reader) {
    var wanted =
        new VoiceSearch.Wanted(
            words,
            List.copyOf(me.services()),
            me.id(),
            me.roles().contains(Roles.ADMINISTRATOR),
            null,
            null,
            null,
            null,
            null,
            null,
            reader.zone(),
            true);
    return VoiceSearch.newest(handle, wanted, FOUND);
  }

  private List<NeedResource.Title> titles(Need need, Reader reader) {
    return bodies.get().languages().stream()
        .map(
            language ->
                new NeedResource.Title(
                    language.code(),
                    CaseCards.languageName(reader, language.code()),
                    language.direction(),
                    need.titles().exactlyIn(language),
                    need.summaries().exactlyIn(language)))
        .toList();
  }
}
