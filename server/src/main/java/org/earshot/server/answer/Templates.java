package org.earshot.server.answer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.db.NewId;
import org.jdbi.v3.core.Handle;

/// The SQL of texts to begin answers with. Runs in the caller's transaction; holds no rules.
final class Templates {

  /// A text to begin with, of one service in one language.
  record Template(UUID id, UUID service, String language, String name, String words) {}

  private final Handle handle;

  Templates(Handle handle) {
    this.handle = handle;
  }

  List<Template> list(List<UUID> services) {
    return handle
        .createQuery(
            """
            SELECT id, service_id, language, name, words FROM answer_template
             WHERE service_id = ANY(:services) ORDER BY name, language
            """)
        .bindArray("services", UUID.class, services)
        .map(
            (row, _) ->
                new Template(
                    row.getObject("id", UUID.class),
                    row.getObject("service_id", UUID.class),
                    row.getString("language"),
                    row.getString("name"),
                    row.getString("words")))
        .list();
  }

  void insert(UUID service, String language, String name, String words, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO answer_template (id, service_id, language, name, outcome, words, changed_at)
            VALUES (:id, :service, :language, :name, 'considered', :words, :at)
            """)
        .bind("id", NewId.next())
        .bind("service", service)
        .bind("language", language)
        .bind("name", name)
        .bind("words", words)
        .bind("at", at)
        .execute();
  }

  void delete(UUID template, List<UUID> services) {
    handle
        .createUpdate("DELETE FROM answer_template WHERE id = :id AND service_id = ANY(:services)")
        .bind("id", template)
        .bindArray("services", UUID.class, services)
        .execute();
  }
}
