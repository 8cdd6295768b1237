package org.earshot.demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives somebody who is about to speak their words, and follows what becomes of them.
final class Histories {

  private final Town town;
  private final NeedStories stories;
  private final VoiceWriter writer;
  private final Courses courses;

  Histories(Town town, NeedStories stories, VoiceWriter writer, Courses courses) {
    this.town = town;
    this.stories = stories;
    this.writer = writer;
    this.courses = courses;
  }

  /// Draws from the speaking's chance: call it once for each.
  VoiceHistory of(long id, Speaking speaking) {
    var chance = speaking.chance();
    var topic = speaking.topic();
    var language = speaking.language();
    var area = speaking.person().home().area();
    var episode = Optional.ofNullable(speaking.episode());
    var street = episode.flatMap(Episode::findStreet).orElseGet(() -> chance.oneOf(area.streets()));
    var place = topic.inStreets() ? NeedStories.everywhere(street) : area.name();
    var words = writer.write(topic, place, area, language, speaking.channel(), chance);
    boolean saysWhere = topic.inStreets() ? chance.in(0.7) : chance.in(0.12);
    var story = episode.flatMap(stories::of).orElse(null);
    var voice =
        new SaidVoice(
            id,
            speaking.at(),
            speaking.channel(),
            language,
            words,
            chance.in(0.88) ? area.code() : null,
            saysWhere ? writer.place(street, language, chance) : null,
            town.shared(speaking.person(), chance),
            contact(id, speaking),
            chance.in(0.34),
            topic.urgent(),
            story == null ? null : story.need().key());
    return new VoiceHistory(voice, courses.of(id, speaking, place, story));
  }

  private static @Nullable DemoContact contact(long id, Speaking speaking) {
    var chance = speaking.chance();
    boolean confirmed = chance.in(0.85);
    return switch (speaking.channel()) {
      case "email" -> email(id, true);
      case "sms" -> mobile(chance, true);
      case "web" ->
          chance.in(0.5) ? email(id, confirmed) : chance.in(0.3) ? mobile(chance, confirmed) : null;
      case "phone" -> chance.in(0.45) ? mobile(chance, confirmed) : null;
      default -> chance.in(0.2) ? email(id, confirmed) : null;
    };
  }

  private static DemoContact email(long id, boolean confirmed) {
    return new DemoContact("email", "person" + id + "@example.org", confirmed);
  }

  /// The numbers that the regulator keeps free for drama.
  private static DemoContact mobile(Chance chance, boolean confirmed) {
    return new DemoContact("mobile", "+44 7700 900" + chance.whole(100, 999), confirmed);
  }
}
