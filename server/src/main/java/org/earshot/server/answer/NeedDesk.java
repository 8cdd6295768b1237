package org.earshot.server.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.places.Names;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.understand.Alike;
import org.earshot.server.understand.Need;
import org.earshot.server.understand.Needs;
import org.earshot.server.understand.NewNeed;
import org.jdbi.v3.core.Handle;

/// What staff do with needs: open them, put voices to them and take them out, title them, show
/// them. Joining a voice shows that it was read, so it acknowledges the case.
@ApplicationScoped
public class NeedDesk {

  static final int LONGEST_TITLE = 120;
  static final int LONGEST_SUMMARY = 2_000;

  /// What came of it.
  sealed interface Result {

    record Done(long need, int joined) implements Result {}

    record NotFound() implements Result {}

    record Wrong(String field, String problem) implements Result {}
  }

  private final Database database;
  private final Ledger ledger;
  private final Needs needs;
  private final Alike alike;
  private final CaseActs caseActs;
  private final Casework casework;
  private final Clock clock;

  NeedDesk(
      Database database,
      Ledger ledger,
      Needs needs,
      Alike alike,
      CaseActs caseActs,
      Casework casework,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.needs = needs;
    this.alike = alike;
    this.caseActs = caseActs;
    this.casework = casework;
    this.clock = clock;
  }

  /// The need with this public number, if it is of a service of theirs.
  Optional<Need> find(Handle handle, StaffMember me, long number) {
    return needs.findByNumber(handle, number).filter(need -> me.mayRead(need.service()));
  }

  /// Those of these voices, by public number, that they may read.
  List<CaseFile> readable(Handle handle, StaffMember me, List<Long> numbers) {
    return new CaseFiles(handle)
        .listByNumbers(numbers).stream().filter(file -> file.mayBeReadBy(me)).toList();
  }

  /// Those of a group that looks alike, that they may read.
  List<CaseFile> readable(Handle handle, StaffMember me, UUID group) {
    return new CaseFiles(handle)
        .list(alike.voices(handle, group)).stream().filter(file -> file.mayBeReadBy(me)).toList();
  }

  /// Puts voices to a need that is there.
  Result join(StaffMember me, long number, List<Long> voices) {
    return database.inTransaction(
        handle ->
            find(handle, me, number)
                .<Result>map(need -> joined(handle, me, need.id(), number, voices))
                .orElseGet(() -> new Result.Wrong("need", "answer.case.wrong.need")));
  }

  /// Opens a need and puts voices to it. It belongs to the service of the first voice.
  Result open(StaffMember me, Language language, String title, List<Long> voices) {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      return new Result.Wrong("title", "answer.wrong.title");
    }
    return database.inTransaction(
        handle -> {
          var files = readable(handle, me, voices);
          if (files.isEmpty()) {
            return new Result.NotFound();
          }
          var need =
              needs.open(
                  handle,
                  new NewNeed(
                      Names.of(language, title.strip()),
                      Names.none(),
                      files.getFirst().service(),
                      files.getFirst().area(),
                      false,
                      Actor.staff(me.id()),
                      clock.instant()));
          long number = needs.find(handle, need).orElseThrow().publicNumber();
          return joined(handle, me, need, number, voices);
        });
  }

  private Result joined(Handle handle, StaffMember me, UUID need, long number, List<Long> numbers) {
    var at = clock.instant();
    var voices = readable(handle, me, numbers).stream().map(CaseFile::voice).toList();
    var acts =
        new ArrayList<>(
            caseActs.acknowledge(
                handle,
                voices.stream()
                    .map(voice -> new PastAct.Acknowledged(voice, me.id(), at))
                    .toList()));
    int joined = needs.linkAll(handle, need, voices, Actor.staff(me.id()), at);
    ledger.append(handle, acts);
    return new Result.Done(number, joined);
  }

  /// Takes voices out of this need.
  Result leave(StaffMember me, long number, List<Long> voices) {
    return database.inTransaction(
        handle -> {
          var need = find(handle, me, number);
          if (need.isEmpty()) {
            return new Result.NotFound();
          }
          var theirs =
              readable(handle, me, voices).stream()
                  .filter(file -> need.get().id().equals(file.need()))
                  .map(CaseFile::voice)
                  .toList();
          int left = needs.unlinkAll(handle, theirs, Actor.staff(me.id()), clock.instant());
          return new Result.Done(number, left);
        });
  }

  /// Changes titles, summaries, and whether it is on public pages or closed for more voices.
  Result change(
      StaffMember me, long number, Names titles, Names summaries, boolean shown, boolean closed) {
    boolean tooLong =
        titles.byLanguage().values().stream().anyMatch(title -> title.length() > LONGEST_TITLE)
            || summaries.byLanguage().values().stream()
                .anyMatch(summary -> summary.length() > LONGEST_SUMMARY);
    if (titles.isEmpty() || tooLong) {
      return new Result.Wrong("titles", "answer.wrong.title");
    }
    return database.inTransaction(
        handle -> {
          var found = find(handle, me, number);
          if (found.isEmpty()) {
            return new Result.NotFound();
          }
          var need = found.get();
          var at = clock.instant();
          var closedAt = closed ? (need.closedAt() == null ? at : need.closedAt()) : null;
          needs.change(
              handle,
              new Need(
                  need.id(),
                  number,
                  titles,
                  summaries,
                  need.service(),
                  need.area(),
                  shown,
                  need.openedAt(),
                  closedAt),
              Actor.staff(me.id()),
              at);
          return new Result.Done(number, 0);
        });
  }

  CaseLists lists(Handle handle, StaffMember me) {
    return new CaseLists(handle, me, casework.today());
  }
}
