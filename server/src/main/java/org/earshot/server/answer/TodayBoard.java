package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.understand.Alike;
import org.jdbi.v3.core.Handle;

/// Puts the morning page together: what is owed, new, alike, waiting and changed.
@Singleton
final class TodayBoard {

  private static final int CARDS = 6;
  private static final int GATHERED = 60;
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private final Database database;
  private final Places places;
  private final Alike alike;
  private final CurrentStaff current;
  private final Casework casework;
  private final Visitor visitor;
  private final Clock clock;

  TodayBoard(
      Database database,
      Places places,
      Alike alike,
      CurrentStaff current,
      Casework casework,
      Visitor visitor,
      Clock clock) {
    this.database = database;
    this.places = places;
    this.alike = alike;
    this.current = current;
    this.casework = casework;
    this.visitor = visitor;
    this.clock = clock;
  }

  TodayResource.Today board() {
    return database.read(this::board);
  }

  private TodayResource.Today board(Handle handle) {
    var me = current.get();
    var reader = visitor.reader();
    var lists = new CaseLists(handle, me, casework.today());
    var services = List.copyOf(me.services());
    var owed = lists.count(CaseView.OWED, services);
    var late = lists.count(CaseView.OVERDUE, services);
    var urgent = lists.count(CaseView.URGENT, services);
    return new TodayResource.Today(
        greeting(reader, me, owed),
        reader.text("answer.today.overdue", late.people(), more(late)),
        !late.none(),
        reader.text("answer.today.urgent", urgent.people()),
        !urgent.none(),
        sections(handle, lists, services, reader, owed));
  }

  private List<TodayResource.Section> sections(
      Handle handle, CaseLists lists, List<UUID> services, Reader reader, CaseLists.Count owed) {
    var cards = new CaseCards(places, reader, casework.today());
    var owedCards = cards.gathered(lists.page(CaseView.OWED, services, null, GATHERED), CARDS);
    var board = new ArrayList<TodayResource.Section>();
    board.add(section(reader, CaseView.OWED, owed, owedCards));
    var reminded = section(lists, cards, services, reader, CaseView.REMINDED);
    if (!reminded.cards().isEmpty()) {
      board.add(reminded);
    }
    board.add(section(lists, cards, services, reader, CaseView.NEW));
    board.add(alike(handle, services, reader));
    board.add(section(lists, cards, services, reader, CaseView.WAITING));
    board.add(section(lists, cards, services, reader, CaseView.CHANGED));
    return board;
  }

  private static TodayResource.Section section(
      CaseLists lists, CaseCards cards, List<UUID> services, Reader reader, CaseView view) {
    return section(
        reader,
        view,
        lists.count(view, services),
        cards.of(lists.page(view, services, null, CARDS)));
  }

  private static TodayResource.Section section(
      Reader reader, CaseView view, CaseLists.Count count, List<CaseCard> cards) {
    return new TodayResource.Section(
        view.code(),
        reader.text("answer.view." + view.code()),
        reader.text("answer.people", count.people(), more(count)),
        cards,
        "/staff/voices?view=" + view.code());
  }

  private TodayResource.Section alike(Handle handle, List<UUID> services, Reader reader) {
    var groups = alike.list(handle, services, CARDS);
    var cards =
        groups.stream()
            .map(
                group ->
                    new CaseCard(
                        "/staff/alike/" + group.id(),
                        reader.text("answer.today.alike", group.people(), group.label()),
                        false,
                        List.of(new CaseCard.Tag("owed", reader.text("answer.tag.join"))),
                        List.of(reader.text("answer.since", reader.date(group.since()))),
                        0))
            .toList();
    return new TodayResource.Section(
        "alike",
        reader.text("answer.view.alike"),
        reader.text("answer.groups", alike.count(handle, services)),
        cards,
        "/staff/alike");
  }

  private String greeting(Reader reader, StaffMember me, CaseLists.Count owed) {
    var now = LocalTime.ofInstant(clock.instant(), reader.zone());
    var time = now.isBefore(NOON) ? "morning" : now.isBefore(EVENING) ? "afternoon" : "evening";
    return reader.text("answer.today." + time, me.name())
        + ' '
        + reader.text("answer.today.owed", owed.people(), more(owed));
  }

  static String more(CaseLists.Count count) {
    return count.more() ? "yes" : "no";
  }
}
