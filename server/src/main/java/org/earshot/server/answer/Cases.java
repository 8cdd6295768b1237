package org.earshot.server.answer;

import java.util.List;
import org.intellij.lang.annotations.Language;
import org.jdbi.v3.core.Handle;

/// The SQL of cases. Runs in the caller's transaction; holds no rules.
final class Cases {

  @Language("SQL")
  private static final String INSERT =
      """
      INSERT INTO case_work (voice_id, service_id, state, debt, urgent, opened_at, promised_on,
                             changed_at)
      VALUES (:voice, :service, 'new', :debt, :urgent, :openedAt, :promisedOn, :openedAt)
      """;

  private final Handle handle;

  Cases(Handle handle) {
    this.handle = handle;
  }

  void insert(List<NewCase> cases) {
    var batch = handle.prepareBatch(INSERT);
    for (var opened : cases) {
      batch
          .bind("voice", opened.voice())
          .bind("service", opened.service())
          .bind("debt", opened.debt())
          .bind("urgent", opened.urgent())
          .bind("openedAt", opened.openedAt())
          .bind("promisedOn", opened.promisedOn())
          .add();
    }
    batch.execute();
  }
}
