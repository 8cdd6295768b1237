package org.earshot.server.testing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.ledger.Actor;
import org.earshot.server.listen.Heard;
import org.earshot.server.listen.Intake;
import org.earshot.server.listen.NewContact;
import org.earshot.server.listen.NewVoice;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.NewId;
import org.jspecify.annotations.Nullable;

/// People of the [SmallTown] who say things, and staff who work there.
@Singleton
public final class Townspeople {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Database database;
  private final Intake intake;
  private final SmallTown town;

  Townspeople(Database database, Intake intake, SmallTown town) {
    this.database = database;
    this.intake = intake;
    this.town = town;
  }

  /// A member of staff with this login, made when not there yet.
  public UUID staff(String login) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO staff (id, login, name, public_name, created_at)
                    VALUES (:id, :login, :name, :name, now())
                    ON CONFLICT (login) DO UPDATE SET name = EXCLUDED.name
                    RETURNING id
                    """)
                .bind("id", NewId.next())
                .bind("login", login)
                .bind(
                    "name",
                    login.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + login.substring(1))
                .mapTo(UUID.class)
                .one());
  }

  /// Voices to the front desk at noon on 2 March 2026, without contacts.
  public List<UUID> sayAll(List<String> words) {
    return sayAll(words, town.frontDesk());
  }

  public List<UUID> sayAll(List<String> words, UUID service) {
    var voices = words.stream().map(one -> voice(one, "en", service, null)).toList();
    return database.inTransaction(
        handle -> intake.hearAll(handle, voices, Actor.person()).stream().map(Heard::id).toList());
  }

  public Heard say(String words) {
    return say(words, "en", town.frontDesk(), null);
  }

  public Heard say(String words, String language, UUID service, @Nullable NewContact contact) {
    return intake.hear(voice(words, language, service, contact), Actor.person());
  }

  private static NewVoice voice(
      String words, String language, UUID service, @Nullable NewContact contact) {
    return new NewVoice(
        words,
        language,
        "web",
        NOON,
        NOON,
        service,
        NewVoice.Whereabouts.unknown(),
        Set.of(),
        contact,
        false,
        false,
        null,
        null,
        null,
        List.of(),
        false);
  }
}
