package org.earshot.server.listen;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.platform.db.NewId;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL by which kept voices are read and changed. Runs in the caller's transaction; holds no
/// rules.
final class StoredVoices {

  @Language("SQL")
  private static final String LIST =
      """
      SELECT voice.*, contact.kind AS contact_kind, contact.language AS contact_language,
             contact.confirmed_at AS contact_confirmed_at,
             ARRAY(SELECT segment_id FROM voice_segment WHERE voice_id = voice.id) AS segments,
             ARRAY(SELECT id FROM voice_photo WHERE voice_id = voice.id ORDER BY id) AS photos
        FROM voice LEFT JOIN contact ON contact.voice_id = voice.id
       WHERE voice.id = ANY(:ids)
      """;

  @Language("SQL")
  private static final String CHANGE_WORDS =
      """
      UPDATE voice
         SET words = :words, shown_words = NULL, shown_by = NULL,
             search = to_tsvector(CAST(:configuration AS regconfig), :searchText)
       WHERE id = :id
      """;

  /// Of an imported voice the keyed hash of its origin stays, so that importing the same file again
  /// does not bring it back; nobody can read an origin from it.
  @Language("SQL")
  private static final String ERASE =
      """
      UPDATE voice
         SET code_lookup = NULL, code_sealed = NULL, source = NULL, source_id = NULL,
             idempotency_key = CASE WHEN source IS NOT NULL THEN idempotency_key END, language = 'und', words = NULL, search = NULL, area_id = NULL,
             place = NULL, longitude = NULL, latitude = NULL, may_show = false, shown_words = NULL,
             shown_by = NULL, doubtful = NULL, erase_after = NULL, erased_at = :at
       WHERE id = :id
      """;

  private final Handle handle;

  StoredVoices(Handle handle) {
    this.handle = handle;
  }

  Optional<UUID> findByCode(byte[] codeLookup) {
    return handle
        .createQuery("SELECT id FROM voice WHERE code_lookup = :lookup")
        .bind("lookup", codeLookup)
        .mapTo(UUID.class)
        .findOne();
  }

  Optional<byte[]> findSealedCode(UUID id) {
    return handle
        .createQuery("SELECT code_sealed FROM voice WHERE id = :id AND code_sealed IS NOT NULL")
        .bind("id", id)
        .mapTo(byte[].class)
        .findOne();
  }

  List<VoiceFile> list(Collection<UUID> ids) {
    var additions = additions(ids);
    return handle
        .createQuery(LIST)
        .bindArray("ids", UUID.class, ids)
        .map((row, _) -> file(row, additions))
        .list();
  }

