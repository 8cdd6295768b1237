package org.earshot.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Plans which topics come up where and when, and how many voices each gets: a few for the whole
/// town, a storm, and hundreds for a street or a district, most of them small.
final class Episodes {

  static final int VOICES = 12_000;
  private static final int NUMBER = 420;
  private static final int MOST = 1_900;

  private record Sketch(
      Topic topic,
      Town.@Nullable District district,
      @Nullable String street,
      int start,
      int length,
      double size,
      double fade) {}

  private final Town town;
  private final List<Topic> topics;
  private final Rhythm rhythm;
  private final Chance chance;
  private final TreeSet<String> taken = new TreeSet<>();

  private Episodes(Town town, List<Topic> topics, Rhythm rhythm, Chance chance) {
    this.town = town;
    this.topics = topics;
    this.rhythm = rhythm;
    this.chance = chance;
  }

  static List<Episode> plan(Town town, List<Topic> topics, Rhythm rhythm, long seed, int scale) {
    return new Episodes(town, topics, rhythm, Chance.of(seed, 1)).plan(scale);
  }

  private List<Episode> plan(int scale) {
    var sketches = new ArrayList<Sketch>();
    double left = (double) VOICES * scale;
    for (var topic : topics) {
      double size = (topic.citySize() + topic.stormSize()) * chance.between(0.9, 1.1) * scale;
      if (size > 0) {
        boolean storm = topic.stormSize() > 0;
        int start = storm ? rhythm.storm() : rhythm.startOf(topic.cityMonth()) + chance.whole(0, 6);
        double fade = storm ? 2 : 18;
        int length = storm ? 12 : 90;
        double seen = seen(start, length, fade);
        sketches.add(new Sketch(topic, null, null, start, length, size * seen, fade));
        left -= size * seen;
      }
    }
    int number = (int) Math.min(MOST, NUMBER * StrictMath.pow(scale, 0.39)) - sketches.size();
    var local = new ArrayList<Sketch>();
    double weight = 0;
    for (int i = 0; i < number; i++) {
      var sketch = local();
      local.add(sketch);
      weight += sketch.size;
    }
    for (var sketch : local) {
      sketches.add(
          new Sketch(
              sketch.topic,
              sketch.district,
              sketch.street,
              sketch.start,
              sketch.length,
              Math.max(1, sketch.size * left / weight),
              sketch.fade));
    }
    var episodes = new ArrayList<Episode>();
    for (var sketch : sketches) {
      episodes.add(drawn(episodes.size(), sketch));
    }
    return episodes;
  }

  private Sketch local() {
    for (int attempt = 0; ; attempt++) {
      int start = chance.whole(-10, rhythm.days() - 1);
      int month = rhythm.day(start).getMonthValue();
      double[] weights = topics.stream().mapToDouble(t -> t.weight() * t.tiltIn(month)).toArray();
      var topic = topics.get(chance.weighted(weights));
      var district = town.someDistrict(topic, chance);
      var street = topic.inStreets() ? chance.oneOf(district.area().streets()) : null;
      boolean isNew = taken.add(topic.code() + " " + district.area().code() + " " + street);
      if (isNew || attempt == 6) { // a large town says the same thing in the same place again
        double size = chance.logNormal(1, 1.1);
        double fade = 3 + 6 * StrictMath.sqrt(size);
        int length = (int) Math.min(120, 5 * fade);
        size *= seen(start, length, fade);
        return new Sketch(topic, district, street, start, length, size, fade);
      }
    }
  }

  /// The share of an episode that falls before the end of the year.
  private double seen(int start, int length, double fade) {
    int last = Math.min(start + length, rhythm.days());
    return 1 - StrictMath.exp((Math.max(0, start) - last) / fade);
  }

  /// Voices come quickly at first and then fade, more on Mondays than on Sundays.
  private Episode drawn(int number, Sketch sketch) {
    int first = Math.max(0, sketch.start);
    int last = Math.clamp(sketch.start + sketch.length, first + 1, rhythm.days());
    double[] loudness = new double[last - first];
    double sum = 0;
    for (int i = 0; i < loudness.length; i++) {
      double since = first + i - sketch.start + 0.5;
      double swell = Math.min(1, since / (0.3 * sketch.fade));
      loudness[i] =
          swell
              * StrictMath.exp(-since / sketch.fade)
              * rhythm.loudness(first + i)
              * chance.between(0.3, 1.7);
      sum += loudness[i];
    }
    int[] perDay = new int[loudness.length];
    long size = Math.max(1, Math.round(sketch.size));
    double spoken = 0;
    long counted = 0;
    for (int i = 0; i < perDay.length; i++) {
      spoken += loudness[i];
      long until = i == perDay.length - 1 ? size : (long) (size * spoken / sum + 0.5);
      perDay[i] = (int) (until - counted);
      counted = until;
    }
    return new Episode(number, sketch.topic, sketch.district, sketch.street, first, perDay);
  }
}
