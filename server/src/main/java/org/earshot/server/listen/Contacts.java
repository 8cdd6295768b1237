package org.earshot.server.listen;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.platform.keys.Vault;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of contacts. Runs in the caller's transaction; holds no rules.
final class Contacts {

  @Language("SQL")
  private static final String SAVE =
      """
      INSERT INTO contact (voice_id, kind, address_sealed, address_lookup, language, asked_at,
                           reply_token)
      VALUES (:voice, :kind, :sealed, :lookup, :language, :at, :replyToken)
          ON CONFLICT (voice_id) DO UPDATE
         SET kind = EXCLUDED.kind, address_sealed = EXCLUDED.address_sealed,
             address_lookup = EXCLUDED.address_lookup, language = EXCLUDED.language,
             asked_at = EXCLUDED.asked_at, reply_token = EXCLUDED.reply_token,
             confirmed_at = NULL, confirm_hash = NULL,
             once_hash = NULL, once_until = NULL, once_tries = 0
      """;

  /// A one-time code as it is stored.
  @SuppressWarnings("ArrayRecordComponent") // read once and never compared
  record Once(byte @Nullable [] hash, @Nullable Instant until, int tries) {}

  private final Handle handle;

  Contacts(Handle handle) {
    this.handle = handle;
  }

  void save(UUID voice, StoredVoice.SealedContact contact, Instant at) {
    handle
        .createUpdate(SAVE)
        .bind("voice", voice)
        .bind("kind", contact.contact().kind())
        .bind("sealed", contact.sealed())
        .bind("lookup", contact.lookup())
        .bind("language", contact.contact().language())
        .bind("at", at)
        .bind("replyToken", contact.replyToken())
        .execute();
  }

  Optional<OpenContact> find(UUID voice, Vault vault) {
    return handle
        .createQuery(
            """
            SELECT kind, address_sealed, language, confirmed_at IS NOT NULL AS confirmed, reply_token
              FROM contact WHERE voice_id = :voice
            """)
        .bind("voice", voice)
        .map(
            (row, _) ->
                new OpenContact(
                    row.getString("kind"),
                    vault.open(row.getBytes("address_sealed")),
                    row.getString("language"),
                    row.getBoolean("confirmed"),
                    row.getString("reply_token")))
        .findOne();
  }

  void changeConfirmHash(UUID voice, byte[] hash) {
    handle
        .createUpdate("UPDATE contact SET confirm_hash = :hash WHERE voice_id = :voice")
        .bind("voice", voice)
        .bind("hash", hash)
        .execute();
  }

  Optional<UUID> findByConfirmHash(byte[] hash) {
    return handle
        .createQuery("SELECT voice_id FROM contact WHERE confirm_hash = :hash FOR UPDATE")
        .bind("hash", hash)
        .mapTo(UUID.class)
        .findOne();
  }

  /// The voices of which this is the confirmed contact, newest first.
  List<UUID> listConfirmed(byte[] addressLookup) {
    return handle
        .createQuery(
            """
            SELECT voice_id FROM contact JOIN voice ON voice.id = contact.voice_id
             WHERE address_lookup = :lookup AND confirmed_at IS NOT NULL
             ORDER BY voice.received_at DESC
            """)
        .bind("lookup", addressLookup)
        .mapTo(UUID.class)
        .list();
  }

  /// False when it was confirmed before.
  boolean confirm(UUID voice, Instant at) {
    return handle
            .createUpdate(
                "UPDATE contact SET confirmed_at = :at WHERE voice_id = :voice AND confirmed_at IS NULL")
            .bind("voice", voice)
            .bind("at", at)
            .execute()
        > 0;
  }

  boolean remove(UUID voice) {
    return handle
            .createUpdate("DELETE FROM contact WHERE voice_id = :voice")
            .bind("voice", voice)
            .execute()
        > 0;
  }

  void changeOnce(UUID voice, byte @Nullable [] hash, @Nullable Instant until) {
    handle
        .createUpdate(
            """
            UPDATE contact SET once_hash = :hash, once_until = :until, once_tries = 0
             WHERE voice_id = :voice
            """)
        .bind("voice", voice)
        .bindByType("hash", hash, byte[].class)
        .bindByType("until", until, Instant.class)
        .execute();
  }

  /// The one-time code of a voice; counts this as one try.
  Optional<Once> tryOnce(UUID voice) {
    return handle
        .createQuery(
            """
            UPDATE contact SET once_tries = once_tries + 1 WHERE voice_id = :voice
            RETURNING once_hash, once_until, once_tries
            """)
        .bind("voice", voice)
        .map(
            (row, _) -> {
              var until = row.getTimestamp("once_until");
              return new Once(
                  row.getBytes("once_hash"),
                  until == null ? null : until.toInstant(),
                  row.getInt("once_tries"));
            })
        .findOne();
  }

  /// Contacts of voices that nothing happened to since `before`.
  List<UUID> listQuietSince(Instant before, int limit) {
    return handle
        .createQuery(
            """
            SELECT voice_id FROM contact
             WHERE asked_at < :before
               AND NOT EXISTS (SELECT FROM act WHERE subject_id = contact.voice_id AND at >= :before)
             LIMIT :limit
            """)
        .bind("before", before)
        .bind("limit", limit)
        .mapTo(UUID.class)
        .list();
  }

  Map<UUID, Addressee> listAddressees(Collection<UUID> voices, Vault vault) {
    return handle
        .createQuery(
            """
            SELECT c.voice_id, c.kind, c.address_sealed, c.language, c.reply_token, v.code_sealed
              FROM contact c JOIN voice v ON v.id = c.voice_id
             WHERE c.voice_id = ANY(:voices) AND c.confirmed_at IS NOT NULL
               AND v.code_sealed IS NOT NULL
            """)
        .bindArray("voices", UUID.class, List.copyOf(voices))
        .reduceRows(
            new HashMap<UUID, Addressee>(),
            (found, row) -> {
              var contact =
                  new OpenContact(
                      row.getColumn("kind", String.class),
                      vault.open(row.getColumn("address_sealed", byte[].class)),
                      row.getColumn("language", String.class),
                      true,
                      row.getColumn("reply_token", String.class));
              var code = new ReceiptCode(vault.open(row.getColumn("code_sealed", byte[].class)));
              found.put(row.getColumn("voice_id", UUID.class), new Addressee(contact, code));
              return found;
            });
  }
}
