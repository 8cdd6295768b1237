package org.earshot.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes answers: some as one would speak to a neighbour, some as offices do.
final class Letters {

  /// Answers stand on public pages, where fewer people are never counted.
  private static final int FEWEST_COUNTED = 10;

  /// What a letter says.
  ///
  /// @param place the street, district or town it is about
  /// @param people how many said the same, 1 for a letter to one
  /// @param kind done, planned, considered, no, not-ours, or kept for a promise that was
  /// @param by the day that is promised; read only when planned
  /// @param turn picks among phrases and small numbers, the same in every language
  record Letter(
      Topic topic,
      Texts place,
      int people,
      String kind,
      boolean warm,
      LocalDate by,
      Desk.Office office,
      DemoStaff author,
      int turn) {}

  private final Languages languages;

  Letters(Languages languages) {
    this.languages = languages;
  }

  Texts title(Topic topic, Texts place) {
    var titles = new TreeMap<String, String>();
    for (var language : Languages.CODES) {
      var title = languages.of(language).section(topic.code()).get("title");
      titles.put(language, Languages.fill(title, Map.of("place", place.in(language))));
    }
    return new Texts(titles);
  }

  Texts write(Letter letter, List<String> into) {
    var title = title(letter.topic, letter.place);
    var texts = new TreeMap<String, String>();
    for (var language : into) {
      texts.put(language, write(letter, title.in(language), language));
    }
    return new Texts(texts);
  }

  private String write(Letter letter, String title, String language) {
    var phrases = languages.of(language);
    var openings = phrases.section("answer");
    var bodies = phrases.section("answer." + letter.kind);
    var slots = new HashMap<String, String>();
    slots.put("title", title);
    slots.put("count", Integer.toString(letter.people));
    slots.put("fix", part(letter, "fix", language));
    slots.put("reason", part(letter, "reason", language));
    slots.put("other", part(letter, "other", language));
    slots.put("date", date(letter.by, language));
    slots.put("name", letter.author.publicName());
    slots.put("service", letter.office.service().name().in(language));
    var opening = !letter.warm ? "cold" : letter.people >= FEWEST_COUNTED ? "many" : "one";
    var paragraphs =
        List.of(
            turn(openings.list(opening), letter.turn),
            turn(bodies.list(letter.warm ? "warm" : "cold"), letter.turn),
            openings.get("sign"));
    return Languages.fill(String.join("\n\n", paragraphs), slots);
  }

  DemoOutcome outcome(Letter letter) {
    return switch (letter.kind) {
      case "planned" -> new DemoOutcome.Planned(letter.by);
      case "considered" -> new DemoOutcome.Considered();
      case "no" -> new DemoOutcome.No(parts(letter, "reason"));
      case "not-ours" -> new DemoOutcome.NotOurs(parts(letter, "other"));
      default -> new DemoOutcome.Done();
    };
  }

  private Texts parts(Letter letter, String key) {
    var parts = new TreeMap<String, String>();
    for (var language : Languages.CODES) {
      parts.put(language, part(letter, key, language));
    }
    return new Texts(parts);
  }

  private String part(Letter letter, String key, String language) {
    var line = languages.of(language).section(letter.topic.code()).find(key);
    var slots =
        Map.of("place", letter.place.in(language), "n", Integer.toString(2 + letter.turn % 5));
    return line.map(part -> Languages.fill(part, slots)).orElse("");
  }

  private String date(LocalDate day, String language) {
    var months = languages.of(language).section("months");
    return Languages.fill(
        months.get("date"),
        Map.of(
            "day", Integer.toString(day.getDayOfMonth()),
            "month", months.list("name").get(day.getMonthValue() - 1)));
  }

  private static String turn(List<String> choices, int turn) {
    return choices.get(turn % choices.size());
  }
}
