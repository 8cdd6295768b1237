package org.earshot.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.earshot.demo.Community;
import org.earshot.demo.DemoAct;
import org.earshot.demo.DemoAnswer;
import org.earshot.demo.DemoOutcome;
import org.earshot.demo.VoiceHistory;
import org.earshot.server.answer.AnswerTo;
import org.earshot.server.answer.CaseHistory;
import org.earshot.server.answer.Outcome;
import org.earshot.server.answer.PastAct;
import org.earshot.server.ledger.Actor;
import org.earshot.server.listen.Intake;
import org.earshot.server.listen.NewContact;
import org.earshot.server.listen.NewVoice;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.NewId;
import org.earshot.server.understand.Joining;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Plays the town's year, one day at a time: first what people said, then what was done that day
/// with everything said so far. Holds only the voices whose course is not over yet.
final class YearReplay {

  /// What is still to happen to a voice.
  private record Pending(UUID voice, DemoAct act, @Nullable DemoAct next) {}

  private final Community town;
  private final TownIds ids;
  private final Intake intake;
  private final Needs needs;
  private final CaseHistory cases;
  private final Places places;

  private final SortedMap<LocalDate, List<Pending>> pending = new TreeMap<>();
  private final Map<String, DemoAnswer> needAnswers;
  private final Map<String, UUID> given = new HashMap<>(); // answers to needs, once they were given
  private final Map<UUID, UUID> lastAnswer = new HashMap<>(); // of voices that may still be checked

  YearReplay(
      Community town, TownIds ids, Intake intake, Needs needs, CaseHistory cases, Places places) {
    this.town = town;
    this.ids = ids;
    this.intake = intake;
    this.needs = needs;
    this.cases = cases;
    this.places = places;
    this.needAnswers =
        town.answers().stream().collect(Collectors.toMap(DemoAnswer::key, answer -> answer));
  }

  /// Plays one day in the caller's transaction; gives how many voices were heard.
  int play(Handle handle, LocalDate day) {
    var today = town.historiesOn(day).toList();
    for (int from = 0; from < today.size(); from += 1_000) {
      hear(handle, today.subList(from, Math.min(today.size(), from + 1_000)));
    }
    var due = pending.remove(day);
    if (due != null) {
      act(handle, due);
    }
    return today.size();
  }

  private void hear(Handle handle, List<VoiceHistory> histories) {
    var heard =
        intake.hearAll(handle, histories.stream().map(this::voice).toList(), Actor.person());
    for (int i = 0; i < heard.size(); i++) {
      var acts = histories.get(i).course().acts();
      for (int j = 0; j < acts.size(); j++) {
        var next = j + 1 < acts.size() ? acts.get(j + 1) : null;
        pending
            .computeIfAbsent(dayOf(acts.get(j).at()), _ -> new ArrayList<>())
            .add(new Pending(heard.get(i).id(), acts.get(j), next));
      }
    }
  }

  private NewVoice voice(VoiceHistory history) {
    var said = history.voice();
    var contact = said.contact();
    return new NewVoice(
        said.words(),
        said.language(),
        said.channel(),
        said.saidAt(),
        said.saidAt(),
        service(history),
        new NewVoice.Whereabouts(
            said.areaCode() == null ? null : ids.area(said.areaCode()), said.place(), null, null),
        said.segments().stream().map(ids::segment).collect(Collectors.toUnmodifiableSet()),
        contact == null
            ? null
            : new NewContact(
                contact.kind(), contact.address(), said.language(), contact.confirmed()),
        said.mayShow(),
        places.mayBeUrgent(said.language(), said.words()),
        null,
        null,
        null,
        List.of(),
        false);
  }

  /// The service whose staff read it: the year is told as if each voice had come to the right desk.
  private UUID service(VoiceHistory history) {
    for (var act : history.course().acts()) {
      if (act instanceof DemoAct.Acknowledged(_, var by)) {
        return ids.serviceOfStaff(by);
      }
    }
    return ids.service("front-desk");
  }

