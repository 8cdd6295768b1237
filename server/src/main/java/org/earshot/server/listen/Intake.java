package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.NewId;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// Takes voices in. From here on each has a receipt code, a public number, an act in the ledger, a
/// leaf in the record, and (because others listen to that act) a case with a promised date.
@ApplicationScoped
public class Intake {

  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final Ledger ledger;
  private final Vault vault;

  Intake(Database database, Ledger ledger, Vault vault) {
    this.database = database;
    this.ledger = ledger;
    this.vault = vault;
  }

  /// Takes one voice in, by the person themselves or by staff for them.
  public Heard hear(NewVoice voice, Actor by) {
    return hear(voice, by, (_, _) -> {});
  }

  /// The same, with something to do in the same transaction when the voice is a new one. Two
  /// requests with one idempotency key at the same moment are one voice too.
  public Heard hear(NewVoice voice, Actor by, BiConsumer<Handle, Heard> alongside) {
    try {
      return database.inTransaction(handle -> hear(handle, voice, by, alongside));
    } catch (UnableToExecuteStatementException twice) {
      if (voice.idempotencyKey() != null
          && twice.getCause() instanceof SQLException sql
          && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return database.inTransaction(handle -> hear(handle, voice, by, alongside));
      }
      throw twice;
    }
  }

  private Heard hear(Handle handle, NewVoice voice, Actor by, BiConsumer<Handle, Heard> alongside) {
    var heard = hearAll(handle, List.of(voice), by).getFirst();
    if (heard.fresh()) {
      alongside.accept(handle, heard);
    }
    return heard;
  }

  /// Takes several in with one transaction, in their order; about a thousand at once is best. A
  /// voice that is known already (same origin or idempotency key) is given back as it was.
  public List<Heard> hearAll(Handle handle, List<NewVoice> voices, Actor by) {
    var table = new Voices(handle);
    var heard = new ArrayList<Heard>(voices.size());
    var fresh = new ArrayList<StoredVoice>(voices.size());
    Map<String, Heard> inThisBatch = new HashMap<>();
    var known = knownBefore(table, voices);
    for (var voice : voices) {
      var key = sameAs(voice);
      var before = key == null ? null : known.getOrDefault(key, inThisBatch.get(key));
      if (before != null) {
        heard.add(new Heard(before.id(), before.publicNumber(), before.code(), false));
        continue;
      }
      var stored = store(voice);
      fresh.add(stored);
      var one = new Heard(stored.id(), 0, stored.code(), true);
      heard.add(one);
      if (key != null) {
        inThisBatch.put(key, one);
      }
    }
    var numbers = table.insert(fresh);
    heard.replaceAll(
        one ->
            new Heard(
                one.id(),
                numbers.getOrDefault(one.id(), one.publicNumber()),
                one.code(),
                one.fresh()));
    ledger.append(handle, fresh.stream().map(stored -> act(stored, by)).toList());
    return heard;
  }

  /// Which of these origins gave a voice that was erased since: it must not come back.
  Set<NewVoice.Origin> erasedOrigins(Handle handle, List<NewVoice> voices) {
    var byKey = new HashMap<String, NewVoice.Origin>();
    for (var voice : voices) {
      var key = sameAs(voice);
      if (key != null && voice.origin() != null) {
        byKey.put(key, voice.origin());
      }
    }
    return new Voices(handle)
        .findErased(List.copyOf(byKey.keySet()), vault).stream()
            .map(byKey::get)
            .collect(Collectors.toSet());
  }

  private Map<String, Heard> knownBefore(Voices table, List<NewVoice> voices) {
    var keys = voices.stream().map(this::sameAs).filter(key -> key != null).toList();
    return keys.isEmpty() ? Map.of() : table.findKnown(keys, vault);
  }

  /// What makes two voices the same one: the sender's own key, or the origin of an import.
  private @Nullable String sameAs(NewVoice voice) {
    if (voice.idempotencyKey() != null) {
      return "key " + voice.idempotencyKey();
    }
    var origin = voice.origin();
    return origin == null ? null : "from " + origin.source() + '\n' + origin.id();
  }

  private StoredVoice store(NewVoice voice) {
    var code = ReceiptCode.random();
    var key = sameAs(voice);
    var contact = voice.contact();
    return new StoredVoice(
        NewId.next(),
        voice,
        code,
        vault.lookup("receipt", code.value()),
        vault.seal(code.value()),
        key == null ? null : vault.lookup("voice", key),
        contact == null ? null : StoredVoice.SealedContact.of(contact, vault));
  }

  private static NewAct act(StoredVoice stored, Actor by) {
    var voice = stored.voice();
    return NewAct.aboutVoice(
        ActType.VOICE_HEARD,
        stored.id(),
        by,
        voice.heardAt(),
        Map.of(
            "words", voice.words(),
            "channel", voice.channel(),
            "language", voice.language(),
            "service", voice.service().toString(),
            "urgent", voice.urgent(),
            "doubtful", voice.doubtful() != null,
            "history", voice.history()));
  }

  /// The id of a service in a VOICE_HEARD act.
  public static UUID serviceOf(Map<String, Object> payload) {
    return UUID.fromString((String) payload.get("service"));
  }
}
