package org.earshot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What becomes of each voice until the last day: who reads it, what it is put together with, how
/// and when it is answered, and whether the person felt heard.
final class Courses {

  private final Letters letters;
  private final Languages languages;
  private final Desk desk;
  private final Rhythm rhythm;
  private final WorkingDays calendar;

  Courses(Letters letters, Languages languages, Desk desk, Rhythm rhythm, WorkingDays calendar) {
    this.letters = letters;
    this.languages = languages;
    this.desk = desk;
    this.rhythm = rhythm;
    this.calendar = calendar;
  }

  Course of(long id, Speaking speaking, Texts place, @Nullable NeedStory story) {
    var course = new Draft(id, speaking, place, story);
    course.read();
    if (story == null) {
      course.answerAlone();
    } else {
      course.answerWithOthers(story);
    }
    course.check();
    var acts = course.acts;
    acts.removeIf(act -> !act.at().isBefore(rhythm.end()));
    return new Course(acts);
  }

  private final class Draft {

    private final long id;
    private final Speaking speaking;
    private final Texts place;
    private final Chance chance;
    private final Desk.Office office;
    private final Desk.Caseworker caseworker;
    private final double pace;
    private final List<DemoAct> acts = new ArrayList<>();
    private Instant now;
    private boolean warm;
    private @Nullable DemoOutcome outcome;

    Draft(long id, Speaking speaking, Texts place, @Nullable NeedStory story) {
      this.id = id;
      this.speaking = speaking;
      this.place = place;
      chance = speaking.chance();
      office = desk.of(speaking.topic());
      caseworker = story == null ? chance.oneOf(office.caseworkers()) : story.caseworker();
      pace = speaking.person().home().pace();
      now = speaking.at();
    }

    private String clerk() {
      return caseworker.staff().login();
    }

    private void pass(double workingDays) {
      now = calendar.plus(now, workingDays);
    }

    void read() {
      boolean urgent = speaking.topic().urgent();
      var reader = chance.oneOf(office.caseworkers()).staff().login();
      pass(urgent ? chance.between(0.01, 0.1) : chance.logNormal(0.35 * pace, 0.8) + 0.02);
      acts.add(new DemoAct.Acknowledged(now, reader));
      pass(chance.between(0.002, 0.02));
      acts.add(new DemoAct.Assigned(now, reader, clerk()));
    }

    void answerWithOthers(NeedStory story) {
      if (now.isBefore(story.need().openedAt())) {
        now = story.need().openedAt();
        pass(chance.between(0.01, 0.1));
      } else {
        pass(chance.logNormal(0.25 * pace, 0.9) + 0.01);
      }
      acts.add(new DemoAct.Linked(now, clerk(), story.need().key()));
      var linkedAt = now;
      NeedStory.Sent standing = null;
      for (var sent : story.sent()) {
        if (!sent.answer().sentAt().isAfter(linkedAt)) {
          standing = sent;
        }
      }
      if (standing != null) { // the others have had their answer already: send it on
        pass(chance.logNormal(0.6, 0.7) + 0.02);
        answered(now, standing);
      }
      for (var sent : story.sent()) {
        if (sent.answer().sentAt().isAfter(acts.getLast().at())) {
          answered(sent.answer().sentAt(), sent);
        }
      }
    }

    private void answered(Instant at, NeedStory.Sent sent) {
      now = at;
      warm = sent.warm();
      outcome = sent.answer().outcome();
      acts.add(new DemoAct.Answered(at, clerk(), sent.answer().key(), null));
    }

    void answerAlone() {
      boolean urgent = speaking.topic().urgent();
      double median = office.service().promiseWorkingDays() * office.pace() * pace * 0.5;
      pass(urgent ? chance.between(0.05, 0.8) : chance.logNormal(median, 0.6));
      if (chance.in(0.998) || urgent) { // two in a thousand are forgotten
        answerThisOne(NeedStories.kind(speaking.topic(), chance), 1);
      }
    }

    private void answerThisOne(String kind, int time) {
      if (!now.isBefore(rhythm.end())) {
        return;
      }
      warm = chance.in(caseworker.warmth());
      var by = calendar.openDayFrom(NeedStories.dayOf(now).plusDays(chance.whole(10, 80)));
      var letter =
          new Letters.Letter(
              speaking.topic(),
              place,
              1,
              kind,
              warm,
              by,
              office,
              caseworker.staff(),
              chance.whole(0, 999));
      outcome = letters.outcome(letter);
      var into =
          speaking.language().equals("en") ? List.of("en") : List.of("en", speaking.language());
      var key = "answer-voice-" + id + "-" + time;
      var text = letters.write(letter, into);
      var own = new DemoAnswer(key, null, id, outcome, text, clerk(), now);
      acts.add(new DemoAct.Answered(now, clerk(), key, own));
    }

    /// One in four tells how the answer was; fewer where trust is low.
    void check() {
      double trust = speaking.person().home().heard();
      if (outcome == null || !chance.in(0.26 + 0.12 * Math.min(0, trust))) {
        return;
      }
      var answeredAt = now;
      now = now.plus(Duration.ofMinutes(Math.round(chance.logNormal(900, 1.3)) + 3));
      double felt = ease(outcome) + trust - (isLate(answeredAt) ? 0.8 : 0) + 0.85 * chance.normal();
      int score = Math.clamp(Math.round(felt), 1, 5);
      boolean solved = chance.in(score * 0.2 * likelySolved(outcome));
      acts.add(new DemoAct.FeltHeard(now, score, solved, chance.in(0.35) ? words(score) : null));
      boolean mends = outcome instanceof DemoOutcome.Done || outcome instanceof DemoOutcome.Planned;
      if (!solved && mends && chance.in(0.22)) {
        now = now.plus(Duration.ofMinutes(chance.whole(1, 9)));
        var again = chance.oneOf(phrases("reopened"));
        var days = Integer.toString(chance.whole(2, 9));
        acts.add(new DemoAct.Reopened(now, Languages.fill(again, Map.of("n", days))));
        pass(chance.logNormal(office.service().promiseWorkingDays() * pace * 0.6, 0.6));
        answerThisOne(chance.in(0.6) ? "done" : "planned", 2);
      }
    }

    private boolean isLate(Instant answeredAt) {
      var said = NeedStories.dayOf(speaking.at());
      var due = calendar.due(said, office.service().promiseWorkingDays());
      return NeedStories.dayOf(answeredAt).isAfter(due);
    }

    private double ease(DemoOutcome of) {
      return switch (of) {
        case DemoOutcome.Done _ -> warm ? 4.5 : 3.5;
        case DemoOutcome.Planned _ -> warm ? 4.1 : 3.0;
        case DemoOutcome.Considered _ -> warm ? 3.5 : 2.1;
        case DemoOutcome.No _ -> warm ? 3.3 : 1.7;
        case DemoOutcome.NotOurs _ -> warm ? 3.6 : 1.9;
      };
    }

    private String words(int score) {
      return chance.oneOf(
          phrases(score < 3 ? "heard.low" : score == 3 ? "heard.mid" : "heard.high"));
    }

    private List<String> phrases(String section) {
      return languages.of(speaking.language()).section(section).list("words");
    }
  }

  private static double likelySolved(DemoOutcome outcome) {
    return switch (outcome) {
      case DemoOutcome.Done _ -> 1.0;
      case DemoOutcome.Planned _ -> 0.5;
      case DemoOutcome.Considered _ -> 0.2;
      case DemoOutcome.No _ -> 0.12;
      case DemoOutcome.NotOurs _ -> 0.35;
    };
  }
}
