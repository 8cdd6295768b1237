package org.earshot.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database keeps what it was told, whoever is killed.
class EmbeddedPostgresTest {

  @TempDir Path folder;
  private @Nullable EmbeddedPostgres postgres;

  @AfterEach
  void stop() {
    if (postgres != null) {
      postgres.stop();
    }
  }

  @Test
  void keepsItsDataOverAKillOfTheDatabase() throws Exception {
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    run(postgres, "CREATE TABLE kept (what text)");
    run(postgres, "INSERT INTO kept VALUES ('a voice')");
    var pid = serverPid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    ProcessHandle.of(pid).ifPresent(killed -> killed.onExit().join());
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    assertThat(ask(postgres, "SELECT what FROM kept")).isEqualTo("a voice");
  }

  /// A killed server leaves its database running; the next one takes it over as it is.
  @Test
  void adoptsADatabaseThatWasLeftRunning() throws Exception {
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    var pid = serverPid();
    var again = EmbeddedPostgres.start(folder.resolve("postgres"));
    assertThat(serverPid()).isEqualTo(pid);
    assertThat(again.jdbcUrl()).isEqualTo(postgres.jdbcUrl());
  }

  @Test
  void aHalfMadeClusterIsMadeAnew() throws IOException, SQLException {
    var half = folder.resolve("postgres/cluster.half");
    Files.createDirectories(half);
    Files.writeString(half.resolve("PG_VERSION"), "18");
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    assertThat(ask(postgres, "SELECT 'it runs'")).isEqualTo("it runs");
  }

  @Test
  void nobodyElseMayReadThePassword() throws IOException {
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("postgres/password"))).hasSize(2);
  }

  /// Trigrams must see every script; with a C ctype they find none in Chinese or Arabic.
  @Test
  void findsWordsOfEveryScript() throws SQLException {
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    run(postgres, "CREATE EXTENSION pg_trgm");
    assertThat(ask(postgres, "SELECT cardinality(show_trgm('路灯坏了'))")).isNotEqualTo("0");
    assertThat(ask(postgres, "SELECT cardinality(show_trgm('الحافلة'))")).isNotEqualTo("0");
    assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
  }

  private long serverPid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid")).getFirst().strip());
  }

  private static void run(EmbeddedPostgres database, String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String ask(EmbeddedPostgres database, String question) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var sql = connection.createStatement();
        var answer = sql.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
