package org.earshot.server.operate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/// Writes everything in the database into one file, while the server runs: each table by COPY, all
/// in one snapshot. Keys are never in it. The file appears under its name only when it is whole.
public final class Backup {

  /// What lives for hours only: a restore must not bring sessions and one-time links back.
  static final Set<String> SHORT_LIVED = Set.of("staff_session", "one_time_link", "rate_window");

  static final String MIGRATIONS = "flyway_schema_history";

  private static final JsonMapper JSON = new JsonMapper();

  private Backup() {}

  /// Writes the backup and gives a sentence about it.
  public static String write(DatabaseAddress database, Path file) throws SQLException, IOException {
    var target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(
          target + " exists already.\nChoose another name, or move it away first.");
    }
    var parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException("There is no folder %s.".formatted(parent));
    }
    var half =
        Files.createTempFile(
            parent,
            ".earshot-backup",
            ".half",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var connection = database.connect()) {
      Manifest manifest;
      try (var zip = new ZipOutputStream(Files.newOutputStream(half))) {
        manifest = write(connection, zip);
      }
      try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
      remember(connection, target);
      long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
      return "Wrote %s: %d tables, %d rows, %d bytes.\nIt needs these keys, which are not in it: %s.\nKeep a copy of the keys folder and of erasures.log apart from it."
          .formatted(
              target,
              manifest.tables().size(),
              rows,
              Files.size(target),
              String.join(", ", manifest.keys().keySet().stream().sorted().toList()));
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static Manifest write(Connection connection, ZipOutputStream zip)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    try {
      var catalogue = new Catalogue(connection);
      if (!catalogue.tables().containsKey(MIGRATIONS)) {
        throw new IOException(
            "This database holds no Earshot.\nStart the server on it once, or name another.");
      }
      var tables = new ArrayList<Manifest.Table>();
      for (var table : catalogue.tables().entrySet()) {
        var name = table.getKey();
        if (!SHORT_LIVED.contains(name) && !name.equals(MIGRATIONS)) {
          var empty = new Manifest.Table(name, table.getValue(), 0, "");
          zip.putNextEntry(new ZipEntry(empty.entry()));
          tables.add(copy(connection, empty, zip));
          zip.closeEntry();
        }
      }
      var manifest =
          new Manifest(
              Manifest.FORMAT,
              Instant.now().toString(),
              catalogue.schemaVersion(),
              tables,
              catalogue.sequences(),
              catalogue.record(),
              catalogue.keys());
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      zip.closeEntry();
      return manifest;
    } finally {
      connection.rollback();
      connection.setReadOnly(false);
    }
  }

  private static Manifest.Table copy(
      Connection connection, Manifest.Table table, ZipOutputStream zip)
      throws SQLException, IOException {
    var digest = sha256();
    var out = new DigestOutputStream(zip, digest); // not closed: that would close the file
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "COPY (SELECT %s FROM %s) TO STDOUT"
                    .formatted(Catalogue.quoted(table.columns()), Catalogue.quoted(table.name())),
                out);
    return new Manifest.Table(
        table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// So that the status page can say how old the newest backup is.
  private static void remember(Connection connection, Path file) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            INSERT INTO setting (key, value)
            VALUES ('backup.last', jsonb_build_object('at', now(), 'name', CAST(? AS text)))
                ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value
            """)) {
      statement.setString(1, String.valueOf(file.getFileName()));
      statement.executeUpdate();
      connection.commit();
    }
  }
}
