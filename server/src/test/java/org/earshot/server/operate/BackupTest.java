package org.earshot.server.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.earshot.server.platform.db.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup and its restore, between two real databases.
class BackupTest {

  private static final String TRICKY = "tab\t, line\n, \\N, \\., \"quote\", 你好, ";

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static DatabaseAddress source;
  private static Path keys;
  private static Path backup;

  @BeforeAll
  static void fillADatabaseAndBackItUp() throws Exception {
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    source = address("source");
    Flyway.configure()
        .dataSource(source.url(), source.user(), source.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    keys = Files.createDirectories(folder.resolve("keys"));
    var key = "ab".repeat(32);
    Files.writeString(keys.resolve("sealing.key"), key);
    var fingerprint =
        HexFormat.of().formatHex(Backup.sha256().digest(HexFormat.of().parseHex(key)));
    try (var connection = source.connect()) {
      run(
          connection,
          "INSERT INTO key_fingerprint VALUES ('sealing', decode('%s', 'hex'))"
              .formatted(fingerprint),
          "INSERT INTO area VALUES (gen_random_uuid(), 'a', E'%s', '{\"x\": [1]}', 1)"
              .formatted(TRICKY.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")),
          "INSERT INTO dimension VALUES (gen_random_uuid(), 'age', '{\"en\":\"Age\"}', '{}', 1)",
          "INSERT INTO segment SELECT gen_random_uuid(), id, 'old', '{\"en\":\"Old\"}', 1 FROM dimension",
          "INSERT INTO margin SELECT segment.id, NULL, 5 FROM segment",
          "INSERT INTO service VALUES (gen_random_uuid(), 's', '{}', '{}', true, '{1,7}', 5, false, NULL, 1)",
          "INSERT INTO voice (id, channel, language, words, code_sealed, said_at, received_at) VALUES (gen_random_uuid(), 'web', 'en', 'words', '\\x00ff', now(), now())",
          "INSERT INTO outbox (channel, purpose, next_try_at, created_at) VALUES ('email', 'x', now(), now())",
          "INSERT INTO staff (id, login, name, public_name, created_at) VALUES (gen_random_uuid(), 'd', 'D', 'D', now())",
          "INSERT INTO staff_session SELECT '\\x01', id, now(), now(), now(), true, '' FROM staff",
          "INSERT INTO log_state (origin, size) VALUES ('earshot/abc', 0)");
    }
    backup = folder.resolve("backup.zip");
    Backup.write(source, backup);
  }

  @AfterAll
  static void stop() {
    postgres.stop();
  }

  @Test
  void everythingComesBackButSessions() throws Exception {
    var fresh = address("fresh");
    var said = Restore.read(fresh, backup, keys);
    assertTrue(said.contains("Restored"), said);
    try (var before = source.connect();
        var after = fresh.connect()) {
      for (var table : new Catalogue(before).tables().keySet()) {
        if (!List.of("setting", "staff_session", Backup.MIGRATIONS).contains(table)) {
          assertEquals(content(before, table), content(after, table), table);
        }
      }
      assertEquals(List.of(), content(after, "staff_session"));
      run(
          after,
          "INSERT INTO outbox (channel, purpose, next_try_at, created_at) VALUES ('email', 'y', now(), now())");
      assertEquals(2, content(after, "outbox").size());
    }
    var again = refusal(() -> Restore.read(fresh, backup, keys));
    assertTrue(again.contains("not empty"), again);
  }

  @Test
  void theFileIsPrivateAndNeverOverwritten() throws Exception {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    assertThrows(FileAlreadyExistsException.class, () -> Backup.write(source, backup));
    try (var files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".half")));
    }
  }

  @Test
  void aDatabaseWithoutEarshotIsNamedAndNothingIsWritten() throws SQLException {
    var empty = address("no_earshot");
    var file = folder.resolve("nothing.earshot");
    var refused = assertThrows(IOException.class, () -> Backup.write(empty, file));
    assertTrue(String.valueOf(refused.getMessage()).contains("holds no Earshot"));
    assertFalse(Files.exists(file));
  }

  @Test
  void otherKeysAreRefusedAndMissingOnesNamed() throws Exception {
    var others = Files.createDirectories(folder.resolve("other-keys"));
    Files.writeString(others.resolve("sealing.key"), "cd".repeat(32));
    var refused = refusal(() -> Restore.read(address("keys1"), backup, others));
    assertTrue(refused.contains("the backup needs"), refused);
    var said = Restore.read(address("keys2"), backup, folder.resolve("no-keys"));
    assertTrue(said.contains("sealing.key"), said);
  }

  @Test
  void aChangedBackupIsRefusedAndNothingIsStored() throws Exception {
    var changed = folder.resolve("changed.zip");
    rewrite(backup, changed);
    var target = address("changed");
    var refused = refusal(() -> Restore.read(target, changed, keys));
    assertTrue(refused.contains("'area'"), refused);
    try (var connection = target.connect()) {
      assertEquals(List.of(), content(connection, "dimension"));
    }
    var noZip = Files.writeString(folder.resolve("text.zip"), "hello");
    assertThrows(Restore.Refused.class, () -> Restore.read(address("text"), noZip, keys));
  }

  @Test
  void theRecordGoesOnUnderTheNextName() {
    assertEquals("earshot/abc/2", AfterRestore.nextOrigin("earshot/abc"));
    assertEquals("earshot/abc/3", AfterRestore.nextOrigin("earshot/abc/2"));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable work) {
    return String.valueOf(assertThrows(Restore.Refused.class, work).getMessage());
  }

  /// Copies the backup with one word changed in one table.
  private static void rewrite(Path from, Path to) throws IOException {
    try (var in = new ZipFile(from.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (var entry : java.util.Collections.list(in.entries())) {
        var bytes = in.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("tables/area")) {
          var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
          bytes = text.replace("quote", "QUOTE").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
        out.closeEntry();
      }
    }
  }

  private static DatabaseAddress address(String database) throws SQLException {
    try (var connection =
        java.sql.DriverManager.getConnection(
            postgres.jdbcUrl(), postgres.user(), postgres.password())) {
      run(connection, "CREATE DATABASE " + database);
    }
    return new DatabaseAddress(
        postgres.jdbcUrl().replace("/postgres", "/" + database),
        postgres.user(),
        postgres.password());
  }

  private static List<String> content(Connection connection, String table) throws SQLException {
    var rows = new TreeMap<String, Integer>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("SELECT t::text FROM " + table + " AS t")) {
      while (found.next()) {
        rows.merge(found.getString(1), 1, Integer::sum);
      }
    }
    return new ArrayList<>(rows.keySet());
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    for (var sql : statements) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
