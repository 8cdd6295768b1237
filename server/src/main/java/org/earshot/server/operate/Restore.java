package org.earshot.server.operate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/// Reads a backup into a fresh database: everything or nothing. Erasures since the backup, and the
/// record's new beginning, follow when the server starts; see [AfterRestore].
public final class Restore {

  /// The backup cannot be restored here; the message says why and what to do.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /// The setting by which the server learns that it was restored.
  static final String PENDING = "restore.pending";

  private static final JsonMapper JSON = new JsonMapper();

  private Restore() {}

  /// Restores the file and gives a sentence about it.
  ///
  /// @param keys the folder of the keys that the server will run with
  public static String read(DatabaseAddress database, Path file, Path keys)
      throws SQLException, IOException, Refused {
    try (var zip = new ZipFile(file.toFile());
        var connection = database.connect()) {
      var manifest = manifest(zip);
      var missing = checkKeys(manifest, keys);
      checkEmpty(connection);
      migrate(database, manifest.schema());
      connection.setAutoCommit(false);
      try {
        load(connection, zip, manifest);
        connection.commit();
      } catch (Refused | SQLException | IOException wrong) {
        connection.rollback();
        throw wrong;
      }
      return said(manifest, keys, missing);
    } catch (ZipException broken) {
      throw new Refused("%s is not a backup: %s.".formatted(file, broken.getMessage()));
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException, Refused {
    var entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw new Refused("This file is not a backup of Earshot: it has no manifest.");
    }
    try (var stream = zip.getInputStream(entry)) {
      var tree = JSON.readTree(stream);
      if (tree.path("format").asInt() != Manifest.FORMAT) {
        throw new Refused(
            "This backup has format %s; this version reads %d.\nUse the version of Earshot that wrote it, or a newer one."
                .formatted(tree.path("format").asText("none"), Manifest.FORMAT));
      }
      return JSON.treeToValue(tree, Manifest.class);
    }
  }

  /// The names of keys that are not there yet; refuses when one is there and is another.
  private static List<String> checkKeys(Manifest manifest, Path keys) throws IOException, Refused {
    var missing = new ArrayList<String>();
    for (var needed : new TreeMap<>(manifest.keys()).entrySet()) {
      var file = keys.resolve(needed.getKey() + ".key");
      if (!Files.exists(file)) {
        missing.add(needed.getKey());
        continue;
      }
      var key = HexFormat.of().parseHex(Files.readString(file).strip());
      var fingerprint = HexFormat.of().formatHex(Backup.sha256().digest(key));
      if (!fingerprint.equals(needed.getValue())) {
        throw new Refused(
            "The key '%s' in %s has the fingerprint %s, but the backup needs %s.\nPut the right keys there first; nothing was restored."
                .formatted(needed.getKey(), keys, fingerprint, needed.getValue()));
      }
    }
    return missing;
  }

  private static void checkEmpty(Connection connection) throws SQLException, Refused {
    if (!new Catalogue(connection).tables().isEmpty()) {
      throw new Refused(
          "This database is not empty; a backup is only restored into a fresh one.\nChoose a new folder with --data, or an empty database with EARSHOT_DB_URL.");
    }
  }

  private static void migrate(DatabaseAddress database, String version) throws Refused {
    try {
      Flyway.configure()
          .dataSource(database.url(), database.user(), database.password())
          .locations("classpath:db/migration")
          .target(version)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Refused(
          "The tables of version %s could not be made: %s".formatted(version, e.getMessage()));
    }
  }

  private static void load(Connection connection, ZipFile zip, Manifest manifest)
      throws SQLException, IOException, Refused {
    var known = new Catalogue(connection).tables();
    for (var table : manifest.tables()) {
      var columns = known.get(table.name());
      if (columns == null || !columns.containsAll(table.columns())) {
        throw new Refused(
            "The backup has a table '%s' that version %s does not have. Was it changed?"
                .formatted(table.name(), manifest.schema()));
      }
      try (var statement = connection.createStatement()) {
        statement.execute("DELETE FROM " + Catalogue.quoted(table.name()));
      }
    }
    for (var table : manifest.tables()) {
      copy(connection, zip, table);
    }
    for (var sequence : manifest.sequences()) {
      var last = sequence.lastValue();
      if (last != null) {
        try (var statement = connection.prepareStatement("SELECT setval(CAST(? AS regclass), ?)")) {
          statement.setString(1, Catalogue.quoted(sequence.name()));
          statement.setLong(2, last);
          statement.execute();
        }
      }
    }
    leaveWord(connection, manifest);
  }

  private static void copy(Connection connection, ZipFile zip, Manifest.Table table)
      throws SQLException, IOException, Refused {
    var entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw new Refused("The backup lacks the table '%s'.".formatted(table.name()));
    }
    var digest = Backup.sha256();
    long rows;
    try (InputStream stream = new DigestInputStream(zip.getInputStream(entry), digest)) {
      rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "COPY %s (%s) FROM STDIN"
                      .formatted(Catalogue.quoted(table.name()), Catalogue.quoted(table.columns())),
                  stream);
    } catch (PSQLException wrong) {
      throw new Refused(
          "The table '%s' cannot be read: the backup was changed or broken."
              .formatted(table.name()));
    }
    if (rows != table.rows() || !HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
      throw new Refused(
          "The table '%s' is not what the manifest says: the backup was changed or broken."
              .formatted(table.name()));
    }
  }

  private static void leaveWord(Connection connection, Manifest manifest)
      throws SQLException, IOException {
    var word = new LinkedHashMap<String, Object>();
    word.put("backupMadeAt", manifest.madeAt());
    var state = manifest.record();
    if (state != null) {
      word.put("origin", state.origin());
      word.put("size", state.size());
      var checkpoint = state.checkpoint();
      word.put("checkpoint", checkpoint == null ? "" : checkpoint);
    }
    try (var statement =
        connection.prepareStatement(
            "INSERT INTO setting (key, value) VALUES (?, CAST(? AS jsonb)) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value")) {
      statement.setString(1, PENDING);
      statement.setString(2, JSON.writeValueAsString(word));
      statement.executeUpdate();
    }
  }

  private static String said(Manifest manifest, Path keys, List<String> missing) {
    long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
    var out = new StringBuilder();
    out.append(
        "Restored %d tables with %d rows, as they were at %s.\n"
            .formatted(manifest.tables().size(), rows, manifest.madeAt()));
    if (!missing.isEmpty()) {
      out.append("Before you start the server, put these keys into %s:\n".formatted(keys));
      for (var name : missing) {
        out.append("  %s.key, fingerprint %s\n".formatted(name, manifest.keys().get(name)));
      }
    }
    out.append(
        "Put erasures.log of the old server into the data folder, too: what was erased since the\nbackup is erased again at the first start. The record goes on under a new name.");
    return out.toString();
  }
}
