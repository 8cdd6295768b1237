package org.earshot.server.platform.db;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL in a fresh folder for `@QuarkusTest` classes:
/// `@WithTestResource(TestDatabase.class)`. One runs for all classes of a module.
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      var data = Files.createTempDirectory("earshot-test");
      postgres = EmbeddedPostgres.start(data.resolve("postgres"));
      return Map.of(
          "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
          "quarkus.datasource.username", postgres.user(),
          "quarkus.datasource.password", postgres.password(),
          "earshot.data", data.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.stop();
    }
  }
}
