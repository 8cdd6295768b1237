package org.earshot.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Decides for each episode when the staff see a need in it, and how they answer it.
final class NeedStories {

  private static final int FORGETTABLE = 12; // a need of so many voices reminds of itself

  private final Languages languages;
  private final Letters letters;
  private final Desk desk;
  private final Rhythm rhythm;
  private final WorkingDays calendar;
  private final SortedMap<Integer, NeedStory> byEpisode = new TreeMap<>();
  private final List<NeedStory> stories = new ArrayList<>();

  private record Opening(Episode episode, Chance chance, Instant openedAt) {}

  NeedStories(
      Languages languages,
      Letters letters,
      Desk desk,
      Rhythm rhythm,
      WorkingDays calendar,
      List<Episode> episodes,
      long seed) {
    this.languages = languages;
    this.letters = letters;
    this.desk = desk;
    this.rhythm = rhythm;
    this.calendar = calendar;
    var openings = new ArrayList<Opening>();
    for (var episode : episodes) {
      var chance = Chance.of(seed, 2, episode.number());
      var firstEvening = rhythm.day(episode.begins()).atTime(19, 0);
      var begun = firstEvening.atZone(WorkingDays.ZONE).toInstant();
      var openedAt = calendar.plus(begun, chance.between(0.1, 2.4));
      if (openedAt.isBefore(rhythm.end())) {
        openings.add(new Opening(episode, chance, openedAt));
      }
    }
    openings.sort(
        Comparator.comparing(Opening::openedAt).thenComparingInt(o -> o.episode.number()));
    for (var opening : openings) {
      var story = story(opening, String.format(Locale.ROOT, "need-%04d", stories.size() + 1));
      stories.add(story);
      byEpisode.put(opening.episode.number(), story);
    }
  }

  List<NeedStory> all() {
    return stories;
  }

  /// Empty while nobody has seen a need in it.
  Optional<NeedStory> of(Episode episode) {
    return Optional.ofNullable(byEpisode.get(episode.number()));
  }

  private NeedStory story(Opening opening, String key) {
    var episode = opening.episode;
    var topic = episode.topic();
    var place =
        episode
            .findStreet()
            .map(NeedStories::everywhere)
            .or(() -> episode.findDistrict().map(district -> district.area().name()))
            .orElse(languages.name("town"));
    var need =
        new DemoNeed(
            key,
            letters.title(topic, place),
            topic.service(),
            episode.findDistrict().map(district -> district.area().code()).orElse(null),
            opening.openedAt,
            !topic.secret() && opening.chance.in(0.93),
            languages.of("en").section(topic.code()).get("summary"));
    var caseworker = opening.chance.oneOf(desk.of(topic).caseworkers());
    return new NeedStory(
        episode, place, need, caseworker, answers(opening, place, need, caseworker));
  }

  /// A street is called the same in every language.
  static Texts everywhere(String street) {
    var texts = new TreeMap<String, String>();
    Languages.CODES.forEach(language -> texts.put(language, street));
    return new Texts(texts);
  }

  private List<NeedStory.Sent> answers(
      Opening opening, Texts place, DemoNeed need, Desk.Caseworker caseworker) {
    var chance = opening.chance;
    var topic = opening.episode.topic();
    var office = desk.of(topic);
    double pace =
        office.pace() * opening.episode.findDistrict().map(Town.District::pace).orElse(1.1);
    double median = topic.stormSize() > 0 ? 2 : office.service().promiseWorkingDays() * pace * 0.7;
    var sentAt = calendar.plus(need.openedAt(), chance.logNormal(median, 0.55));
    boolean forgotten = chance.in(0.03) && opening.episode.size() < FORGETTABLE;
    var sent = new ArrayList<NeedStory.Sent>();
    if (forgotten || !sentAt.isBefore(rhythm.end())) {
      return sent;
    }
    var kind = kind(topic, chance);
    boolean warm = chance.in(caseworker.warmth());
    var by = calendar.openDayFrom(dayOf(sentAt).plusDays(chance.whole(15, 110)));
    sent.add(answer(opening, place, need, caseworker, kind, warm, by, sentAt));
    if (kind.equals("planned") && chance.in(0.78)) {
      var kept = by.plusDays(chance.whole(-9, 12)).atTime(10, chance.whole(0, 59));
      var keptAt = calendar.plus(kept.atZone(WorkingDays.ZONE).toInstant(), 0.1);
      if (keptAt.isBefore(rhythm.end())) {
        sent.add(answer(opening, place, need, caseworker, "kept", true, by, keptAt));
      }
    }
    return sent;
  }

  private NeedStory.Sent answer(
      Opening opening,
      Texts place,
      DemoNeed need,
      Desk.Caseworker caseworker,
      String kind,
      boolean warm,
      LocalDate by,
      Instant sentAt) {
    var topic = opening.episode.topic();
    int day = rhythm.indexOf(dayOf(sentAt));
    int people = Math.max(1, opening.episode.voicesUntil(day - 1));
    var letter =
        new Letters.Letter(
            topic,
            place,
            people,
            kind,
            warm,
            by,
            desk.of(topic),
            caseworker.staff(),
            opening.chance.whole(0, 999));
    var key = "answer-" + need.key() + (kind.equals("kept") ? "-2" : "-1");
    var answer =
        new DemoAnswer(
            key,
            need.key(),
            null,
            letters.outcome(letter),
            letters.write(letter, Languages.CODES),
            caseworker.staff().login(),
            sentAt);
    return new NeedStory.Sent(answer, warm);
  }

  /// What an answer about `topic` comes down to.
  static String kind(Topic topic, Chance chance) {
    double draw = chance.between(0, 1);
    if (topic.outcome().isPresent()) {
      return topic.outcome().get();
    }
    if (topic.notOurs() && draw < 0.6) {
      return "not-ours";
    }
    double next = chance.between(0, 1);
    return next < 0.36 ? "done" : next < 0.68 ? "planned" : next < 0.82 ? "considered" : "no";
  }

  static LocalDate dayOf(Instant at) {
    return at.atZone(WorkingDays.ZONE).toLocalDate();
  }
}
