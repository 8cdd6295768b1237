package org.earshot.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who speaks on which day, in order of time. Any day can be had without those before it.
final class Days {

  static final int ALONE = 8_000;

  private final Town town;
  private final List<Topic> topics;
  private final List<Episode> episodes;
  private final Rhythm rhythm;
  private final WorkingDays calendar;
  private final long seed;
  private final int[] alone; // by day: voices that belong to no episode
  private final long[] voicesBefore; // by day, and the year's total at the end

  Days(
      Town town,
      List<Topic> topics,
      List<Episode> episodes,
      Rhythm rhythm,
      WorkingDays calendar,
      long seed,
      int scale) {
    this.town = town;
    this.topics = topics;
    this.episodes = episodes;
    this.rhythm = rhythm;
    this.calendar = calendar;
    this.seed = seed;
    alone = new int[rhythm.days()];
    voicesBefore = new long[rhythm.days() + 1];
    shareOut((long) ALONE * scale);
    for (int day = 0; day < alone.length; day++) {
      long voices = alone[day];
      for (var episode : episodes) {
        voices += episode.voicesOn(day);
      }
      voicesBefore[day + 1] = voicesBefore[day] + voices;
    }
    int last = alone.length - 1;
    voicesBefore[last + 1] = voicesBefore[last] + speakings(last).size();
  }

  private void shareOut(long voices) {
    var chance = Chance.of(seed, 3);
    double[] until = new double[alone.length];
    double sum = 0;
    for (int day = 0; day < until.length; day++) {
      sum += rhythm.loudness(day) * rhythm.stormy(day) * chance.between(0.8, 1.2);
      until[day] = sum;
    }
    long counted = 0;
    for (int day = 0; day < until.length; day++) {
      long next = Math.round(voices * until[day] / sum);
      alone[day] = (int) (next - counted);
      counted = next;
    }
  }

  /// How many have spoken before that day of the year begins.
  long voicesBefore(int day) {
    return voicesBefore[day];
  }

  List<Speaking> speakings(int day) {
    var date = rhythm.day(day);
    var speakings = new ArrayList<Speaking>();
    for (var episode : episodes) {
      for (int i = episode.voicesOn(day); i > 0; i--) {
        speakings.add(speaking(day, date, speakings.size(), episode));
      }
    }
    for (int i = 0; i < alone[day]; i++) {
      speakings.add(speaking(day, date, speakings.size(), null));
    }
    speakings.removeIf(speaking -> !speaking.at().isBefore(rhythm.end()));
    speakings.sort(Comparator.comparing(Speaking::at).thenComparingInt(Speaking::ordinal));
    return speakings;
  }

  private Speaking speaking(int day, LocalDate date, int ordinal, @Nullable Episode episode) {
    var chance = Chance.of(seed, 4, day, ordinal);
    var topic = episode == null ? someTopic(date, chance) : episode.topic();
    var district =
        episode == null
            ? town.someDistrict(topic, chance)
            : episode.findDistrict().orElseGet(() -> town.someDistrict(topic, chance));
    var person = town.somePerson(district, topic, chance);
    var channel = channel(person, topic, chance);
    if (Rhythm.isStaffed(channel) && !calendar.isOpen(date)) {
      channel = chance.in(0.7) ? "web" : "email";
    }
    var language = person.language();
    if (!topic.code().equals("interpreter") && chance.in(0.3)) {
      language = "en"; // many write in the language of the office
    }
    var at = rhythm.moment(date, channel, chance);
    return new Speaking(ordinal, episode, topic, person, language, channel, at, chance);
  }

  private Topic someTopic(LocalDate date, Chance chance) {
    int month = date.getMonthValue();
    double[] weights = new double[topics.size()];
    for (int i = 0; i < weights.length; i++) {
      var topic = topics.get(i);
      weights[i] = topic.weight() * topic.tiltIn(month) + 2 * topic.alone();
    }
    return topics.get(chance.weighted(weights));
  }

  private static String channel(Town.Person person, Topic topic, Chance chance) {
    double[] odds =
        person.isOld()
            ? new double[] {18, 33, 20, 10, 16, 3}
            : person.isYoung()
                ? new double[] {62, 5, 2, 1, 9, 21}
                : new double[] {46, 15, 6, 3, 22, 8};
    if (topic.urgent()) {
      odds[3] = 0;
    }
    return List.of("web", "phone", "counter", "paper", "email", "sms").get(chance.weighted(odds));
  }
}
