package org.earshot.server.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writing answers and sending them: to one person or to everybody behind a need, with a second
/// pair of eyes where the service wishes it. Sending is one transaction, and happens once.
@ApplicationScoped
public class AnswerDesk {

  static final int LONGEST_WORDS = 20_000;
  private static final int LONGEST_REASON = 2_000;

  private final Database database;
  private final Ledger ledger;
  private final Places places;
  private final Needs needs;
  private final CaseActs caseActs;
  private final Sending sending;
  private final Mailing mailing;
  private final Casework casework;
  private final Clock clock;

  AnswerDesk(
      Database database,
      Ledger ledger,
      Places places,
      Needs needs,
      CaseActs caseActs,
      Sending sending,
      Mailing mailing,
      Casework casework,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.places = places;
    this.needs = needs;
    this.caseActs = caseActs;
    this.sending = sending;
    this.mailing = mailing;
    this.casework = casework;
    this.clock = clock;
  }

  /// Begins an answer to a voice or a need by its public number, or goes on with the one begun.
  AnswerResult startForVoice(StaffMember me, long number) {
    return database.inTransaction(
        handle -> {
          var file = new CaseFiles(handle).lock(number).filter(one -> one.mayBeReadBy(me));
          if (file.isEmpty()) {
            return new AnswerResult.NotFound();
          }
          var found = file.get();
          var acts =
              caseActs.acknowledge(
                  handle,
                  List.of(new PastAct.Acknowledged(found.voice(), me.id(), clock.instant())));
          var answer = start(handle, new AnswerTo.Voice(found.voice()), found.service(), me);
          ledger.append(handle, acts);
          return answer;
        });
  }

  AnswerResult startForNeed(StaffMember me, long number) {
    return database.inTransaction(
        handle ->
            needs
                .findByNumber(handle, number)
                .filter(need -> me.mayRead(need.service()))
                .map(need -> start(handle, new AnswerTo.Need(need.id()), need.service(), me))
                .orElseGet(AnswerResult.NotFound::new));
  }

  private AnswerResult start(Handle handle, AnswerTo to, UUID service, StaffMember me) {
    var answer =
        new Answers(handle)
            .findUnsent(to)
            .orElseGet(() -> new Drafts(handle).insert(to, service, me.id(), clock.instant()));
    return new AnswerResult.Saved(answer);
  }

  /// The answer, if it is of a service of theirs, and its voice is theirs to read.
  Optional<AnswerFile> find(Handle handle, StaffMember me, UUID answer) {
    return new Drafts(handle).find(answer).filter(file -> isTheirs(handle, me, file));
  }

  private static boolean isTheirs(Handle handle, StaffMember me, AnswerFile file) {
    var voice = file.to().voiceId();
    return file.mayBeReadBy(me)
        && (voice == null
            || new CaseFiles(handle)
                .list(List.of(voice)).stream().allMatch(one -> one.mayBeReadBy(me)));
  }

  /// Keeps what was written. Whoever saves is the author from now on, and a second look begins
  /// again.
  AnswerResult save(
      StaffMember me,
      UUID answer,
      Outcome outcome,
      @Nullable LocalDate plannedFor,
      Map<String, String> words) {
    return change(
        me,
        answer,
        (handle, file) -> {
          for (var text : words.entrySet()) {
            if (text.getValue().length() > LONGEST_WORDS) {
              return new AnswerResult.Wrong("words-" + text.getKey(), "answer.wrong.long");
            }
          }
          var kept = new TreeMap<String, String>();
          words.forEach(
              (language, text) -> {
                if (!text.isBlank()) {
                  kept.put(language, text.strip());
                }
              });
          var day = outcome == Outcome.PLANNED ? plannedFor : null;
          new Drafts(handle).save(answer, outcome, day, kept, me.id(), clock.instant());
          return new AnswerResult.Saved(answer);
        });
  }