  private static VoiceFile file(ResultSet row, Map<UUID, List<VoiceFile.Addition>> additions)
      throws SQLException {
    var id = row.getObject("id", UUID.class);
    var words = row.getString("words");
    var contact = row.getString("contact_kind");
    return new VoiceFile(
        id,
        row.getLong("public_number"),
        row.getString("channel"),
        row.getString("language"),
        words == null ? "" : words,
        row.getObject("area_id", UUID.class),
        row.getString("place"),
        row.getObject("longitude", Double.class),
        row.getObject("latitude", Double.class),
        Set.of((UUID[]) row.getArray("segments").getArray()),
        row.getBoolean("may_show"),
        row.getString("shown_words"),
        row.getBoolean("urgent"),
        row.getString("doubtful"),
        row.getBoolean("restricted"),
        row.getTimestamp("said_at").toInstant(),
        row.getTimestamp("received_at").toInstant(),
        instant(row.getTimestamp("erase_after")),
        instant(row.getTimestamp("erased_at")),
        additions.getOrDefault(id, List.of()),
        List.of((UUID[]) row.getArray("photos").getArray()),
        contact == null
            ? null
            : new VoiceFile.ContactKept(
                contact,
                row.getString("contact_language"),
                row.getTimestamp("contact_confirmed_at") != null));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private Map<UUID, List<VoiceFile.Addition>> additions(Collection<UUID> ids) {
    return handle
        .createQuery(
            """
            SELECT voice_id, kind, words, at FROM voice_addition WHERE voice_id = ANY(:ids)
             ORDER BY at, id
            """)
        .bindArray("ids", UUID.class, ids)
        .reduceRows(
            new HashMap<UUID, List<VoiceFile.Addition>>(),
            (all, row) -> {
              all.computeIfAbsent(row.getColumn("voice_id", UUID.class), _ -> new ArrayList<>())
                  .add(
                      new VoiceFile.Addition(
                          row.getColumn("kind", String.class),
                          row.getColumn("words", String.class),
                          row.getColumn("at", Instant.class)));
              return all;
            });
  }

  Optional<Photo> findPhoto(UUID voice, UUID photo) {
    return handle
        .createQuery(
            """
            SELECT media_type, width, height, content FROM voice_photo
             WHERE id = :photo AND voice_id = :voice
            """)
        .bind("photo", photo)
        .bind("voice", voice)
        .map(
            (row, _) ->
                new Photo(
                    row.getString("media_type"),
                    row.getInt("width"),
                    row.getInt("height"),
                    row.getBytes("content")))
        .findOne();
  }

  /// Waits for others who change this voice, and holds it until the transaction ends.
  void lock(UUID id) {
    handle
        .createQuery("SELECT id FROM voice WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
  }

  void insertAddition(UUID voice, String kind, String words, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO voice_addition (id, voice_id, kind, words, at)
            VALUES (:id, :voice, :kind, :words, :at)
            """)
        .bind("id", NewId.next())
        .bind("voice", voice)
        .bind("kind", kind)
        .bind("words", words)
        .bind("at", at)
        .execute();
  }

  /// Puts other words in place of the first ones; what was cleared for the public is no longer.
  void changeWords(UUID id, String words, String language, String searched) {
    handle
        .createUpdate(CHANGE_WORDS)
        .bind("id", id)
        .bind("words", words)
        .bind("configuration", SearchText.configuration(language))
        .bind("searchText", SearchText.of(searched))
        .execute();
  }

  void index(UUID id, String language, String searched) {
    handle
        .createUpdate(
            """
            UPDATE voice SET search = to_tsvector(CAST(:configuration AS regconfig), :searchText)
             WHERE id = :id
            """)
        .bind("id", id)
        .bind("configuration", SearchText.configuration(language))
        .bind("searchText", SearchText.of(searched))
        .execute();
  }

  void changeMayShow(UUID id, boolean mayShow) {
    handle
        .createUpdate(
            """
            UPDATE voice
               SET may_show = :mayShow,
                   shown_words = CASE WHEN :mayShow THEN shown_words END,
                   shown_by = CASE WHEN :mayShow THEN shown_by END
             WHERE id = :id
            """)
        .bind("id", id)
        .bind("mayShow", mayShow)
        .execute();
  }

  void changeEraseAfter(UUID id, @Nullable Instant at) {
    handle
        .createUpdate("UPDATE voice SET erase_after = :at WHERE id = :id AND erased_at IS NULL")
        .bind("id", id)
        .bindByType("at", at, Instant.class)
        .execute();
  }

  List<UUID> listToErase(Instant now, int limit) {
    return handle
        .createQuery(
            """
            SELECT id FROM voice WHERE erase_after <= :now AND erased_at IS NULL
             ORDER BY erase_after LIMIT :limit
            """)
        .bind("now", now)
        .bind("limit", limit)
        .mapTo(UUID.class)
        .list();
  }

  /// The voices that nothing happened to since `before`.
  List<UUID> listQuietSince(Instant before, int limit) {
    return handle
        .createQuery(
            """
            SELECT id FROM voice
             WHERE erased_at IS NULL AND received_at < :before
               AND NOT EXISTS (SELECT FROM act WHERE subject_id = voice.id AND at >= :before)
             ORDER BY received_at LIMIT :limit
            """)
        .bind("before", before)
        .bind("limit", limit)
        .mapTo(UUID.class)
        .list();
  }

  List<UUID> listErased() {
    return handle
        .createQuery("SELECT id FROM voice WHERE erased_at IS NOT NULL ORDER BY erased_at")
        .mapTo(UUID.class)
        .list();
  }

  /// Removes everything a person said or that tells who they are; the row itself stays as a mark.
  void erase(UUID id, Instant at) {
    for (var table : List.of("voice_addition", "voice_segment", "voice_photo", "contact")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE voice_id = :id")
          .bind("id", id)
          .execute();
    }
    handle.createUpdate(ERASE).bind("id", id).bind("at", at).execute();
  }
}
