package org.earshot.server.listen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.earshot.server.ledger.Actor;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.jobs.Jobs;
import org.jdbi.v3.core.Handle;

/// How long voices and contacts are kept after the last thing that happened to them, and the job
/// that keeps to it.
@ApplicationScoped
public class Retention {

  private static final int BATCH = 200;

  /// The periods that a body has set.
  ///
  /// @param contactMonths after so many quiet months the contact is forgotten
  /// @param wordsMonths after so many quiet months the whole voice is erased
  public record Periods(int contactMonths, int wordsMonths) {

    public static final Periods DEFAULT = new Periods(24, 60);

    public Periods {
      if (contactMonths < 1 || wordsMonths < contactMonths || wordsMonths > 1_200) {
        throw new IllegalArgumentException(
            "Contacts are kept 1 month or longer and not longer than words, but %d and %d."
                .formatted(contactMonths, wordsMonths));
      }
    }
  }

  /// What periods would make forgotten at once.
  ///
  /// @param voices counted up to [#MOST_COUNTED]
  /// @param contacts of other voices and of these; counted as far
  public record Due(long voices, long contacts) {

    public boolean isNothing() {
      return voices == 0 && contacts == 0;
    }
  }

  /// As far as [#due] counts.
  public static final int MOST_COUNTED = 10_000;

  private final Jobs jobs;
  private final Database database;
  private final ContactDesk contacts;
  private final Erasure erasure;
  private final ObjectMapper json;
  private final Clock clock;

  Retention(
      Jobs jobs,
      Database database,
      ContactDesk contacts,
      Erasure erasure,
      ObjectMapper json,
      Clock clock) {
    this.jobs = jobs;
    this.database = database;
    this.contacts = contacts;
    this.erasure = erasure;
    this.json = json;
    this.clock = clock;
  }

  public Periods periods() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT value::text FROM setting WHERE key = 'retention'")
                .mapTo(String.class)
                .findOne()
                .map(this::parse)
                .orElse(Periods.DEFAULT));
  }

  /// What these periods would forget if they held now.
  public Due due(Periods periods) {
    var now = clock.instant();
    return database.read(
        handle ->
            new Due(
                new StoredVoices(handle)
                    .listQuietSince(monthsBefore(now, periods.wordsMonths()), MOST_COUNTED)
                    .size(),
                new Contacts(handle)
                    .listQuietSince(monthsBefore(now, periods.contactMonths()), MOST_COUNTED)
                    .size()));
  }

  public void save(Handle handle, Periods periods) {
    try {
      handle
          .createUpdate(
              """
              INSERT INTO setting (key, value) VALUES ('retention', CAST(:value AS jsonb))
              ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value
              """)
          .bind("value", json.writeValueAsString(periods))
          .execute();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Scheduled(every = "6h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
  void keepTo() {
    jobs.runAlone("retention", () -> keepTo(clock.instant()));
  }

  /// Forgets what is too old at `now`.
  void keepTo(Instant now) {
    var periods = periods();
    var wordsBefore = monthsBefore(now, periods.wordsMonths());
    forEach(
        handle -> new StoredVoices(handle).listQuietSince(wordsBefore, BATCH),
        voice -> erasure.erase(voice, Actor.system()));
    var contactsBefore = monthsBefore(now, periods.contactMonths());
    forEach(
        handle -> new Contacts(handle).listQuietSince(contactsBefore, BATCH),
        voice -> database.useTransaction(handle -> contacts.remove(handle, voice, Actor.system())));
  }

  /// Goes on, batch by batch, until none is left: a year's backlog is not spread over weeks.
  private void forEach(Function<Handle, List<UUID>> due, Consumer<UUID> work) {
    for (var voices = database.read(due); !voices.isEmpty(); voices = database.read(due)) {
      voices.forEach(work);
    }
  }

  private static Instant monthsBefore(Instant now, int months) {
    return now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
  }

  private Periods parse(String text) {
    try {
      return json.readValue(text, Periods.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored retention periods", e);
    }
  }
}
