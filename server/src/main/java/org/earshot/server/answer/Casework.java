package org.earshot.server.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.identity.Colleagues;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;

/// Work on one case: what staff do with it, each act in the ledger, one transaction each. There is
/// no command that closes a case: only an answer does, see [Cases#answered].
@ApplicationScoped
public class Casework {

  static final int LONGEST_NOTE = 10_000;
  static final int LONGEST_REASON = 500;

  private final Database database;
  private final Ledger ledger;
  private final CaseActs caseActs;
  private final Needs needs;
  private final Places places;
  private final Colleagues colleagues;
  private final Bodies bodies;
  private final Clock clock;

  Casework(
      Database database,
      Ledger ledger,
      CaseActs caseActs,
      Needs needs,
      Places places,
      Colleagues colleagues,
      Bodies bodies,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.caseActs = caseActs;
    this.needs = needs;
    this.places = places;
    this.colleagues = colleagues;
    this.bodies = bodies;
    this.clock = clock;
  }

  /// The case with this public number, if it is theirs to read. Reading a restricted one is an act.
  Optional<CaseFile> open(StaffMember me, long number) {
    return database.inTransaction(
        handle -> {
          var file = new CaseFiles(handle).findByNumber(number).filter(one -> one.mayBeReadBy(me));
          file.ifPresent(one -> opened(handle, me, one));
          return file;
        });
  }

  private void opened(Handle handle, StaffMember me, CaseFile file) {
    var at = clock.instant();
    if (me.id().equals(file.assignedTo())) {
      new CaseLists(handle, me, today()).seen(file.voice(), at);
    }
    if (file.restricted()) {
      ledger.append(handle, List.of(act(ActType.RESTRICTED_READ, file, me, at, Map.of())));
    }
  }

  /// The sealed address of the person; reading it is an act.
  Optional<byte[]> readContact(StaffMember me, long number) {
    return database.inTransaction(
        handle -> {
          var file = new CaseFiles(handle).findByNumber(number).filter(one -> one.mayBeReadBy(me));
          var sealed = file.flatMap(one -> new CaseFiles(handle).findContact(one.voice()));
          if (sealed.isPresent()) {
            var read = act(ActType.CONTACT_READ, file.orElseThrow(), me, clock.instant(), Map.of());
            ledger.append(handle, List.of(read));
          }
          return sealed;
        });
  }

  /// Does it, if the case is theirs to work on.
  CaseResult apply(StaffMember me, long number, CaseCommand command) {
    return database.inTransaction(
        handle -> {
          var found = new CaseFiles(handle).lock(number).filter(one -> one.mayBeReadBy(me));
          return found.isEmpty()
              ? new CaseResult.NotFound()
              : apply(handle, me, found.get(), command);
        });
  }

  private CaseResult apply(Handle handle, StaffMember me, CaseFile file, CaseCommand command) {
    var problem = problemWith(handle, me, file, command);
    if (problem.isPresent()) {
      return problem.get();
    }
    var at = clock.instant();
    var acts = new ArrayList<NewAct>();
    acts.addAll(
        caseActs.acknowledge(handle, List.of(new PastAct.Acknowledged(file.voice(), me.id(), at))));
    acts.addAll(done(handle, me, file, command, at));
    new CaseLists(handle, me, today()).seen(file.voice(), at);
    ledger.append(handle, acts);
    return new CaseResult.Done(file);
  }

