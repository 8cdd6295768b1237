package org.earshot.server.answer;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.understand.Alike;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;

/// Puts together the pages on which voices are joined: groups that look alike, and which need they
/// go to.
@Singleton
final class JoinPages {

  private static final int GROUPS = 100;
  private static final int SHOWN = 200;
  private static final int OFFERED = 8;

  private final Database database;
  private final Places places;
  private final Alike alike;
  private final Needs needs;
  private final NeedDesk desk;
  private final Casework casework;
  private final CurrentStaff current;
  private final Visitor visitor;

  JoinPages(
      Database database,
      Places places,
      Alike alike,
      Needs needs,
      NeedDesk desk,
      Casework casework,
      CurrentStaff current,
      Visitor visitor) {
    this.database = database;
    this.places = places;
    this.alike = alike;
    this.needs = needs;
    this.desk = desk;
    this.casework = casework;
    this.current = current;
    this.visitor = visitor;
  }

  private List<CaseCard> cards(Handle handle, StaffMember me, List<UUID> voices) {
    return new CaseCards(places, visitor.reader(), casework.today())
        .of(desk.lists(handle, me).ofVoices(voices));
  }

  JoinResource.Join page(List<Long> numbers, String words, String title, FormErrors errors) {
    var me = current.get();
    var reader = visitor.reader();
    return database.read(
        handle -> {
          var files = desk.readable(handle, me, numbers);
          if (files.isEmpty()) {
            throw new NotFoundException();
          }
          var shown = files.stream().limit(OFFERED).map(CaseFile::voice).toList();
          return new JoinResource.Join(
              files.size(),
              joined(files.stream().map(CaseFile::number)),
              cards(handle, me, shown),
              words,
              offers(handle, me, files, words, reader),
              title,
              errors);
        });
  }

  private List<JoinResource.Offer> offers(
      Handle handle, StaffMember me, List<CaseFile> files, String words, Reader reader) {
    var services = List.copyOf(me.services());
    var found =
        words.isEmpty()
            ? needs.near(
                handle, files.getFirst().language(), files.getFirst().words(), services, OFFERED)
            : needs.search(handle, words, services, OFFERED);
    return found.stream()
        .map(
            match ->
                new JoinResource.Offer(
                    match.need().publicNumber(),
                    match.need().titles().in(reader.language()),
                    match.people()))
        .toList();
  }

  private static String joined(Stream<Long> numbers) {
    return numbers.map(String::valueOf).collect(Collectors.joining(","));
  }

  JoinResource.AlikeList groups() {
    var reader = visitor.reader();
    var services = List.copyOf(current.get().services());
    return new JoinResource.AlikeList(
        database.read(handle -> alike.list(handle, services, GROUPS)).stream()
            .map(
                group ->
                    new CaseCard(
                        "/staff/alike/" + group.id(),
                        reader.text("answer.today.alike", group.people(), group.label()),
                        false,
                        List.of(new CaseCard.Tag("owed", reader.text("answer.tag.join"))),
                        List.of(reader.text("answer.since", reader.date(group.since()))),
                        0))
            .toList());
  }

  /// Throws when there is no such group for this member of staff.
  JoinResource.AlikePage group(UUID id) {
    var me = current.get();
    return database.read(
        handle -> {
          var group =
              alike
                  .find(handle, id)
                  .filter(found -> me.mayRead(found.service()))
                  .orElseThrow(NotFoundException::new);
          var files = desk.readable(handle, me, group.id());
          var shown = files.stream().limit(SHOWN).map(CaseFile::voice).toList();
          return new JoinResource.AlikePage(
              group.label(),
              files.size(),
              cards(handle, me, shown),
              joined(files.stream().skip(SHOWN).map(CaseFile::number)));
        });
  }
}
