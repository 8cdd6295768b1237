package org.earshot.server.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.testing.SmallTown;
import org.earshot.server.testing.Townspeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Staff find a voice by whatever they remember of it.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class VoiceSearchTest {

  @Inject Townspeople people;
  @Inject SmallTown town;
  @Inject Database database;

  private UUID service = new UUID(0, 0);

  @BeforeEach
  void ownService() {
    service = town.service("search-" + UUID.randomUUID(), false);
  }

  private UUID say(String words, String language) {
    return people.say(words, language, service, null).id();
  }

  private List<UUID> find(String words) {
    return find(words, null, null);
  }

  private List<UUID> find(String words, @Nullable String language, @Nullable String state) {
    var wanted = wanted(words, language, state);
    return database.read(handle -> VoiceSearch.find(handle, wanted, null, 10)).voices();
  }

  private VoiceSearch.Wanted wanted(
      String words, @Nullable String language, @Nullable String state) {
    return new VoiceSearch.Wanted(
        words,
        List.of(service),
        new UUID(0, 0),
        false,
        null,
        language,
        null,
        state,
        null,
        null,
        ZoneOffset.UTC,
        false);
  }

  @Test
  void wordsAreFoundInEveryLanguageAndForm() {
    var english = say("The benches near the harbour are broken", "en");
    var spanish = say("Los bancos del puerto están rotos", "es");
    var arabic = say("المقاعد قرب الميناء مكسورة", "ar");
    var chinese = say("港口附近的长椅坏了", "zh");
    assertThat(find("bench harbour")).containsExactly(english);
    assertThat(find("banco puerto")).containsExactly(spanish);
    assertThat(find("الميناء")).containsExactly(arabic);
    assertThat(find("长椅")).containsExactly(chinese);
    assertThat(find("arbou")).as("inside a word").containsExactly(english);
  }

  @Test
  void aNumberFindsItsVoice() {
    var voice = people.say("Nothing that is a number", "en", service, null);
    assertThat(find(String.valueOf(voice.publicNumber()))).containsExactly(voice.id());
  }

  @Test
  void filtersNarrowWhatWordsFind() {
    var english = say("Pelicans, please", "en");
    var french = say("Pelicans, s’il vous plaît", "fr");
    assertThat(find("pelicans")).containsExactlyInAnyOrder(english, french);
    assertThat(find("pelicans", "fr", null)).containsExactly(french);
    assertThat(find("pelicans", null, "owed")).hasSize(2);
    assertThat(find("pelicans", null, "answered")).isEmpty();
  }

  @Test
  void amongCommonWordsItSaysHowFarItLookedAndGoesOnFromThere() {
    var french = say("Cormorants on every pole", "fr");
    var other = say("Cormorants on the quay", "fr");
    IntStream.range(0, 6).forEach(i -> say("Cormorants " + i, "en"));
    var wanted = wanted("cormorants", "fr", null);
    var effort = new VoiceSearch.Effort(1, 4, 1_000_000);
    var first = database.read(handle -> VoiceSearch.find(handle, wanted, null, 10, effort));
    assertThat(first.found()).isEmpty();
    assertThat(first.lookedUntil()).isNotNull();
    var rest =
        database.read(handle -> VoiceSearch.find(handle, wanted, first.lookedUntil(), 10, effort));
    assertThat(rest.voices()).containsExactlyInAnyOrder(french, other);
    assertThat(rest.lookedUntil()).as("the oldest voice was looked at").isNull();
    var shortStretches = new VoiceSearch.Effort(1, 2, 2);
    var all = database.read(handle -> VoiceSearch.newest(handle, wanted, 10, shortStretches));
    assertThat(all)
        .as("without paging nothing is left out")
        .containsExactlyInAnyOrder(french, other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "\"",
        "\"unclosed",
        "a & | b",
        "!",
        "-",
        "- -",
        "%",
        "_",
        "\\",
        ":*",
        "(",
        "<->",
        "'; DROP TABLE voice; --",
        "\u202e\u200b",
        "99999999999999999999",
        "😀"
      })
  void oddQueriesAreOnlyWords(String words) {
    say("The rowing club has no steps", "en");
    assertThat(find(words)).isEmpty();
  }
}
