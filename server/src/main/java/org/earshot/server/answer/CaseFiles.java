package org.earshot.server.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL that reads one case with its voice. Runs in the caller's transaction; holds no rules.
final class CaseFiles {

  /// What was promised to a person, as they are told.
  record Promise(LocalDate on, boolean owed, @Nullable LocalDate plannedFor) {}

  /// Something that the person said later.
  ///
  /// @param kind "addition", "reply", or "correction": then these are the replaced words
  record Addition(String kind, String words, Instant at) {

    /// The message key of its heading.
    public String key() {
      return "answer.addition." + kind;
    }
  }

  record Note(UUID by, String words, Instant at) {}

  @SuppressWarnings("ArrayRecordComponent") // read once and never compared
  record Picture(String mediaType, byte[] content) {}

  @Language("SQL")
  private static final String FIND =
      """
      SELECT v.id, v.public_number, coalesce(v.words, '') AS words, v.language, v.channel, v.area_id,
             v.place, v.may_show, v.shown_words, v.doubtful, v.erased_at IS NOT NULL AS erased,
             v.said_at, w.*, nv.need_id, c.kind AS contact_kind,
             c.confirmed_at IS NOT NULL AS contact_confirmed,
             ARRAY(SELECT p.id FROM voice_photo p WHERE p.voice_id = v.id ORDER BY p.id) AS photos
        FROM voice v
        JOIN case_work w ON w.voice_id = v.id
        LEFT JOIN need_voice nv ON nv.voice_id = v.id
        LEFT JOIN contact c ON c.voice_id = v.id
      """;

  @Language("SQL")
  private static final String PROMISE =
      """
      SELECT w.promised_on, w.debt AND w.state IN ('new', 'open') AS owed,
             (SELECT a.planned_for FROM delivery d JOIN answer a ON a.id = d.answer_id
               WHERE d.voice_id = w.voice_id AND w.state = 'answered'
               ORDER BY d.at DESC LIMIT 1) AS planned_for
        FROM case_work w
       WHERE w.voice_id = :voice AND w.state <> 'withdrawn'
      """;

  private final Handle handle;

  CaseFiles(Handle handle) {
    this.handle = handle;
  }

  Optional<Promise> findPromise(UUID voice) {
    return handle
        .createQuery(PROMISE)
        .bind("voice", voice)
        .map(
            (row, _) ->
                new Promise(
                    row.getObject("promised_on", LocalDate.class),
                    row.getBoolean("owed"),
                    row.getObject("planned_for", LocalDate.class)))
        .findOne();
  }

  Optional<CaseFile> findByNumber(long number) {
    return handle
        .createQuery(FIND + " WHERE v.public_number = :number")
        .bind("number", number)
        .map((row, _) -> file(row))
        .findOne();
  }

  List<CaseFile> list(List<UUID> voices) {
    return handle
        .createQuery(FIND + " WHERE v.id = ANY(:voices)")
        .bindArray("voices", UUID.class, voices)
        .map((row, _) -> file(row))
        .list();
  }

  List<CaseFile> listByNumbers(List<Long> numbers) {
    return handle
        .createQuery(FIND + " WHERE v.public_number = ANY(:numbers) ORDER BY v.public_number")
        .bindArray("numbers", Long.class, numbers)
        .map((row, _) -> file(row))
        .list();
  }

  /// The case of a photo.
  Optional<CaseFile> findByPhoto(UUID photo) {
    return handle
        .createQuery(FIND + " WHERE v.id = (SELECT voice_id FROM voice_photo WHERE id = :photo)")
        .bind("photo", photo)
        .map((row, _) -> file(row))
        .findOne();
  }

  /// The same case, which nobody else can change until the transaction ends.
  Optional<CaseFile> lock(long number) {
    handle
        .createQuery(
            """
            SELECT w.voice_id FROM case_work w
             WHERE w.voice_id = (SELECT id FROM voice WHERE public_number = :number) FOR UPDATE
            """)
        .bind("number", number)
        .mapTo(UUID.class)
        .findOne();
    return findByNumber(number);
  }

  List<Addition> listAdditions(UUID voice) {
    return handle
        .createQuery(
            "SELECT kind, words, at FROM voice_addition WHERE voice_id = :voice ORDER BY at, id")
        .bind("voice", voice)
        .map(
            (row, _) ->
                new Addition(
                    row.getString("kind"),
                    row.getString("words"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  List<Note> listNotes(UUID voice) {
    return handle
        .createQuery(
            "SELECT staff_id, words, at FROM case_note WHERE voice_id = :voice ORDER BY at, id")
        .bind("voice", voice)
        .map(
            (row, _) ->
                new Note(
                    row.getObject("staff_id", UUID.class),
                    row.getString("words"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  Optional<Picture> findPicture(UUID photo) {
    return handle
        .createQuery("SELECT media_type, content FROM voice_photo WHERE id = :photo")
        .bind("photo", photo)
        .map((row, _) -> new Picture(row.getString("media_type"), row.getBytes("content")))
        .findOne();
  }

  Optional<byte[]> findContact(UUID voice) {
    return handle
        .createQuery("SELECT address_sealed FROM contact WHERE voice_id = :voice")
        .bind("voice", voice)
        .mapTo(byte[].class)
        .findOne();
  }

  private static CaseFile file(ResultSet row) throws SQLException {
    return new CaseFile(
        row.getObject("id", UUID.class),
        row.getLong("public_number"),
        row.getString("words"),
        row.getString("language"),
        row.getString("channel"),
        row.getObject("area_id", UUID.class),
        row.getString("place"),
        row.getBoolean("may_show"),
        row.getString("shown_words"),
        row.getString("doubtful"),
        row.getBoolean("erased"),
        row.getTimestamp("said_at").toInstant(),
        row.getObject("service_id", UUID.class),
        row.getObject("assigned_to", UUID.class),
        row.getString("state"),
        row.getBoolean("debt"),
        row.getBoolean("restricted"),
        row.getBoolean("urgent"),
        instant(row, "acknowledged_at"),
        row.getObject("promised_on", LocalDate.class),
        row.getString("moved_because"),
        row.getString("waiting_for"),
        instant(row, "waiting_since"),
        row.getObject("remind_on", LocalDate.class),
        row.getString("set_aside_because"),
        instant(row, "reopened_at"),
        row.getObject("need_id", UUID.class),
        row.getString("contact_kind"),
        row.getBoolean("contact_confirmed"),
        Arrays.asList((UUID[]) row.getArray("photos").getArray()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
