package org.earshot.server.listen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.earshot.server.ledger.Actor;
import org.earshot.server.places.Area;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.text.LanguageGuess;
import org.earshot.server.platform.text.PlainText;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes one batch of voices from another system in, in one transaction. Rows that cannot be taken
/// are named with the reason; the others are kept. The same row again is the same voice.
@ApplicationScoped
class VoiceImport {

  static final int MOST_ROWS = 500;

  private static final int LONGEST_ID = 200;
  private static final Set<String> CHANNELS =
      Set.of("web", "phone", "counter", "paper", "email", "sms", "import");
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /// What became of one row.
  ///
  /// @param outcome "created", "known" or "rejected"
  public record Result(
      String id,
      String outcome,
      @Nullable String code,
      @Nullable Long publicNumber,
      @Nullable String reason) {}

  /// What became of a batch.
  sealed interface Outcome {

    record Taken(List<Result> results) implements Outcome {}

    record Refused(int status, String detail) implements Outcome {}
  }

  /// A row that is not as it must be, with the reason in words.
  private static final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    Rejected(String reason) {
      super(reason, null, false, false);
    }
  }

  /// A row as it was read.
  ///
  /// @param voice null when it cannot be taken, for this reason
  private record Row(String id, @Nullable NewVoice voice, String reason) {}

  private final Database database;
  private final Intake intake;
  private final Places places;
  private final Bodies bodies;
  private final LanguageGuess languages;
  private final Clock clock;

  VoiceImport(
      Database database,
      Intake intake,
      Places places,
      Bodies bodies,
      LanguageGuess languages,
      Clock clock) {
    this.database = database;
    this.intake = intake;
    this.places = places;
    this.bodies = bodies;
    this.languages = languages;
    this.clock = clock;
  }

  Outcome take(JsonNode request) {
    var source = PlainText.lineOf(request.path("source").asText(""));
    var channel = request.path("channel").asText("import");
    var rows = request.path("voices");
    if (source.isEmpty() || source.length() > LONGEST_ID) {
      return new Outcome.Refused(400, "\"source\" must name the source in 1 to 200 characters.");
    }
    if (!CHANNELS.contains(channel)) {
      return new Outcome.Refused(
          400, "\"channel\" must be one of %s.".formatted(CHANNELS.stream().sorted().toList()));
    }
    if (!rows.isArray()) {
      return new Outcome.Refused(400, "\"voices\" must be a list.");
    }
    if (rows.size() > MOST_ROWS) {
      return new Outcome.Refused(
          413, "A request may hold up to %d voices, not %d.".formatted(MOST_ROWS, rows.size()));
    }
    boolean history = request.path("history").asBoolean(false);
    var read = new ArrayList<Row>();
    for (var row : rows) {
      var id = row.path("id").asText("");
      try {
        read.add(new Row(id, read(row, source, channel, history), ""));
      } catch (Rejected reason) {
        read.add(new Row(id, null, String.valueOf(reason.getMessage())));
      }
    }
    return new Outcome.Taken(database.inTransaction(handle -> taken(handle, read)));
  }

  private List<Result> taken(Handle handle, List<Row> rows) {
    var voices = rows.stream().map(Row::voice).filter(Objects::nonNull).toList();
    var erased = intake.erasedOrigins(handle, voices);
    var wanted = voices.stream().filter(voice -> !erased.contains(voice.origin())).toList();
    var heard = intake.hearAll(handle, wanted, Actor.system()).iterator();
    return rows.stream()
        .map(
            row -> {
              var voice = row.voice();
              if (voice == null) {
                return rejected(row.id(), row.reason());
              }
              return erased.contains(voice.origin())
                  ? rejected(row.id(), "this voice was erased here; it is not taken in again")
                  : result(row.id(), heard.next());
            })
        .toList();
  }

  private static Result rejected(String id, String reason) {
    return new Result(id, "rejected", null, null, reason);
  }

  private static Result result(String id, Heard heard) {
    return new Result(
        id, heard.fresh() ? "created" : "known", heard.code().value(), heard.publicNumber(), null);
  }

  private NewVoice read(JsonNode row, String source, String channel, boolean history)
      throws Rejected {
    var id = PlainText.lineOf(text(row, "id", true));
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new Rejected("id must have 1 to 200 characters");
    }
    var words = PlainText.of(text(row, "words", true));
    if (words.isEmpty()) {
      throw new Rejected("words hold nothing that can be seen");
    }
    if (PlainText.length(words) > Words.MOST) {
      throw new Rejected(
          "words have %d characters, more than %d".formatted(PlainText.length(words), Words.MOST));
    }
    var now = clock.instant();
    var language = language(text(row, "language", false), words);
    return new NewVoice(
        words,
        language,
        channel,
        saidAt(text(row, "saidAt", false), now),
        now,
        places.frontDesk().id(),
        where(text(row, "area", false)),
        Set.of(),
        null,
        false,
        !history && places.mayBeUrgent(language, words),
        new NewVoice.Origin(source, id),
        null,
        null,
        List.of(),
        history);
  }

  private static String text(JsonNode row, String name, boolean required) throws Rejected {
    var value = row.path(name);
    if (value.isMissingNode() || value.isNull()) {
      if (required) {
        throw new Rejected(name + " is missing");
      }
      return "";
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw new Rejected(name + " must be a text");
    }
    return value.asText();
  }

  private String language(String given, String words) throws Rejected {
    if (given.isBlank()) {
      return languages.of(words, bodies.get().languages().getFirst().code());
    }
    var code = given.strip().toLowerCase(java.util.Locale.ROOT).split("[-_]", 2)[0];
    if (!VoiceForms.isLanguage(code)) {
      throw new Rejected("language must be an ISO 639-1 code such as en, but is " + shown(given));
    }
    return code;
  }

  private static Instant saidAt(String given, Instant now) throws Rejected {
    if (given.isBlank()) {
      return now;
    }
    Instant at;
    try {
      at = OffsetDateTime.parse(given.strip()).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new Rejected(
          "saidAt must be a time such as 2018-02-13T12:58:16Z, but is " + shown(given));
    }
    if (at.isBefore(EARLIEST) || at.isAfter(now.plus(CLOCK_SKEW))) {
      throw new Rejected("saidAt must be after 1900 and not to come, but is " + shown(given));
    }
    return at.isAfter(now) ? now : at;
  }

  private NewVoice.Whereabouts where(String given) throws Rejected {
    if (given.isBlank()) {
      return NewVoice.Whereabouts.unknown();
    }
    var area = places.findArea(given).map(Area::id);
    if (area.isEmpty()) {
      throw new Rejected("there is no area " + shown(given));
    }
    return new NewVoice.Whereabouts(area.get(), null, null, null);
  }

  private static String shown(String given) {
    var line = PlainText.lineOf(given);
    return "\"" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "\"";
  }
}
