package org.earshot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every language can say what every other can.
class PhrasesTest {

  private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");
  private static final Set<String> SLOTS =
      Set.of(
          "place", "area", "who", "since", "time", "n", "title", "count", "fix", "reason", "other",
          "date", "day", "month", "name", "service");

  private final Languages languages = Languages.read();

  @Test
  void haveTheSameSectionsAndKeys() {
    var english = languages.of("en");
    for (var language : Languages.CODES) {
      var phrases = languages.of(language);
      for (var section : english.all()) {
        var keys = new TreeSet<>(section.lines().keySet());
        keys.remove("summary"); // for staff, in English
        assertThat(phrases.section(section.name()).lines().keySet())
            .as("%s [%s]", language, section.name())
            .containsAll(keys);
      }
      assertThat(phrases.all()).as(language).hasSameSizeAs(english.all());
      assertThat(phrases.section("months").list("name")).hasSize(12);
    }
  }

  @Test
  void haveOnlySlotsThatAreFilled() {
    for (var language : Languages.CODES) {
      for (var section : languages.of(language).all()) {
        for (var line : section.lines().values().stream().flatMap(List::stream).toList()) {
          var matcher = SLOT.matcher(line);
          while (matcher.find()) {
            assertThat(SLOTS).as("%s: %s", language, line).contains(matcher.group(1));
          }
        }
      }
    }
  }

  @Test
  void coverEveryTopic() {
    for (var topic : Topic.readAll()) {
      var lines = languages.of("en").section(topic.code());
      assertThat(lines.list("say")).as(topic.code()).hasSizeGreaterThan(2);
      boolean notOurs = topic.notOurs() || topic.outcome().equals(Optional.of("not-ours"));
      assertThat(lines.find("other").isPresent()).as(topic.code()).isEqualTo(notOurs);
    }
  }
}
