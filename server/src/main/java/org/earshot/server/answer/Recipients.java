package org.earshot.server.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// How many people would get an answer now, by channel and by the language they read.
///
/// @param byChannel "email", "sms", "receipt"
/// @param byLanguage most people first
record Recipients(long people, Map<String, Long> byChannel, Map<String, Long> byLanguage) {

  Recipients {
    byChannel = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byChannel));
    byLanguage = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
  }

  /// The same people whom `Deliveries.INSERT` reaches.
  @Language("SQL")
  private static final String COUNT =
      """
      SELECT CASE WHEN c.confirmed_at IS NULL THEN 'receipt'
                  WHEN c.kind = 'email' THEN 'email' ELSE 'sms' END AS channel,
             coalesce(c.language, v.language) AS language, count(*) AS people
        FROM (SELECT n.voice_id FROM need_voice n WHERE n.need_id = :need
               UNION ALL SELECT CAST(:voice AS uuid) WHERE CAST(:voice AS uuid) IS NOT NULL) r
        JOIN voice v ON v.id = r.voice_id AND v.erased_at IS NULL
        JOIN case_work w ON w.voice_id = v.id AND w.state <> 'withdrawn' AND w.set_aside_at IS NULL
        LEFT JOIN contact c ON c.voice_id = v.id
       WHERE NOT EXISTS (SELECT FROM delivery d WHERE d.answer_id = :answer AND d.voice_id = v.id)
       GROUP BY 1, 2
       ORDER BY count(*) DESC, 2
      """;

  private record Share(String channel, String language, long people) {}

  static Recipients of(Handle handle, AnswerFile answer) {
    var shares =
        handle
            .createQuery(COUNT)
            .bindByType("need", answer.to().needId(), UUID.class)
            .bindByType("voice", answer.to().voiceId(), UUID.class)
            .bind("answer", answer.id())
            .map(
                (row, _) ->
                    new Share(
                        row.getString("channel"), row.getString("language"), row.getLong("people")))
            .list();
    return of(shares);
  }

  private static Recipients of(List<Share> shares) {
    var byChannel = new LinkedHashMap<String, Long>();
    var byLanguage = new LinkedHashMap<String, Long>();
    long people = 0;
    for (var share : shares) {
      people += share.people();
      byChannel.merge(share.channel(), share.people(), Long::sum);
      byLanguage.merge(share.language(), share.people(), Long::sum);
    }
    return new Recipients(people, byChannel, byLanguage);
  }

  long by(String channel) {
    return byChannel.getOrDefault(channel, 0L);
  }
}
