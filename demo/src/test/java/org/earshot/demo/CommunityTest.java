package org.earshot.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommunityTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
  private static final Community RIVERBEND = Community.of(7, LAST_DAY, 1);
  private static final List<VoiceHistory> YEAR = RIVERBEND.histories().toList();

  private static long fingerprint(Stream<?> things) {
    return things.map(Object::toString).mapToLong(String::hashCode).reduce(1, (a, b) -> 31 * a + b);
  }

  @Test
  void isTheSameToTheLastBitEachTime() {
    var again = Community.of(7, LAST_DAY, 1);
    assertThat(fingerprint(again.histories())).isEqualTo(fingerprint(YEAR.stream()));
    assertThat(again.needs()).isEqualTo(RIVERBEND.needs());
    assertThat(again.answers()).isEqualTo(RIVERBEND.answers());
    assertThat(again.margins()).isEqualTo(RIVERBEND.margins());
  }

  @Test
  void isTheSameInAnotherLocaleAndTimeZone() {
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      var elsewhere = Community.of(7, LAST_DAY, 1);
      assertThat(fingerprint(elsewhere.histories())).isEqualTo(fingerprint(YEAR.stream()));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void isAnotherYearForAnotherSeed() {
    var other = Community.of(8, LAST_DAY, 1);
    assertThat(other.historiesOn(LAST_DAY).toList())
        .isNotEqualTo(RIVERBEND.historiesOn(LAST_DAY).toList());
  }

  @Test
  void givesADayAloneAsInTheWholeYear() {
    var day = LocalDate.of(2026, 2, 11);
    var within =
        YEAR.stream()
            .filter(h -> h.voice().saidAt().atZone(RIVERBEND.zone()).toLocalDate().equals(day))
            .toList();
    assertThat(RIVERBEND.historiesOn(day).toList()).isEqualTo(within).isNotEmpty();
    assertThatThrownBy(() -> RIVERBEND.historiesOn(LAST_DAY.plusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingHappensAfterItsEnd() {
    var end = LAST_DAY.atTime(10, 30).atZone(RIVERBEND.zone()).toInstant();
    var cut = Community.until(7, end, 1);
    var said = cut.histories().toList();
    assertThat(cut.voices()).isEqualTo(said.size()).isLessThan(YEAR.size());
    assertThat(said).allMatch(history -> history.voice().saidAt().isBefore(end));
    assertThat(said)
        .flatExtracting(history -> history.course().acts())
        .allMatch(act -> act.at().isBefore(end));
    assertThat(cut.needs()).allMatch(need -> need.openedAt().isBefore(end));
    assertThat(cut.answers()).allMatch(answer -> answer.sentAt().isBefore(end));
    assertThat(cut.lastDay()).isEqualTo(LAST_DAY);
  }

  @Test
  void hasSixtyThousandPeopleAndTwentyThousandVoices() {
    assertThat(RIVERBEND.people()).isEqualTo(60_000);
    assertThat(RIVERBEND.voices()).isEqualTo(YEAR.size());
    assertThat((double) YEAR.size()).isCloseTo(20_000, within(600.0));
    long inNeeds = YEAR.stream().filter(h -> h.voice().needKey() != null).count();
    assertThat((double) inNeeds / YEAR.size()).isCloseTo(0.6, within(0.03));
  }

  @Test
  void growsWithTheScaleWithoutHoldingTheVoices() {
    var county = Community.of(7, LAST_DAY, 50);
    assertThat(county.people()).isEqualTo(3_000_000);
    assertThat((double) county.voices()).isCloseTo(1_000_000, within(30_000.0));
    assertThat(county.needs()).hasSizeLessThan(2_000);
    assertThat(county.histories().limit(3)).hasSize(3); // or this test would take minutes
    assertThatThrownBy(() -> Community.of(7, LAST_DAY, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsEveryPersonOnceInEachDimension() {
    for (var area : RIVERBEND.areas()) {
      var people =
          RIVERBEND.margins().stream()
              .filter(margin -> margin.areaCode().equals(area.code()))
              .collect(groupingBy(DemoMargin::dimension, summingLong(DemoMargin::people)));
      assertThat(people).hasSize(RIVERBEND.dimensions().size());
      assertThat(people.values()).as(area.code()).containsOnly(area.people());
    }
  }

  @Test
  void numbersVoicesInOrderOfTime() {
    var before = Instant.MIN;
    long id = 0;
    for (var history : YEAR) {
      assertThat(history.voice().id()).isEqualTo(++id);
      assertThat(history.voice().saidAt()).isAfterOrEqualTo(before);
      before = history.voice().saidAt();
    }
  }

  @Test
  void letsNothingHappenBeforeTheVoiceOrAfterTheLastDay() {
    var end = LAST_DAY.plusDays(1).atStartOfDay(RIVERBEND.zone()).toInstant();
    for (var history : YEAR) {
      var before = history.voice().saidAt();
      assertThat(before).isBefore(end);
      for (var act : history.course().acts()) {
        assertThat(act.at()).as("%s", history).isAfterOrEqualTo(before).isBefore(end);
        before = act.at();
      }
    }
    assertThat(RIVERBEND.needs()).allMatch(need -> need.openedAt().isBefore(end));
    assertThat(RIVERBEND.answers()).allMatch(answer -> answer.sentAt().isBefore(end));
  }

  @Test
  void namesOnlyNeedsAnswersStaffAndSegmentsThatExist() {
    var needs = RIVERBEND.needs().stream().map(DemoNeed::key).collect(toSet());
    var answers = RIVERBEND.answers().stream().map(DemoAnswer::key).collect(toSet());
    var staff = RIVERBEND.staff().stream().map(DemoStaff::login).collect(toSet());
    var segments =
        RIVERBEND.dimensions().stream()
            .flatMap(dimension -> dimension.segments().stream())
            .map(DemoSegment::code)
            .collect(toSet());
    assertThat(needs).hasSameSizeAs(RIVERBEND.needs());
    assertThat(answers).hasSameSizeAs(RIVERBEND.answers());
    for (var history : YEAR) {
      var needKey = history.voice().needKey();
      assertThat(needKey == null || needs.contains(needKey)).isTrue();
      assertThat(segments).containsAll(history.voice().segments());
      for (var act : history.course().acts()) {
        var named =
            switch (act) {
              case DemoAct.Acknowledged read -> staff.contains(read.by());
              case DemoAct.Assigned assigned -> staff.contains(assigned.to());
              case DemoAct.Linked linked -> linked.needKey().equals(needKey);
              case DemoAct.Answered answered ->
                  answered.own() == null
                      ? answers.contains(answered.answerKey())
                      : answered.own().key().equals(answered.answerKey());
              case DemoAct.FeltHeard felt -> felt.score() >= 1 && felt.score() <= 5;
              case DemoAct.Reopened again -> !again.words().isBlank();
            };
        assertThat(named).as("%s", act).isTrue();
      }
    }
  }

  @Test
  void sendsAnAnswerToANeedOnlyToThoseLinkedToIt() {
    for (var history : YEAR) {
      boolean linked = false;
      for (var act : history.course().acts()) {
        linked |= act instanceof DemoAct.Linked;
        if (act instanceof DemoAct.Answered answered && answered.own() == null) {
          assertThat(linked).as("%s", history).isTrue();
        }
      }
    }
  }

  @Test
  void leavesABacklogAtTheEndAndHardlyAnythingBefore() {
    var recent = LAST_DAY.minusDays(21).atStartOfDay(RIVERBEND.zone()).toInstant();
    var owed = YEAR.stream().filter(h -> h.course().owed()).toList();
    long old = owed.stream().filter(h -> h.voice().saidAt().isBefore(recent)).count();
    assertThat(owed).hasSizeBetween(200, 900);
    assertThat(old).isBetween(10L, owed.size() / 2L);
  }

  @Test
  void speaksFiveLanguagesInEveryText() {
    var spoken = YEAR.stream().map(h -> h.voice().language()).collect(toSet());
    assertThat(spoken).containsExactlyInAnyOrderElementsOf(RIVERBEND.languages());
    assertThat(RIVERBEND.needs()).allMatch(need -> need.title().byLanguage().size() == 5);
    assertThat(RIVERBEND.answers()).allMatch(answer -> answer.text().byLanguage().size() == 5);
    assertThat(RIVERBEND.urgentWords().keySet()).containsAll(RIVERBEND.languages());
    assertThat(RIVERBEND.templates()).hasSizeGreaterThan(4);
    for (var history : YEAR) {
      assertThat(history.voice().words()).isNotBlank().doesNotContain("{", "}");
    }
  }

  @Test
  void hardlyEverRepeatsItself() {
    var times = new HashMap<String, Integer>();
    YEAR.forEach(h -> times.merge(h.voice().words(), 1, Integer::sum));
    assertThat((double) times.size() / YEAR.size()).isGreaterThan(0.95);
    assertThat(times.values()).allMatch(count -> count < 40);
  }

  @Test
  void usesOnlyContactsThatBelongToNobody() {
    var contacts = YEAR.stream().map(h -> h.voice().contact()).filter(c -> c != null).toList();
    assertThat(contacts).hasSizeGreaterThan(5_000);
    assertThat(contacts)
        .allMatch(c -> c.address().matches("person\\d+@example\\.org|\\+44 7700 900\\d{3}"));
  }

  @Test
  void hidesASilenceAndASlowDistrictToBeFound() {
    var arabic =
        RIVERBEND.margins().stream()
            .filter(m -> m.areaCode().equals("northgate") && m.segment().equals("language:ar"))
            .mapToLong(DemoMargin::people)
            .sum();
    long heard =
        YEAR.stream()
            .filter(h -> "northgate".equals(h.voice().areaCode()))
            .filter(h -> h.voice().segments().contains("language:ar"))
            .count();
    assertThat(arabic).isGreaterThan(1_500);
    assertThat(heard).isLessThan(60);
    assertThat(medianHoursIn("old-town")).isGreaterThan(1.3 * medianHoursIn("eastside"));
  }

  private static double medianHoursIn(String area) {
    var hours =
        YEAR.stream()
            .filter(h -> area.equals(h.voice().areaCode()))
            .flatMap(
                h ->
                    h.course().findAnsweredAt().stream()
                        .map(at -> Duration.between(h.voice().saidAt(), at).toHours()))
            .sorted()
            .toList();
    return hours.get(hours.size() / 2);
  }
}