  private void act(Handle handle, List<Pending> due) {
    due.sort(Comparator.comparing(one -> one.act().at()));
    cases.apply(handle, reading(due));
    needs.linkAll(handle, joinings(due));
    cases.apply(handle, answers(due));
    cases.apply(handle, checks(due));
  }

  /// Readings first and takings after them, so that neighbours are of one kind.
  private List<PastAct> reading(List<Pending> due) {
    var acts = new ArrayList<PastAct>();
    for (var one : due) {
      if (one.act() instanceof DemoAct.Acknowledged(var at, var by)) {
        acts.add(new PastAct.Acknowledged(one.voice(), ids.staff(by), at));
      }
    }
    for (var one : due) {
      if (one.act() instanceof DemoAct.Assigned(var at, var by, var to)) {
        acts.add(new PastAct.Assigned(one.voice(), ids.staff(to), ids.staff(by), at));
      }
    }
    return acts;
  }

  private List<Joining> joinings(List<Pending> due) {
    var joinings = new ArrayList<Joining>();
    for (var one : due) {
      if (one.act() instanceof DemoAct.Linked(var at, var by, var need)) {
        joinings.add(new Joining(one.voice(), ids.need(need), Actor.staff(ids.staff(by)), at));
      }
    }
    return joinings;
  }

  private List<PastAct> answers(List<Pending> due) {
    var first = new ArrayList<PastAct>();
    var later = new ArrayList<PastAct>();
    Set<String> givenToday = new HashSet<>();
    for (var one : due) {
      if (!(one.act() instanceof DemoAct.Answered(var at, _, var key, var own))) {
        continue;
      }
      if (own != null) {
        var id = NewId.at(at.toEpochMilli());
        first.add(answered(id, new AnswerTo.Voice(one.voice()), own, at));
        lastAnswer.put(one.voice(), id);
        continue;
      }
      var answer = java.util.Objects.requireNonNull(needAnswers.get(key), key);
      var before = given.get(key);
      if (before == null) {
        before = NewId.at(at.toEpochMilli());
        given.put(key, before);
        givenToday.add(key);
        var need = ids.need(java.util.Objects.requireNonNull(answer.needKey()));
        first.add(answered(before, new AnswerTo.Need(need), answer, at));
      } else if (givenToday.add(key)) {
        later.add(new PastAct.AlsoGiven(before, at));
      }
      lastAnswer.put(one.voice(), before);
    }
    first.addAll(later);
    return first;
  }

  private PastAct.Answered answered(UUID id, AnswerTo to, DemoAnswer answer, Instant at) {
    var planned = answer.outcome() instanceof DemoOutcome.Planned(var by) ? by : null;
    return new PastAct.Answered(
        id,
        to,
        outcome(answer.outcome()),
        planned,
        answer.text().byLanguage(),
        ids.staff(answer.authorLogin()),
        null,
        at);
  }

  private static Outcome outcome(DemoOutcome outcome) {
    return switch (outcome) {
      case DemoOutcome.Done _ -> Outcome.DONE;
      case DemoOutcome.Planned _ -> Outcome.PLANNED;
      case DemoOutcome.Considered _ -> Outcome.CONSIDERED;
      case DemoOutcome.No _ -> Outcome.NO;
      case DemoOutcome.NotOurs _ -> Outcome.NOT_OURS;
    };
  }

  private List<PastAct> checks(List<Pending> due) {
    var checks = new ArrayList<PastAct>();
    for (var one : due) {
      if (one.act() instanceof DemoAct.FeltHeard(var at, var score, var solved, var words)) {
        var answer = lastAnswer.remove(one.voice());
        if (answer != null) {
          // "Not solved" opens the case again, so only those who did reopen theirs say it here.
          Boolean said =
              solved ? Boolean.TRUE : one.next() instanceof DemoAct.Reopened ? false : null;
          checks.add(new PastAct.Checked(one.voice(), answer, score, said, words, at));
        }
      }
    }
    return checks;
  }

  private LocalDate dayOf(Instant at) {
    return at.atZone(town.zone()).toLocalDate();
  }
}
