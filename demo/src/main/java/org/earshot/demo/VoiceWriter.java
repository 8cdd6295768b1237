package org.earshot.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Writes what people say: short or rambling, polite or tired, about one thing or several, with and
/// without slips.
final class VoiceWriter {

  private final Languages languages;
  private final List<Topic> topics;

  VoiceWriter(Languages languages, List<Topic> topics) {
    this.languages = languages;
    this.topics = topics;
  }

  /// The words of one person about `topic` in `place`.
  String write(
      Topic topic, Texts place, DemoArea area, String language, String channel, Chance chance) {
    var draft = new Draft(language, place, area, chance);
    double length = chance.between(0, 1) + longer(channel);
    if (length < 0.25) {
      draft.terse(topic);
    } else if (length < 0.8) {
      draft.plain(topic, 0.5);
    } else {
      draft.rambling(topic);
    }
    var words = draft.words(channel);
    boolean slips = !channel.equals("phone") && !channel.equals("counter") && chance.in(0.14);
    return slips ? slip(words, chance) : words;
  }

  /// The place as the person gives it, for example "Mill Lane, near the school".
  String place(String street, String language, Chance chance) {
    if (chance.in(0.6)) {
      return street;
    }
    var detail = chance.oneOf(languages.of(language).section("slots").list("detail"));
    return street
        + (language.equals("ar") ? "، " : ", ")
        + Languages.fill(detail, Map.of("n", Integer.toString(chance.whole(2, 88))));
  }

  private static double longer(String channel) {
    return switch (channel) {
      case "sms" -> -0.45;
      case "email", "paper" -> 0.15;
      default -> 0;
    };
  }

  private final class Draft {

    private final String language;
    private final Chance chance;
    private final Sections phrases;
    private final Sections.Section voice;
    private final Map<String, String> slots = new TreeMap<>();
    private final List<String> said = new ArrayList<>(); // nobody says one thing twice
    private final List<String> sentences = new ArrayList<>();

    Draft(String language, Texts place, DemoArea area, Chance chance) {
      this.language = language;
      this.chance = chance;
      phrases = languages.of(language);
      voice = phrases.section("voice");
      slots.put("place", place.in(language));
      slots.put("area", area.name().in(language));
      slots.put("who", chance.oneOf(phrases.section("slots").list("who")));
    }

    void terse(Topic topic) {
      double more = chance.between(0, 1);
      if (more < 0.12) {
        say(voice.list("open"));
      }
      about(topic, "say");
      if (more > 0.45) {
        about(topic, "because");
      } else if (more > 0.16) {
        say(voice.list("close"));
      }
    }

    void plain(Topic topic, double polite) {
      if (chance.in(polite)) {
        say(voice.list("open"));
      }
      about(topic, "say");
      if (chance.in(0.7)) {
        about(topic, "because");
      }
      if (chance.in(0.15)) {
        say(voice.list("ramble"));
      }
      if (chance.in(0.1)) {
        another();
      }
      if (chance.in(polite)) {
        say(voice.list("close"));
      }
    }

    void rambling(Topic topic) {
      say(voice.list("open"));
      if (chance.in(0.5)) {
        say(voice.list("ramble"));
      }
      plain(topic, 0);
      about(topic, "say");
      say(voice.list("ramble"));
      about(topic, "because");
      if (chance.in(0.3)) {
        another();
      }
      say(voice.list("ramble"));
      say(voice.list("close"));
    }

    /// The second thing of those who write about two.
    private void another() {
      say(voice.list("also"));
      about(chance.oneOf(topics.stream().filter(topic -> topic.weight() > 0).toList()), "say");
    }

    private void about(Topic topic, String key) {
      say(phrases.section(topic.code()).list(key));
    }

    private void say(List<String> choices) {
      var slot = phrases.section("slots");
      slots.put("n", Integer.toString(chance.whole(2, 9)));
      slots.put("since", chance.oneOf(slot.list("since")));
      slots.put("time", chance.oneOf(slot.list("time")));
      var phrase = chance.oneOf(choices);
      if (!said.contains(phrase)) {
        said.add(phrase);
        sentences.add(Languages.fill(phrase, slots));
      }
    }

    /// Sentences one after the other, each with a capital where the one before has ended.
    String words(String channel) {
      boolean casual = channel.equals("sms") || channel.equals("web");
      boolean careless = casual && chance.in(0.12);
      var text = new StringBuilder();
      boolean ended = true;
      for (var sentence : sentences) {
        if (!text.isEmpty() && !language.equals("zh")) {
          text.append(' ');
        }
        text.append(ended && !careless ? capital(sentence) : sentence);
        ended = !sentence.endsWith(",") && !sentence.endsWith(":") && !sentence.endsWith("،");
      }
      if (careless && text.charAt(text.length() - 1) == '.') {
        text.setLength(text.length() - 1);
      }
      return text.toString();
    }
  }

  private static String capital(String sentence) {
    int first = 0;
    while (first < sentence.length() - 1 && !Character.isLetter(sentence.charAt(first))) {
      first++;
    }
    return sentence.substring(0, first)
        + sentence.substring(first, first + 1).toUpperCase(Locale.ROOT)
        + sentence.substring(first + 1);
  }

  /// One to three slips of the finger in long words of Latin letters.
  private static String slip(String words, Chance chance) {
    var text = new StringBuilder(words);
    for (int slips = chance.whole(1, 3); slips > 0; slips--) {
      int at = chance.whole(1, Math.max(1, text.length() - 3));
      if (at + 2 >= text.length() || !isSmall(text, at - 1, at + 2)) {
        continue;
      }
      switch (chance.whole(0, 2)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, text.charAt(at));
        default -> {
          char letter = text.charAt(at);
          text.setCharAt(at, text.charAt(at + 1));
          text.setCharAt(at + 1, letter);
        }
      }
    }
    return text.toString();
  }

  private static boolean isSmall(CharSequence text, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }
}
