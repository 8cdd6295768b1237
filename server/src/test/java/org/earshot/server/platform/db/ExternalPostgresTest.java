package org.earshot.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database on which Earshot would fail later is refused at the start.
class ExternalPostgresTest {

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
  }

  @AfterAll
  static void stop() {
    postgres.stop();
  }

  private String database(String name, String options) throws SQLException {
    try (var connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE %s TEMPLATE template0 %s".formatted(name, options));
    }
    return "%s?user=%s&password=%s"
        .formatted(
            postgres.jdbcUrl().replaceAll("/postgres$", "/" + name),
            postgres.user(),
            postgres.password());
  }

  @Test
  void aDatabaseLikeOursIsTaken() throws SQLException {
    assertThat(ExternalPostgres.faults(database("good", ""))).isEmpty();
  }

  @Test
  void theAdviceThatItGivesMakesADatabaseThatItTakes() throws SQLException {
    var poor = database("poor", "LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'");
    var fault = ExternalPostgres.faults(poor).getFirst();
    assertThat(fault).contains("Arabic or Chinese");
    var advice = fault.replaceAll("(?s).*TEMPLATE template0 (.*)\\.$", "$1");
    assertThat(ExternalPostgres.faults(database("advised", advice))).isEmpty();
  }

  @Test
  void textMustBeUnicode() throws SQLException {
    var latin =
        database("latin", "ENCODING 'LATIN1' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'");
    assertThat(ExternalPostgres.faults(latin)).singleElement().asString().contains("LATIN1");
  }

  @Test
  void anOldVersionIsRefused() {
    assertThat(new ExternalPostgres.Traits(16, "UTF8", true).faults())
        .containsExactly("It is PostgreSQL 16; Earshot needs 17 or newer.");
    assertThat(new ExternalPostgres.Traits(17, "UTF8", true).faults()).isEmpty();
  }

  @Test
  void whatCannotBeReachedIsSaidWithoutThePassword() {
    for (var address :
        new String[] {
          "jdbc:postgresql://127.0.0.1:1/none?user=u&password=hush",
          "jdbc:postgresql://[/none?user=u&password=hush",
          "postgres://u:hush@localhost/none",
          "jdbc:mysql://localhost/none?password=hush",
        }) {
      assertThat(ExternalPostgres.faults(address))
          .as(address)
          .isNotEmpty()
          .noneMatch(fault -> fault.contains("hush"));
    }
  }
}