  private Optional<CaseResult.Wrong> problemWith(
      Handle handle, StaffMember me, CaseFile file, CaseCommand command) {
    return switch (command) {
      case CaseCommand.Assign(var to) when !to.equals(me.id()) ->
          colleagues.caseworkers(handle, file.service()).stream()
                  .anyMatch(colleague -> colleague.id().equals(to))
              ? Optional.empty()
              : wrong("to", "answer.case.wrong.colleague");
      case CaseCommand.Transfer(var service) ->
          places.openServices().stream().anyMatch(open -> open.id().equals(service))
              ? Optional.empty()
              : wrong("service", "answer.case.wrong.service");
      case CaseCommand.MovePromise(var to, var reason) ->
          reason.isBlank() || reason.length() > LONGEST_REASON
              ? wrong("reason", "answer.case.wrong.reason")
              : to.isBefore(today()) || to.isAfter(today().plusYears(2))
                  ? wrong("promise", "answer.case.wrong.promise")
                  : Optional.empty();
      case CaseCommand.AddNote(var words) -> text(words, LONGEST_NOTE, "note");
      case CaseCommand.WaitFor(var whom, _) -> text(whom, LONGEST_REASON, "whom");
      case CaseCommand.SetAside(var reason) -> text(reason, LONGEST_REASON, "aside");
      case CaseCommand.ClearWords(var words) ->
          !file.mayShow()
              ? wrong("cleared", "answer.case.wrong.consent")
              : words.length() > LONGEST_NOTE
                  ? wrong("cleared", "answer.case.wrong.text")
                  : Optional.empty();
      case CaseCommand.JoinNeed(var number) ->
          needs.findByNumber(handle, number).filter(need -> me.mayRead(need.service())).isPresent()
              ? Optional.empty()
              : wrong("need", "answer.case.wrong.need");
      case CaseCommand.Acknowledge _,
          CaseCommand.Assign _,
          CaseCommand.StopWaiting _,
          CaseCommand.Restrict _,
          CaseCommand.TakeUp _,
          CaseCommand.LeaveNeed _ ->
          Optional.empty();
    };
  }

  private static Optional<CaseResult.Wrong> text(String words, int longest, String field) {
    return words.isBlank() || words.length() > longest
        ? wrong(field, "answer.case.wrong.text")
        : Optional.empty();
  }

  private static Optional<CaseResult.Wrong> wrong(String field, String problem) {
    return Optional.of(new CaseResult.Wrong(field, problem));
  }

  private List<NewAct> done(
      Handle handle, StaffMember me, CaseFile file, CaseCommand command, Instant at) {
    var voice = file.voice();
    var by = me.id();
    var marks = new CaseMarks(handle);
    return switch (command) {
      case CaseCommand.Acknowledge() -> List.of();
      case CaseCommand.Assign(var to) ->
          caseActs.assign(handle, List.of(new PastAct.Assigned(voice, to, by, at)));
      case CaseCommand.Transfer(var service) ->
          caseActs.transfer(handle, List.of(new PastAct.Transferred(voice, service, by, at)));
      case CaseCommand.MovePromise(var to, var reason) ->
          caseActs.movePromise(
              handle, List.of(new PastAct.PromiseMoved(voice, to, reason.strip(), by, at)));
      case CaseCommand.AddNote(var words) ->
          caseActs.note(handle, List.of(new PastAct.Noted(voice, words.strip(), by, at)));
      case CaseCommand.WaitFor(var whom, var remindOn) ->
          caseActs.await(
              handle, List.of(new PastAct.Waiting(voice, whom.strip(), remindOn, by, at)));
      case CaseCommand.StopWaiting() -> {
        marks.stopWaiting(voice, at);
        yield List.of(act(ActType.CASE_WAITING, file, me, at, Map.of("over", true)));
      }
      case CaseCommand.Restrict(var restricted) -> {
        marks.restrict(voice, restricted);
        yield List.of(act(ActType.CASE_RESTRICTED, file, me, at, Map.of("restricted", restricted)));
      }
      case CaseCommand.ClearWords(var words) -> {
        marks.clearWords(voice, words.strip(), by);
        yield List.of(act(ActType.WORDS_CLEARED, file, me, at, Map.of("words", words.strip())));
      }
      case CaseCommand.TakeUp() -> {
        marks.takeUp(voice, places.promise(file.service(), today()), at);
        yield List.of(act(ActType.CASE_TAKEN_UP, file, me, at, Map.of()));
      }
      case CaseCommand.SetAside(var reason) -> {
        marks.setAside(voice, reason.strip(), at);
        yield List.of(act(ActType.CASE_SET_ASIDE, file, me, at, Map.of("because", reason.strip())));
      }
      case CaseCommand.JoinNeed(var number) -> {
        var need = needs.findByNumber(handle, number).orElseThrow().id();
        needs.linkAll(handle, need, List.of(voice), Actor.staff(by), at);
        yield List.of();
      }
      case CaseCommand.LeaveNeed() -> {
        needs.unlinkAll(handle, List.of(voice), Actor.staff(by), at);
        yield List.of();
      }
    };
  }

  private static NewAct act(
      ActType type, CaseFile file, StaffMember me, Instant at, Map<String, Object> payload) {
    return NewAct.aboutVoice(type, file.voice(), Actor.staff(me.id()), at, payload);
  }

  /// The day it is where the body is.
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), bodies.find().map(Body::zone).orElseThrow());
  }
}
