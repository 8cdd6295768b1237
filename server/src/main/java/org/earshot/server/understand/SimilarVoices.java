package org.earshot.server.understand;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL that finds open voices which share their rarest words with one. Runs in the caller's
/// transaction.
///
/// Two steps, so that PostgreSQL plans the second for the words at hand: rare words are looked up
/// in the index of words, common ones along the newest voices.
final class SimilarVoices {

  /// Words that say little are left out once the others find enough.
  private static final int ENOUGH = 1_000;

  /// The rarest words of the voice, by PostgreSQL's own statistics, and the query for any of them.
  @Language("SQL")
  private static final String RAREST_WORDS =
      """
      WITH common AS (
        SELECT word, freq
          FROM pg_stats s,
               unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e (word, freq)
         WHERE s.schemaname = current_schema() AND s.tablename = 'voice' AND s.attname = 'search'),
      words AS (
        SELECT l.lexeme, sum(coalesce(c.freq, 0)) OVER rarest AS together,
               row_number() OVER rarest AS place
          FROM voice v, unnest(tsvector_to_array(v.search)) AS l (lexeme)
          LEFT JOIN common c ON c.word = l.lexeme
         WHERE v.id = :voice AND (length(l.lexeme) > 2 OR l.lexeme ~ '[^\\x01-\\x7f]')
        WINDOW rarest AS (ORDER BY coalesce(c.freq, 0), length(l.lexeme) DESC, l.lexeme))
      SELECT array_agg(lexeme) AS lexemes,
             string_agg(quote_literal(lexeme), ' | ' ORDER BY place) AS query
        FROM words
       WHERE place <= 2
          OR (place <= 12 AND together * (SELECT reltuples FROM pg_class
                                           WHERE oid = 'voice'::regclass) < :enough)
      """;

  /// Those that share most of these words, the newest first; one word in common is not enough where
  /// there are more.
  @Language("SQL")
  private static final String SHARING =
      """
      WITH candidates AS (
        SELECT v.id, v.search, v.said_at
          FROM voice v
         WHERE v.search @@ CAST(:query AS tsquery) AND v.id <> :voice
         ORDER BY v.said_at DESC, v.id DESC
         LIMIT :enough)
      SELECT c.id
        FROM candidates c
        JOIN case_work w ON w.voice_id = c.id
        CROSS JOIN LATERAL (
               SELECT count(*) AS words
                 FROM unnest(tsvector_to_array(c.search)) AS l (lexeme)
                WHERE l.lexeme = ANY(:lexemes)) s
       WHERE w.service_id = ANY(:services) AND NOT w.restricted AND w.state IN ('new', 'open')
         AND s.words >= least(2, cardinality(:lexemes))
         AND NOT EXISTS (SELECT FROM need_voice n
                          WHERE n.voice_id = c.id
                            AND n.need_id = (SELECT need_id FROM need_voice WHERE voice_id = :voice))
       ORDER BY s.words DESC, c.said_at DESC, c.id
       LIMIT :limit
      """;

  /// @param query null when the voice has no words
  private record Words(List<String> lexemes, @Nullable String query) {}

  private final Handle handle;

  SimilarVoices(Handle handle) {
    this.handle = handle;
  }

  /// Open voices of these services, most alike first; none of the voice's own need.
  List<UUID> of(UUID voice, List<UUID> services, int limit) {
    var words = rarestWords(voice);
    return words.query() == null
        ? List.of()
        : handle
            .createQuery(SHARING)
            .bind("voice", voice)
            .bind("query", words.query())
            .bindArray("lexemes", String.class, words.lexemes())
            .bindArray("services", UUID.class, services)
            .bind("enough", ENOUGH)
            .bind("limit", limit)
            .mapTo(UUID.class)
            .list();
  }

  private Words rarestWords(UUID voice) {
    return handle
        .createQuery(RAREST_WORDS)
        .bind("voice", voice)
        .bind("enough", ENOUGH)
        .map(
            (row, _) -> {
              var lexemes = row.getArray("lexemes");
              return new Words(
                  lexemes == null ? List.of() : Arrays.asList((String[]) lexemes.getArray()),
                  row.getString("query"));
            })
        .one();
  }
}