  AnswerResult askForSecondLook(StaffMember me, UUID answer) {
    return change(
        me,
        answer,
        (handle, file) -> {
          var wrong = problemWith(file);
          if (wrong.isPresent()) {
            return wrong.get();
          }
          new Drafts(handle).askForSecondLook(answer, clock.instant());
          return new AnswerResult.Saved(answer);
        });
  }

  /// The second reader wishes something to be changed.
  AnswerResult giveBack(StaffMember me, UUID answer, String because) {
    return change(
        me,
        answer,
        (handle, file) -> {
          if (because.isBlank() || because.length() > LONGEST_REASON) {
            return new AnswerResult.Wrong("because", "answer.wrong.because");
          }
          new Drafts(handle).giveBack(answer, because.strip(), clock.instant());
          return new AnswerResult.Saved(answer);
        });
  }

  AnswerResult discard(StaffMember me, UUID answer) {
    return change(
        me,
        answer,
        (handle, _) -> {
          new Drafts(handle).discard(answer);
          return new AnswerResult.Saved(answer);
        });
  }

  /// Sends it to everybody it is for.
  AnswerResult send(StaffMember me, UUID answer) {
    return change(me, answer, (handle, file) -> send(handle, me, file));
  }

  private AnswerResult send(Handle handle, StaffMember me, AnswerFile file) {
    var wrong = problemWith(file);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    boolean fourEyes = places.getService(file.service()).fourEyes();
    if (fourEyes && (!file.waitsForSecondLook() || file.author().equals(me.id()))) {
      return new AnswerResult.Wrong("send", "answer.wrong.four-eyes");
    }
    var at = clock.instant();
    if (!new Drafts(handle).markSent(file.id(), fourEyes ? me.id() : null, at)) {
      return new AnswerResult.AlreadySent(file.id());
    }
    return give(handle, sent(file, at), null);
  }

  private Sending.Sent sent(AnswerFile file, Instant at) {
    return new Sending.Sent(
        file.id(),
        file.to(),
        file.outcome(),
        file.words(),
        file.author(),
        sending.fallback(file.words()),
        at);
  }

  private AnswerResult give(Handle handle, Sending.Sent sent, @Nullable Instant later) {
    var given = sending.give(handle, List.of(sent), false, later);
    mailing.post(handle, given.deliveries());
    var acts = new ArrayList<NewAct>(given.acts());
    ledger.append(handle, acts);
    return new AnswerResult.Sent(sent.answer(), given.deliveries().size());
  }

  /// Gives an answer that was sent to those who joined its need since.
  AnswerResult giveToNewcomers(StaffMember me, UUID answer) {
    return database.inTransaction(
        handle -> {
          var found = new Drafts(handle).lock(answer).filter(file -> isTheirs(handle, me, file));
          if (found.isEmpty() || !found.get().sent()) {
            return new AnswerResult.NotFound();
          }
          var at = clock.instant();
          return give(handle, sent(found.get(), at), at);
        });
  }

  private interface Change {
    AnswerResult make(Handle handle, AnswerFile file);
  }

  /// Makes a change to an answer that is theirs and not sent yet, while nobody else can.
  private AnswerResult change(StaffMember me, UUID answer, Change change) {
    return database.inTransaction(
        handle -> {
          var found = new Drafts(handle).lock(answer).filter(file -> isTheirs(handle, me, file));
          if (found.isEmpty()) {
            return new AnswerResult.NotFound();
          }
          return found.get().sent()
              ? new AnswerResult.AlreadySent(answer)
              : change.make(handle, found.get());
        });
  }

  private Optional<AnswerResult> problemWith(AnswerFile file) {
    if (file.words().isEmpty()) {
      return Optional.of(new AnswerResult.Wrong("words", "answer.wrong.empty"));
    }
    var planned = file.plannedFor();
    boolean dated = planned != null && !planned.isBefore(casework.today());
    if (file.outcome() == Outcome.PLANNED && !dated) {
      return Optional.of(new AnswerResult.Wrong("planned", "answer.wrong.planned"));
    }
    return Optional.empty();
  }
}
