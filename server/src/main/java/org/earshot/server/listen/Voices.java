package org.earshot.server.listen;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.earshot.server.platform.db.NewId;
import org.earshot.server.platform.keys.Vault;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL by which voices are taken in. Runs in the caller's transaction; holds no rules.
final class Voices {

  @Language("SQL")
  private static final String INSERT =
      """
      INSERT INTO voice (id, code_lookup, code_sealed, channel, source, source_id, idempotency_key,
                         language, words, search, area_id, place, longitude, latitude, may_show,
                         urgent, doubtful, said_at, received_at)
      VALUES (:id, :codeLookup, :codeSealed, :channel, :source, :sourceId, :sameAs,
              :language, :words, to_tsvector(CAST(:configuration AS regconfig), :searchText),
              :area, :place, :longitude, :latitude, :mayShow,
              :urgent, :doubtful, :saidAt, :receivedAt)
      """;

  @Language("SQL")
  private static final String INSERT_CONTACT =
      """
      INSERT INTO contact (voice_id, kind, address_sealed, address_lookup, language, asked_at,
                           confirmed_at, reply_token)
      VALUES (:voice, :kind, :sealed, :lookup, :language, :at, :confirmedAt, :replyToken)
      """;

  private final Handle handle;

  Voices(Handle handle) {
    this.handle = handle;
  }

  /// Inserts the voices with their segments, contacts and photos; gives their public numbers.
  Map<UUID, Long> insert(List<StoredVoice> voices) {
    if (voices.isEmpty()) {
      return Map.of();
    }
    insertVoices(voices);
    insertSegments(voices);
    insertContacts(voices);
    insertPhotos(voices);
    return handle
        .createQuery("SELECT id, public_number FROM voice WHERE id = ANY(:ids)")
        .bindArray("ids", UUID.class, voices.stream().map(StoredVoice::id).toList())
        .reduceRows(
            new HashMap<UUID, Long>(),
            (numbers, row) -> {
              numbers.put(
                  row.getColumn("id", UUID.class), row.getColumn("public_number", Long.class));
              return numbers;
            });
  }

  private void insertVoices(List<StoredVoice> voices) {
    var batch = handle.prepareBatch(INSERT);
    for (var stored : voices) {
      var voice = stored.voice();
      var where = voice.where();
      var origin = voice.origin();
      batch
          .bind("id", stored.id())
          .bind("codeLookup", stored.codeLookup())
          .bind("codeSealed", stored.codeSealed())
          .bind("channel", voice.channel())
          .bind("source", origin == null ? null : origin.source())
          .bind("sourceId", origin == null ? null : origin.id())
          .bindByType("sameAs", stored.sameAs(), byte[].class)
          .bind("language", voice.language())
          .bind("words", voice.words())
          .bind("configuration", SearchText.configuration(voice.language()))
          .bind("searchText", SearchText.of(voice.words()))
          .bindByType("area", where.area(), UUID.class)
          .bind("place", where.place())
          .bind("longitude", where.longitude())
          .bind("latitude", where.latitude())
          .bind("mayShow", voice.mayShow())
          .bind("urgent", voice.urgent())
          .bind("doubtful", voice.doubtful())
          .bind("saidAt", voice.saidAt())
          .bind("receivedAt", stored.voice().heardAt())
          .add();
    }
    batch.execute();
  }

  private void insertSegments(List<StoredVoice> voices) {
    var batch =
        handle.prepareBatch(
            "INSERT INTO voice_segment (voice_id, segment_id) VALUES (:voice, :segment)");
    for (var stored : voices) {
      for (var segment : stored.voice().segments()) {
        batch.bind("voice", stored.id()).bind("segment", segment).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private void insertContacts(List<StoredVoice> voices) {
    var batch = handle.prepareBatch(INSERT_CONTACT);
    for (var stored : voices) {
      var sealed = stored.contact();
      if (sealed != null) {
        batch
            .bind("voice", stored.id())
            .bind("kind", sealed.contact().kind())
            .bind("sealed", sealed.sealed())
            .bind("lookup", sealed.lookup())
            .bind("language", sealed.contact().language())
            .bind("at", stored.voice().heardAt())
            .bind("confirmedAt", sealed.contact().confirmed() ? stored.voice().heardAt() : null)
            .bind("replyToken", sealed.replyToken())
            .add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private void insertPhotos(List<StoredVoice> voices) {
    for (var stored : voices) {
      for (var photo : stored.voice().photos()) {
        handle
            .createUpdate(
                """
                INSERT INTO voice_photo (id, voice_id, media_type, width, height, content, at)
                VALUES (:id, :voice, :mediaType, :width, :height, :content, :at)
                """)
            .bind("id", NewId.next())
            .bind("voice", stored.id())
            .bind("mediaType", photo.mediaType())
            .bind("width", photo.width())
            .bind("height", photo.height())
            .bind("content", photo.content())
            .bind("at", stored.voice().heardAt())
            .execute();
      }
    }
  }

  /// The voices that were taken in before under one of these keys.
  Map<String, Heard> findKnown(List<String> keys, Vault vault) {
    var byLookup = byLookup(keys, vault);
    return handle
        .createQuery(
            """
            SELECT id, public_number, code_sealed, encode(idempotency_key, 'hex') AS same_as
              FROM voice
             WHERE idempotency_key = ANY(SELECT decode(k, 'hex') FROM unnest(CAST(:keys AS text[])) k)
               AND code_sealed IS NOT NULL
            """)
        .bindArray("keys", String.class, List.copyOf(byLookup.keySet()))
        .reduceRows(
            new HashMap<String, Heard>(),
            (known, row) -> {
              var key = byLookup.get(row.getColumn("same_as", String.class));
              var code = new ReceiptCode(vault.open(row.getColumn("code_sealed", byte[].class)));
              known.put(
                  java.util.Objects.requireNonNull(key),
                  new Heard(
                      row.getColumn("id", UUID.class),
                      row.getColumn("public_number", Long.class),
                      code,
                      false));
              return known;
            });
  }

  /// Those of these keys whose voice was erased.
  Set<String> findErased(List<String> keys, Vault vault) {
    var byLookup = byLookup(keys, vault);
    return handle
        .createQuery(
            """
            SELECT encode(idempotency_key, 'hex') FROM voice
             WHERE idempotency_key = ANY(SELECT decode(k, 'hex') FROM unnest(CAST(:keys AS text[])) k)
               AND erased_at IS NOT NULL
            """)
        .bindArray("keys", String.class, List.copyOf(byLookup.keySet()))
        .mapTo(String.class)
        .stream()
        .map(byLookup::get)
        .collect(Collectors.toSet());
  }

  private static Map<String, String> byLookup(List<String> keys, Vault vault) {
    var byLookup = new HashMap<String, String>();
    keys.forEach(key -> byLookup.put(HexFormat.of().formatHex(vault.lookup("voice", key)), key));
    return byLookup;
  }
}
