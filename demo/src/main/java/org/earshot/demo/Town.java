package org.earshot.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who lives where in Riverbend, and who of them is ready to speak.
final class Town {

  static final int PEOPLE = 60_000;

  /// A district with what only this module knows about it.
  ///
  /// @param speaks how readily its people speak
  /// @param pace how long answers take there
  /// @param heard how much better or worse answers are felt there
  record District(DemoArea area, double speaks, double pace, double heard) {}

  /// Somebody who may speak: one segment of every dimension.
  record Person(District home, List<String> segments) {

    boolean is(String segment) {
      return segments.contains(segment);
    }

    String language() {
      var spoken = segments.get(2).substring("language:".length());
      return Languages.CODES.contains(spoken) ? spoken : "en";
    }

    boolean isYoung() {
      return is("age:under-18") || is("age:18-24");
    }

    boolean isOld() {
      return is("age:65-79") || is("age:80-plus");
    }
  }

  private final String river;
  private final List<District> districts = new ArrayList<>();
  private final List<DemoDimension> dimensions = new ArrayList<>();
  private final List<DemoMargin> margins = new ArrayList<>();
  private final List<Double> consents = new ArrayList<>();
  private final double[][][] voices; // by district, dimension, segment: people who may speak

  Town(Languages languages, int scale) {
    var areas = Sections.read("areas.txt");
    var speakers = readDimensions(languages);
    river = areas.section("river").get("geometry");
    var lines = areas.all().stream().filter(area -> !area.name().equals("river")).toList();
    voices = new double[lines.size()][dimensions.size()][];
    for (int d = 0; d < lines.size(); d++) {
      var line = lines.get(d);
      long people = Long.parseLong(line.get("share")) * PEOPLE / 100 * scale;
      var area =
          new DemoArea(
              line.name(),
              languages.name(line.name()),
              line.get("geometry"),
              people,
              line.list("street"));
      districts.add(
          new District(
              area, line.number("speaks", 1), line.number("pace", 1), line.number("heard", 0)));
      var quiet = line.find("quiet").map(q -> q.split(" ")).orElse(new String[] {"", "1"});
      for (int k = 0; k < dimensions.size(); k++) {
        var dimension = dimensions.get(k);
        var percent =
            Stream.of(line.get(dimension.code()).split(" ")).mapToInt(Integer::parseInt).toArray();
        long[] counts = shareOut(people, percent);
        voices[d][k] = new double[counts.length];
        for (int s = 0; s < counts.length; s++) {
          var segment = dimension.segments().get(s).code();
          margins.add(new DemoMargin(area.code(), dimension.code(), segment, counts[s]));
          double hush = segment.equals(quiet[0]) ? Double.parseDouble(quiet[1]) : 1;
          voices[d][k][s] = counts[s] * speakers.get(k).get(s) * hush;
        }
      }
    }
  }

  private List<List<Double>> readDimensions(Languages languages) {
    var speakers = new ArrayList<List<Double>>();
    for (var lines : Sections.read("dimensions.txt").all()) {
      var segments = new ArrayList<DemoSegment>();
      var readiness = new ArrayList<Double>();
      for (var line : lines.list("segment")) {
        int space = line.indexOf(' ');
        var code = line.substring(0, space);
        segments.add(new DemoSegment(code, languages.name(code)));
        readiness.add(Double.valueOf(line.substring(space + 1)));
      }
      dimensions.add(new DemoDimension(lines.name(), languages.name(lines.name()), segments));
      consents.add(lines.number("consent", 0));
      speakers.add(readiness);
    }
    return speakers;
  }

  /// Whole people in the given proportions, by largest remainder: they add up exactly.
  private static long[] shareOut(long people, int[] percent) {
    long[] counts = new long[percent.length];
    long left = people;
    for (int i = 0; i < percent.length; i++) {
      counts[i] = people * percent[i] / 100;
      left -= counts[i];
    }
    var byRemainder =
        IntStream.range(0, percent.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> -(people * percent[i] % 100)))
            .toList();
    for (int i = 0; i < left; i++) {
      counts[byRemainder.get(i)]++;
    }
    return counts;
  }

  String river() {
    return river;
  }

  List<District> districts() {
    return districts;
  }

  List<DemoDimension> dimensions() {
    return dimensions;
  }

  List<DemoMargin> margins() {
    return margins;
  }

  /// Where somebody who speaks about `topic` is likely to live.
  District someDistrict(Topic topic, Chance chance) {
    double[] weights = new double[districts.size()];
    for (int d = 0; d < weights.length; d++) {
      var district = districts.get(d);
      weights[d] = district.area.people() * district.speaks * topic.tiltOf(district.area.code());
    }
    return districts.get(chance.weighted(weights));
  }

  /// Somebody there who is likely to speak about `topic`.
  Person somePerson(District home, Topic topic, Chance chance) {
    double[][] speaking = voices[districts.indexOf(home)];
    var segments = new ArrayList<String>();
    for (int k = 0; k < dimensions.size(); k++) {
      var choices = dimensions.get(k).segments();
      double[] weights = speaking[k].clone();
      for (int s = 0; s < weights.length; s++) {
        weights[s] *= topic.tiltOf(choices.get(s).code());
      }
      segments.add(choices.get(chance.weighted(weights)).code());
    }
    return new Person(home, segments);
  }

  /// What of it the person agrees to share; some share nothing at all.
  List<String> shared(Person person, Chance chance) {
    var shared = new ArrayList<String>();
    boolean shares = chance.in(0.72);
    for (int k = 0; k < consents.size(); k++) {
      if (chance.in(consents.get(k)) && shares) {
        shared.add(person.segments.get(k));
      }
    }
    return shared;
  }
}
