package org.earshot.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Riverbend and a year of its listening, up to the end of one day. Everyone in it is invented.
/// - **Shapes:** scale 1 is 60,000 people and about 20,000 voices; both grow with the scale.
/// - **Same arguments, same bits:** no clock, no locale, no hash order. [#historiesOn] gives any
///   day alone, with the same content as in the whole.
/// - **Consistent:** each voice that names a need names one of [#needs()]; nothing happens before
///   the voice was said or after the last day.
/// - **Errors:** [IllegalArgumentException] if the scale is not between 1 and 1000, or a day lies
///   outside of the year.
/// - **Cost:** voices are made while they are read; one day of them is held in memory at a time.
public final class Community {

  private final Languages languages;
  private final Town town;
  private final Desk desk;
  private final Rhythm rhythm;
  private final NeedStories stories;
  private final Days days;
  private final Histories histories;

  private Community(long seed, Instant end, int scale) {
    if (scale < 1 || scale > 1000) {
      throw new IllegalArgumentException(
          "Scale is %d.\nUse 1 for 60,000 people, 1000 at most.".formatted(scale));
    }
    int year = end.atZone(WorkingDays.ZONE).getYear();
    var calendar = new WorkingDays(year - 1, year + 2);
    var topics = Topic.readAll();
    languages = Languages.read();
    town = new Town(languages, scale);
    desk = new Desk(languages, calendar);
    rhythm = new Rhythm(end, calendar);
    var letters = new Letters(languages);
    var episodes = Episodes.plan(town, topics, rhythm, seed, scale);
    stories = new NeedStories(languages, letters, desk, rhythm, calendar, episodes, seed);
    days = new Days(town, topics, episodes, rhythm, calendar, seed, scale);
    histories =
        new Histories(
            town,
            stories,
            new VoiceWriter(languages, topics),
            new Courses(letters, languages, desk, rhythm, calendar));
  }

  /// The year up to the end of a day.
  public static Community of(long seed, LocalDate lastDay, int scale) {
    return until(seed, lastDay.plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant(), scale);
  }

  /// The year up to a moment: nothing is said or done then or later.
  public static Community until(long seed, Instant end, int scale) {
    return new Community(seed, end, scale);
  }

  public LocalDate firstDay() {
    return rhythm.firstDay();
  }

  public LocalDate lastDay() {
    return rhythm.lastDay();
  }

  /// The time zone of its clocks.
  public ZoneId zone() {
    return WorkingDays.ZONE;
  }

  public Texts name() {
    return languages.name("town");
  }

  /// The codes of the languages that Riverbend's pages speak.
  public List<String> languages() {
    return Languages.CODES;
  }

  /// A GeoJSON LineString that runs along the borders of districts.
  public String river() {
    return town.river();
  }

  public List<DemoArea> areas() {
    return town.districts().stream().map(Town.District::area).toList();
  }

  public List<DemoDimension> dimensions() {
    return Collections.unmodifiableList(town.dimensions());
  }

  public List<DemoMargin> margins() {
    return Collections.unmodifiableList(town.margins());
  }

  public List<DemoService> services() {
    return Collections.unmodifiableList(desk.services());
  }

  public List<DemoStaff> staff() {
    return Collections.unmodifiableList(desk.staff());
  }

  /// Words by language that make a voice worth reading at once.
  public SortedMap<String, List<String>> urgentWords() {
    var words = new TreeMap<String, List<String>>();
    for (var language : Languages.CODES) {
      words.put(language, languages.of(language).section("urgent").list("word"));
    }
    return words;
  }

  public List<AnswerTemplate> templates() {
    var templates = new ArrayList<AnswerTemplate>();
    for (var code : languages.of("en").section("templates").lines().keySet()) {
      if (!code.endsWith(".body")) {
        templates.add(
            new AnswerTemplate(
                code,
                languages.texts("templates", code),
                languages.texts("templates", code + ".body")));
      }
    }
    return templates;
  }

  /// In order of opening; fewer than 2,000 at any scale.
  public List<DemoNeed> needs() {
    return stories.all().stream().map(NeedStory::need).toList();
  }

  /// The answers to needs; answers to single voices come with their course.
  public List<DemoAnswer> answers() {
    return stories.all().stream()
        .flatMap(story -> story.sent().stream())
        .map(NeedStory.Sent::answer)
        .sorted(Comparator.comparing(DemoAnswer::sentAt).thenComparing(DemoAnswer::key))
        .toList();
  }

  /// How many people live there.
  public long people() {
    return areas().stream().mapToLong(DemoArea::people).sum();
  }

  /// How many voices [#histories()] will give.
  public long voices() {
    return days.voicesBefore(rhythm.days());
  }

  /// The whole year's voices in order of `saidAt`, made while they are read.
  public Stream<VoiceHistory> histories() {
    return IntStream.range(0, rhythm.days()).boxed().flatMap(this::historiesOn);
  }

  /// The voices of one day.
  public Stream<VoiceHistory> historiesOn(LocalDate day) {
    if (day.isBefore(firstDay()) || day.isAfter(lastDay())) {
      throw new IllegalArgumentException(
          "%s is not between %s and %s.".formatted(day, firstDay(), lastDay()));
    }
    return historiesOn(rhythm.indexOf(day));
  }

  private Stream<VoiceHistory> historiesOn(int day) {
    var speakings = days.speakings(day);
    long before = days.voicesBefore(day);
    return IntStream.range(0, speakings.size())
        .mapToObj(i -> histories.of(before + i + 1, speakings.get(i)));
  }
}
